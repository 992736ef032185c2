-- The appointment book mended: visits that were missed are counted as visits, agreeing can be undone, strangers can close no shop by what they only
-- keep, and what a booker is told does not depend on whose number he wrote. The rules are numbered in lib/appointments/SPEC.md.

-- Of a visit of several parts he stayed away once. [AP18]
create or replace function private.count_no_shows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' and new.status <> 'no-show' then return null; end if;
  if tg_op = 'UPDATE' and (new.status = 'no-show') = (old.status = 'no-show') and new.customer_id is not distinct from old.customer_id then return null; end if;
  update public.customers c
  set no_shows = counted.n
  from (select ids.id, count(distinct coalesce(a.visit_id, a.id)) as n
        from (select distinct unnest(array[new.customer_id, case when tg_op = 'UPDATE' then old.customer_id end]) as id) ids
        left join public.appointments a on a.tenant_id = new.tenant_id and a.customer_id = ids.id and a.status = 'no-show'
        group by ids.id) counted
  where c.tenant_id = new.tenant_id and c.id = counted.id and c.no_shows <> counted.n;
  return null;
end $$;
update public.customers c
set no_shows = counted.n
from (select tenant_id, customer_id, count(distinct coalesce(visit_id, id)) as n from public.appointments where status = 'no-show' group by 1, 2) counted
where c.tenant_id = counted.tenant_id and c.id = counted.customer_id and c.no_shows <> counted.n;

-- A hold that never got a customer is nobody's appointment, and has no story.
create or replace function private.remember_appointment() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.customer_id is null and new.status in ('held', 'lapsed') then return null; end if;
  if tg_op = 'INSERT' or (new.status, new.staff_id, new.starts_at) is distinct from (old.status, old.staff_id, old.starts_at) then
    insert into public.appointment_events (tenant_id, appointment_id, status, actor, user_id, staff_id, starts_at)
    select new.tenant_id, new.id, new.status, actor, case actor when 'member' then auth.uid() end, new.staff_id, new.starts_at
    from (select case when new.status = 'lapsed' then 'nobody' else private.actor() end as actor) _;
  end if;
  return null;
end $$;

-- Whose browser or address keeps the time, as a hash that the database cannot read; gone when it is booked.
alter table public.appointment_links add column holder text check (holder ~ '^[A-Za-z0-9_-]{43}$');
create index on public.appointment_links (tenant_id, holder) where holder is not null;
create index on public.appointment_links (tenant_id, appointment_id);
create index holds_nobody_used on public.appointments (tenant_id, deleted_at) where status = 'lapsed' and customer_id is null;

-- As before, and: what nobody put his name to goes for good half a day later, when its page is of no more use. Phones hear of its end by the
-- tombstone; one that was away for longer lets it go by itself. [SY18]
create or replace function private.lapse(shop uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  unused uuid[];
begin
  update public.appointments
  set status = 'lapsed', status_at = now(),
      -- A hold that never got a customer is nobody's appointment.
      deleted_at = case when status = 'held' and customer_id is null then now() end,
      note = case when status = 'held' and customer_id is null then null else note end
  where tenant_id = shop and status in ('held', 'requested') and lapses_at <= now();

  unused := array(select id from public.appointments a
                  where tenant_id = shop and status = 'lapsed' and customer_id is null and deleted_at < now() - interval '12 hours'
                    and not exists (select from public.walk_ins w where w.tenant_id = shop and w.appointment_id = a.id)
                    and not exists (select from public.transfers t where t.tenant_id = shop and t.appointment_id = a.id)
                    and not exists (select from public.sales s where s.tenant_id = shop and s.appointment_id = a.id) limit 100);
  if unused = '{}' then return; end if;
  begin
    delete from public.appointment_links where tenant_id = shop and appointment_id = any (unused);
    delete from public.appointment_events where tenant_id = shop and appointment_id = any (unused);   -- of the time when holds had a story
    delete from public.appointments where tenant_id = shop and id = any (unused);
  exception when foreign_key_violation then null;                    -- something else speaks of one: nobody is kept from booking by that
  end;
end $$;

-- Whoever's booking or yes is taken back waits again, unless he has his time otherwise. [AP21]
create function private.wait_again(shop uuid, ids uuid[]) returns void
language sql set search_path = '' as $$
  update public.waiting_list w set ended_at = null
  where w.tenant_id = shop and w.ended_at is not null
    and w.id in (select waiting_id from public.appointments where tenant_id = shop and id = any (ids))
    and not exists (select from public.appointments where tenant_id = shop and waiting_id = w.id and status in ('confirmed', 'arrived', 'done'))
$$;
grant execute on function private.wait_again(uuid, uuid[]) to authenticated;

-- As before, and: what was agreed to or turned down becomes the request or the offer again that it was (undo). args: {id, status, statusReason?, lapsesAt?}.
create or replace function commands."appointments.set-status@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
  one uuid := args ->> 'id';
  undone boolean := args ->> 'status' in ('held', 'requested');
begin
  perform private.lapse(shop);
  update public.appointments a
  set status = args ->> 'status', status_at = (command ->> 'eventAt')::timestamptz, status_reason = args ->> 'statusReason',
      lapses_at = case when undone then (args ->> 'lapsesAt')::timestamptz end
  where a.tenant_id = shop and a.id = one and a.deleted_at is null
    and (not undone or a.status in ('confirmed', 'cancelled') and args ->> 'status' = (
      select e.status from public.appointment_events e
      where e.tenant_id = shop and e.appointment_id = one and e.status not in (a.status, 'lapsed') order by e.rev desc limit 1));
  if not found then
    perform private.refuse('not-open') from public.appointments where tenant_id = shop and id = one and deleted_at is null;
    perform private.refuse('missing');
  end if;
  if undone then perform private.wait_again(shop, array[one]); end if;
end $$;

-- Whether money has moved for one of these appointments. As its owner: staff do not see what others took, and it counts. False for strangers.
create function private.was_paid_for(shop uuid, ids uuid[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select shop in (select private.shops_of_me('{owner,staff}'))
     and exists (select from public.transfers where tenant_id = shop and appointment_id = any (ids))
$$;
grant execute on function private.was_paid_for(uuid, uuid[]) to authenticated;

-- As before, and: who had waited for it waits again; and it stays when money has moved for it, whoever took that.
create or replace function commands."appointments.take-back@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  ids uuid[] := array(select jsonb_array_elements_text(command #> '{args,ids}')::uuid);
  taken int;
begin
  if private.was_paid_for(shop, ids) then perform private.refuse('not-open'); end if;
  update public.walk_ins set appointment_id = null where tenant_id = shop and appointment_id = any (ids);
  update public.appointments a
  set status = 'cancelled', status_at = (command ->> 'eventAt')::timestamptz, deleted_at = (command ->> 'eventAt')::timestamptz,
      customer_id = null, note = null, status_reason = null
  where a.tenant_id = shop and a.id = any (ids) and a.status in ('confirmed', 'held', 'arrived') and a.deleted_at is null;
  get diagnostics taken = row_count;
  if taken <> cardinality(ids) then perform private.refuse('not-open'); end if;
  perform private.wait_again(shop, ids);
end $$;

-- As before, and: what another phone has taken away already is gone, as was wished.
create or replace function commands."hours.remove-time-off@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  off uuid := command #>> '{args,id}';
begin
  update public.time_off set deleted_at = (command ->> 'eventAt')::timestamptz, note = null
  where tenant_id = shop and id = off and deleted_at is null;
  if found then return; end if;
  -- He sees it and may not take it back: it is another's.
  perform private.refuse('forbidden') from public.time_off where tenant_id = shop and id = off and deleted_at is null;
  perform private.refuse('missing') where not exists (select from public.time_off where tenant_id = shop and id = off);
end $$;

-- Where services stand in their list, and nothing else of them: another phone may have just set a price. args: {places: [{id, position}]}.
create function commands."services.arrange@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  places jsonb := command #> '{args,places}';
  placed int;
begin
  update public.services s set position = (p ->> 'position')::int
  from jsonb_array_elements(places) p where s.tenant_id = shop and s.id = (p ->> 'id')::uuid;
  get diagnostics placed = row_count;
  if placed <> jsonb_array_length(places) then perform private.refuse('missing'); end if;
end $$;
insert into private.owner_commands values ('services.arrange@1');

-- Says in which chair a member sits; p_chair null: in none. The one he sat in becomes free in the same breath. Only an owner's call changes anything.
-- Answers {} or {"refused": "seat-taken"}: somebody else sits there, or it serves no more. Whoever was removed from the shop sits nowhere.
create function public.seat_member(p_tenant uuid, p_member uuid, p_chair uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  if p_chair is not null then
    perform from public.staff s
    where s.tenant_id = p_tenant and s.id = p_chair and s.archived_at is null
      and (s.member_id is null or s.member_id = p_member
           or exists (select from public.memberships m where m.tenant_id = p_tenant and m.id = s.member_id and m.removed_at is not null))
    for update;
    if not found then return jsonb_build_object('refused', 'seat-taken'); end if;
  end if;
  update public.staff set member_id = null where tenant_id = p_tenant and member_id = p_member and id is distinct from p_chair;
  update public.staff set member_id = p_member where tenant_id = p_tenant and id = p_chair;
  return '{}';
end $$;
grant execute on function public.seat_member(uuid, uuid, uuid) to authenticated;

-- Makes room where strangers keep more than two hours of one chair's day: who chose first goes first, and the newest stays however long. [AP22]
create function private.make_room(shop uuid, newest uuid[]) returns void
language sql set search_path = '' as $$
  with kept as (
    select a.id, a.visit_id,
           sum(a.busy_until - a.busy_from) over (partition by a.staff_id, (a.starts_at at time zone t.zone)::date
                                                 order by a.id = any (newest) desc, a.created_at desc, a.id) as so_far
    from public.appointments a join public.tenants t on t.id = a.tenant_id
    where a.tenant_id = shop and a.status = 'held' and a.customer_id is null)
  update public.appointments a set status = 'lapsed', status_at = now(), deleted_at = now(), note = null
  from kept
  where a.tenant_id = shop and a.status = 'held' and a.customer_id is null and a.id <> all (newest)
    and kept.so_far > interval '2 hours' and kept.id <> all (newest) and (a.id = kept.id or a.visit_id = kept.visit_id)
$$;
grant execute on function private.make_room(uuid, uuid[]) to service_role;

-- Keeps a time for a customer who is about to write his name. p_choices: visits ([part], as private.write_visit takes them) from the fairest on; the
-- first that can be had is taken. [AP9] p_link: {id, tokenHash}; sent twice, it keeps one time. Nobody keeps two: what the same browser (p_release: the
-- hash of what it kept before) or the same address (p_holder) kept goes when the new time can be had, and stays when it cannot. [AP22]
-- Answers {"appointments": [id]} or {"refused": "slot-taken" | "link-used"}.
drop function public.hold_online(uuid, jsonb, jsonb, int, text);
create function public.hold_online(p_tenant uuid, p_link jsonb, p_choices jsonb, p_minutes int, p_release text default null, p_holder text default null)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  parts jsonb;
  kept uuid[];                                                       -- what this link keeps already
  before uuid[];                                                     -- and what the same person kept before it
  ids uuid[];
begin
  perform set_config('siftah.actor', 'customer', true);
  perform private.take_turn(p_tenant);
  perform private.lapse(p_tenant);
  select array_agg(id) into kept from private.parts_of_link(p_link ->> 'tokenHash') where tenant_id = p_tenant and status = 'held' and customer_id is null;
  if kept is null and exists (select from public.appointment_links where token_hash = p_link ->> 'tokenHash') then
    return jsonb_build_object('refused', 'link-used');               -- booked, or lapsed: its page says so
  end if;
  if private.is_chosen(kept, p_choices) then return jsonb_build_object('appointments', to_jsonb(kept)); end if;
  select array_agg(a.id) into before
  from public.appointment_links l, private.parts_of_link(l.token_hash) a
  where l.tenant_id = p_tenant and (l.token_hash = p_release or l.holder = p_holder) and a.status = 'held' and a.customer_id is null;
  before := kept || before;

  begin
    update public.appointments set status = 'lapsed', status_at = now(), deleted_at = now(), note = null where tenant_id = p_tenant and id = any (before);
    for parts in select value from jsonb_array_elements(p_choices) loop
      begin
        perform private.write_visit(p_tenant, parts, jsonb_build_object('status', 'held', 'lapsesAt', now() + make_interval(mins => p_minutes),
          'visitId', case when jsonb_array_length(parts) > 1 then gen_random_uuid() end), now());
        insert into public.appointment_links (tenant_id, id, appointment_id, token_hash, holder)
        values (p_tenant, (p_link ->> 'id')::uuid, (parts #>> '{0,id}')::uuid, p_link ->> 'tokenHash', p_holder)
        on conflict (token_hash) do update set appointment_id = excluded.appointment_id, holder = excluded.holder, created_at = now();
        ids := array(select (p ->> 'id')::uuid from jsonb_array_elements(parts) p);
        perform private.make_room(p_tenant, ids);
        return jsonb_build_object('appointments', to_jsonb(ids));
      exception when exclusion_violation then null;                  -- the next choice, then
      end;
    end loop;
    raise exclusion_violation;
  exception when exclusion_violation then
    return jsonb_build_object('refused', 'slot-taken');              -- and what was kept before is kept still
  end;
end $$;
grant execute on function public.hold_online(uuid, jsonb, jsonb, int, text, text) to service_role;

-- As before, and: a request that does not lapse looks agreed to. It waits for the shop because of what is known of the number, which whoever wrote
-- the number must not learn. [AP23]
create or replace function public.visit_of_link(p_token_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.book_of(min(a.tenant_id::text)::uuid) || jsonb_build_object(
    'linkedAt', (select created_at from public.appointment_links where token_hash = p_token_hash),
    'parts', jsonb_agg(jsonb_build_object('id', a.id, 'staffId', a.staff_id, 'serviceId', a.service_id, 'startsAt', a.starts_at, 'endsAt', a.ends_at,
                                          'prepareMinutes', a.prepare_minutes, 'cleanMinutes', a.clean_minutes, 'price', a.price,
                                          'status', case when a.status in ('held', 'requested') and a.lapses_at <= now() then 'lapsed'
                                                         when a.status = 'requested' and a.lapses_at is null then 'confirmed' else a.status end,
                                          'statusActor', a.status_actor, 'lapsesAt', a.lapses_at, 'confirmedAt', a.customer_confirmed_at,
                                          'bookedName', a.booked_name, 'customerId', a.customer_id) order by a.starts_at, a.id),
    'serviceNames', (select jsonb_object_agg(id, name) from public.services s where s.id in (select service_id from private.parts_of_link(p_token_hash))),
    'staffNames', (select jsonb_object_agg(id, name) from public.staff s where s.id in (select staff_id from private.parts_of_link(p_token_hash))))
  from private.parts_of_link(p_token_hash) a
  having count(*) > 0
$$;

-- Whether a link's visit is this customer's, and was agreed to: then whoever has the link is the customer. However old it is.
create function private.is_link_of(p_token_hash text, customer public.customers) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from public.appointment_links l join public.appointments a on a.tenant_id = l.tenant_id and a.id = l.appointment_id
    where l.token_hash = p_token_hash and l.revoked_at is null and a.tenant_id = customer.tenant_id and a.customer_id = customer.id
      and a.status in ('confirmed', 'arrived', 'done'))
$$;
grant execute on function private.is_link_of(text, public.customers) to service_role;

-- Turns a hold into a booking. p_customer: {id, name, phones, phoneIndex, bookedNames: {part id: name}, note (of the first part)}, sealed; whoever has the
-- number already is that customer, and keeps his name. p_consents: [{kind, textHash, textId, version, purpose, channel}]. p_allowed false: refused for a
-- reason that only the caller knows, after the same work and in the same word, so that nobody can tell the one from the other. p_known_by: the hash of a
-- link that the same browser has; only with one of his own is a customer known by his number. [AP23]
-- Answers {"status": "requested" | "confirmed"} or {"refused": "unknown" | "slot-taken" | "call-the-shop"}; the last says nothing about why.
drop function public.book_online(text, jsonb, jsonb, boolean);
create function public.book_online(p_token_hash text, p_customer jsonb, p_consents jsonb, p_allowed boolean default true, p_known_by text default null)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  first public.appointments;
  ids uuid[];
  rules public.booking_rules;
  customer public.customers;
  known boolean;                                                     -- the shop has the number
  proven boolean;                                                    -- and who wrote it is he whose it is
  too_many boolean;
  asks boolean;                                                      -- the shop's yes is needed, and may be seen to be
  asks_quietly boolean;                                              -- it is needed for what is known of the number
begin
  perform set_config('siftah.actor', 'customer', true);
  select * into first from private.parts_of_link(p_token_hash) limit 1;
  if not found then return jsonb_build_object('refused', 'unknown'); end if;
  perform private.take_turn(first.tenant_id);
  perform private.lapse(first.tenant_id);
  select array_agg(id order by starts_at, id) into ids from private.parts_of_link(p_token_hash) where customer_id is null and status in ('held', 'lapsed');
  if ids is null then return jsonb_build_object('refused', 'unknown'); end if;         -- sent twice: the page shows what stands
  if first.starts_at <= now() then return jsonb_build_object('refused', 'slot-taken'); end if;   -- he took so long that it is over
  select * into rules from public.booking_rules where tenant_id = first.tenant_id;

  select * into customer from public.customers
  where tenant_id = first.tenant_id and deleted_at is null and phone_indexes @> array[p_customer ->> 'phoneIndex'] order by created_at limit 1;
  known := found;
  proven := known and private.is_link_of(p_known_by, customer);
  too_many := known and (select count(distinct coalesce(visit_id, id)) from public.appointments
                         where tenant_id = first.tenant_id and customer_id = customer.id and status in ('held', 'requested', 'confirmed') and ends_at > now()) >= rules.open_limit;
  if not p_allowed or proven and too_many then return jsonb_build_object('refused', 'call-the-shop'); end if;
  -- [AP18] [AP23]
  asks := rules.approval = 'everyone' or rules.approval = 'new-customers' and not proven or proven and coalesce(customer.no_shows >= rules.no_show_limit, false);
  asks_quietly := not asks and known and (too_many or coalesce(customer.no_shows >= rules.no_show_limit, false));
  begin
    if not known then
      insert into public.customers (tenant_id, id, name, phones, phone_indexes, created_at)
      values (first.tenant_id, (p_customer ->> 'id')::uuid, p_customer ->> 'name', p_customer ->> 'phones', array[p_customer ->> 'phoneIndex'], now())
      returning * into customer;
    elsif customer.archived_at is not null then
      update public.customers set archived_at = null where tenant_id = first.tenant_id and id = customer.id;   -- he comes again
    end if;
    update public.appointments a
    set customer_id = customer.id, status = case when asks or asks_quietly then 'requested' else 'confirmed' end, status_at = now(), deleted_at = null,
        booked_name = p_customer -> 'bookedNames' ->> a.id::text, note = case when a.id = ids[1] then p_customer ->> 'note' end,
        -- What looks agreed to must not lapse: he would come, and find his chair taken.
        lapses_at = case when asks then least(now() + make_interval(mins => rules.request_minutes), a.starts_at) end
    where a.tenant_id = first.tenant_id and a.id = any (ids);
  exception when exclusion_violation then
    return jsonb_build_object('refused', 'slot-taken');              -- he took so long that somebody else has it; and nobody keeps his name
  end;
  update public.appointment_links set holder = null where token_hash = p_token_hash;
  insert into public.customer_consents (tenant_id, customer_id, kind, text_hash, text_id, version, purpose, channel)
  select first.tenant_id, customer.id, c ->> 'kind', c ->> 'textHash', c ->> 'textId', c ->> 'version', c ->> 'purpose', c ->> 'channel'
  from jsonb_array_elements(p_consents) c;
  return jsonb_build_object('status', case when asks then 'requested' else 'confirmed' end);
end $$;
grant execute on function public.book_online(text, jsonb, jsonb, boolean, text) to service_role;

-- As before, and: a request that does not lapse is treated as what it looks like, agreed to. [AP23]
create or replace function public.act_by_link(p_token_hash text, p_act text, p_moves jsonb default '[]') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  first public.appointments;
  ids uuid[];
  notice interval;
begin
  perform set_config('siftah.actor', 'customer', true);
  select * into first from private.parts_of_link(p_token_hash) limit 1;
  if not found then return jsonb_build_object('refused', 'unknown'); end if;
  perform private.take_turn(first.tenant_id);
  perform private.lapse(first.tenant_id);
  select array_agg(id) into ids from private.parts_of_link(p_token_hash) where status in ('held', 'requested', 'confirmed') and customer_id is not null;
  if ids is null then return jsonb_build_object('refused', 'not-open'); end if;
  select * into first from public.appointments where tenant_id = first.tenant_id and id = any (ids) order by starts_at limit 1;
  if first.starts_at <= now() then return jsonb_build_object('refused', 'not-open'); end if;

  if p_act = 'confirm' then
    update public.appointments
    set status = case status when 'held' then 'confirmed' else status end, status_at = case status when 'held' then now() else status_at end, customer_confirmed_at = now()
    where tenant_id = first.tenant_id and id = any (ids) and (status in ('held', 'confirmed') or status = 'requested' and lapses_at is null);
    return case when found then '{}' else jsonb_build_object('refused', 'not-open') end;
  end if;

  -- What the shop has not agreed to, or only offered, may be let go at any time. [AP17]
  select make_interval(mins => cancel_notice_minutes) into notice from public.booking_rules where tenant_id = first.tenant_id;
  if (first.status = 'confirmed' or first.status = 'requested' and first.lapses_at is null) and now() > first.starts_at - notice then
    return jsonb_build_object('refused', 'too-late');
  end if;

  if p_act = 'cancel' then
    update public.appointments set status = 'cancelled', status_at = now() where tenant_id = first.tenant_id and id = any (ids);
  elsif p_act = 'move' then
    -- What was only offered is not his to move.
    if first.status = 'held' or (select array_agg((m ->> 'id')::uuid order by m ->> 'id') from jsonb_array_elements(p_moves) m) is distinct from (select array_agg(i order by i::text) from unnest(ids) i) then
      return jsonb_build_object('refused', 'not-open');
    end if;
    begin
      update public.appointments a
      set staff_id = (m ->> 'staffId')::uuid, starts_at = (m ->> 'startsAt')::timestamptz, ends_at = (m ->> 'endsAt')::timestamptz, customer_confirmed_at = null,
          lapses_at = case when a.lapses_at is not null then least(a.lapses_at, (m ->> 'startsAt')::timestamptz) end
      from jsonb_array_elements(p_moves) m
      where a.tenant_id = first.tenant_id and a.id = (m ->> 'id')::uuid;
    exception when exclusion_violation then
      return jsonb_build_object('refused', 'slot-taken');
    end;
  else
    raise exception 'unknown act %', p_act;
  end if;
  return '{}';
end $$;
