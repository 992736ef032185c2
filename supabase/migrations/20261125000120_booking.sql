-- The customer's side of the book: the shop's own page, and links that speak of one visit. Customers have no account: the server asks for them, with the
-- secret key and through these functions only. A link is a random token; here is its hash. The rules are numbered in lib/appointments/SPEC.md.

alter table public.tenants
  add column slug text unique check (slug ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'),   -- siftah.example/d/<slug>
  add column address text check (char_length(address) between 1 and 200),
  add column published_at private.instant;                           -- null: the page is not open
grant update (slug, address, published_at) on public.tenants to authenticated;

-- What the customer called himself when he booked. He may be a known customer's child, or somebody with another's number: nobody's name is changed by it.
alter table public.appointments add column booked_name private.sealed;
alter table public.appointments drop constraint tombstones_hold_nothing;
alter table public.appointments add constraint tombstones_hold_nothing check (
  deleted_at is null or note is null and status_reason is null and booked_name is null and customer_id is null and status in ('cancelled', 'lapsed'));

-- A link by which a customer sees, confirms, moves and cancels his visit.
create table public.appointment_links (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  appointment_id uuid not null,                                      -- the visit's first part
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, appointment_id) references public.appointments (tenant_id, id)
);

-- A calendar address that other programs read: one chair's appointments. Initials only, unless the owner wants names there.
create table public.calendar_feeds (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  full_names boolean not null default false,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id)
);

-- What a customer was shown, and what he gave or took back. Append-only; the clock is the server's.
create table public.customer_consents (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  kind text not null check (kind in ('shown', 'acknowledged', 'given', 'withdrawn')),
  text_hash text not null references public.legal_texts (hash),
  text_id text not null,
  version text not null,
  purpose text not null,
  channel text not null check (channel in ('web', 'email', 'sms', 'whatsapp', 'phone', 'paper')),
  created_at timestamptz not null default now(),
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id)
);
create index on public.customer_consents (tenant_id, customer_id);

revoke all on public.appointment_links, public.calendar_feeds, public.customer_consents from public, anon, authenticated;
grant select (tenant_id, id, appointment_id, created_at, revoked_at), insert (tenant_id, id, appointment_id, token_hash), update (revoked_at)
  on public.appointment_links to authenticated;
grant select (tenant_id, id, staff_id, full_names, created_at, revoked_at), insert (tenant_id, staff_id, token_hash, full_names), update (revoked_at)
  on public.calendar_feeds to authenticated;
grant select on public.customer_consents to authenticated;

alter table public.appointment_links enable row level security;
alter table public.appointment_links force row level security;
alter table public.calendar_feeds enable row level security;
alter table public.calendar_feeds force row level security;
alter table public.customer_consents enable row level security;
alter table public.customer_consents force row level security;

create policy "Owners and staff see which links are out" on public.appointment_links for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff give out links" on public.appointment_links for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff take a link back" on public.appointment_links for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')))
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));

create policy "Owners see the calendar addresses of their shop" on public.calendar_feeds for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners make calendar addresses" on public.calendar_feeds for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners take a calendar address back" on public.calendar_feeds for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

create policy "Owners and staff see what their customers agreed to" on public.customer_consents for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));

-- The link is made on the phone, so that it can be sent with no network; it opens once the server has heard of it.
create function commands."links.share@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.appointment_links (tenant_id, id, appointment_id, token_hash)
  select shop, (a ->> 'id')::uuid, (a ->> 'appointmentId')::uuid, a ->> 'tokenHash' from (select command -> 'args' as a) _
$$;

-- Everything by which the server computes what a shop offers: no customer is in it.
create function private.book_of(shop uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'shop', (select jsonb_build_object('id', id, 'name', name, 'trade', trade, 'phone', phone, 'zone', zone, 'slug', slug, 'address', address,
                                       'publishedAt', published_at) from public.tenants where id = shop),
    'staff', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'position', position) order by position, name), '[]')
              from public.staff where tenant_id = shop and archived_at is null),
    'services', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'minutes', minutes, 'price', price, 'position', position,
                                                              'prepareMinutes', prepare_minutes, 'cleanMinutes', clean_minutes, 'online', online) order by position, name), '[]')
                 from public.services where tenant_id = shop and archived_at is null),
    'staffServices', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'staffId', staff_id, 'serviceId', service_id, 'offered', offered, 'minutes', minutes, 'price', price)), '[]')
                      from public.staff_services where tenant_id = shop),
    'hours', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'staffId', staff_id, 'weekday', weekday, 'ranges', ranges)), '[]')
              from public.working_hours where tenant_id = shop),
    'specialHours', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'staffId', staff_id, 'day', day, 'ranges', ranges)), '[]')
                     from public.special_hours where tenant_id = shop and deleted_at is null and day > now() - interval '2 days'),
    'timeOff', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'staffId', staff_id, 'startsAt', starts_at, 'endsAt', ends_at)), '[]')
                from public.time_off where tenant_id = shop and deleted_at is null and ends_at > now() - interval '2 days'),
    'holidayHours', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'holiday', holiday, 'opens', opens, 'until', until)), '[]')
                     from public.holiday_hours where tenant_id = shop),
    'rules', (select jsonb_build_object('stepMinutes', step_minutes, 'noticeMinutes', notice_minutes, 'daysAhead', days_ahead,
                                        'cancelNoticeMinutes', cancel_notice_minutes, 'anyStaff', any_staff)
              from public.booking_rules where tenant_id = shop))
$$;
grant execute on function private.book_of(uuid) to service_role;

-- The page of a shop by its address, or null when there is none or it is closed.
create function public.shop_page(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.book_of(id) from public.tenants where slug = p_slug and published_at is not null
$$;
grant execute on function public.shop_page(text) to service_role;

-- When chairs are busy between two moments: [{staffId, from, until}]. What is done holds nothing, but it was work, as far as it went. [AP9]
-- `p_except` are appointments that are not in their own way.
create function public.busy_times(p_tenant uuid, p_from timestamptz, p_until timestamptz, p_except uuid[] default '{}') returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('staffId', staff_id, 'from', busy_from, 'until', until)), '[]')
  from (select staff_id, busy_from, case when status = 'done' then least(busy_until, status_at, now()) else busy_until end as until
        from public.appointments
        where tenant_id = p_tenant and status in ('held', 'requested', 'confirmed', 'arrived', 'done') and (lapses_at is null or lapses_at > now())
          and starts_at between p_from - interval '1 day' and p_until + interval '1 day' and busy_until > p_from and busy_from < p_until
          and id <> all (p_except)) busy
  where until > busy_from
$$;
grant execute on function public.busy_times(uuid, timestamptz, timestamptz, uuid[]) to service_role;

-- Whether these appointments are one of the visits that p_choices would be: the same services by the same chairs at the same time.
create function private.is_chosen(ids uuid[], p_choices jsonb) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from jsonb_array_elements(p_choices) parts
    where (select array_agg((staff_id, service_id, starts_at)::text order by starts_at) from public.appointments where id = any (ids))
        = (select array_agg(((p ->> 'staffId')::uuid, (p ->> 'serviceId')::uuid, (p ->> 'startsAt')::timestamptz)::text order by (p ->> 'startsAt')::timestamptz)
           from jsonb_array_elements(parts) p))
$$;
grant execute on function private.is_chosen(uuid[], jsonb) to service_role;

-- Keeps a time for a customer who is about to write his name. p_choices: visits ([part], as private.write_visit takes them) from the fairest on; the
-- first that can be had is taken. [AP9] p_link: {id, tokenHash}; sent twice, it keeps one time. p_release: the hash of what the same person kept before,
-- which goes when the new time can be had, and stays when it cannot.
-- Answers {"appointments": [id]} or {"refused": "slot-taken" | "too-many-holds" | "link-used"}.
create function public.hold_online(p_tenant uuid, p_link jsonb, p_choices jsonb, p_minutes int, p_release text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  parts jsonb;
  kept uuid[];                                                       -- what this link keeps already
  before uuid[];                                                     -- and what the same person kept before it
begin
  perform set_config('siftah.actor', 'customer', true);
  perform private.take_turn(p_tenant);
  perform private.lapse(p_tenant);
  select array_agg(id) into kept from private.parts_of_link(p_link ->> 'tokenHash') where tenant_id = p_tenant and status = 'held' and customer_id is null;
  if kept is null and exists (select from public.appointment_links where token_hash = p_link ->> 'tokenHash') then
    return jsonb_build_object('refused', 'link-used');               -- booked, or lapsed: its page says so
  end if;
  if private.is_chosen(kept, p_choices) then return jsonb_build_object('appointments', to_jsonb(kept)); end if;
  select array_agg(id) into before from private.parts_of_link(p_release) where tenant_id = p_tenant and status = 'held' and customer_id is null;
  before := kept || before;

  -- Somebody who keeps chair after chair without booking must not close the shop.
  if (select count(*) from public.appointments
      where tenant_id = p_tenant and status = 'held' and customer_id is null and id <> all (coalesce(before, '{}'))) >= 20 then
    return jsonb_build_object('refused', 'too-many-holds');
  end if;
  begin
    update public.appointments set status = 'lapsed', status_at = now(), deleted_at = now(), note = null where tenant_id = p_tenant and id = any (before);
    for parts in select value from jsonb_array_elements(p_choices) loop
      begin
        perform private.write_visit(p_tenant, parts, jsonb_build_object('status', 'held', 'lapsesAt', now() + make_interval(mins => p_minutes),
          'visitId', case when jsonb_array_length(parts) > 1 then gen_random_uuid() end), now());
        insert into public.appointment_links (tenant_id, id, appointment_id, token_hash)
        values (p_tenant, (p_link ->> 'id')::uuid, (parts #>> '{0,id}')::uuid, p_link ->> 'tokenHash')
        on conflict (token_hash) do update set appointment_id = excluded.appointment_id, created_at = now();
        return jsonb_build_object('appointments', (select jsonb_agg(p -> 'id') from jsonb_array_elements(parts) p));
      exception when exclusion_violation then null;                  -- the next choice, then
      end;
    end loop;
    raise exclusion_violation;
  exception when exclusion_violation then
    return jsonb_build_object('refused', 'slot-taken');              -- and what was kept before is kept still
  end;
end $$;
grant execute on function public.hold_online(uuid, jsonb, jsonb, int, text) to service_role;

-- The parts of the visit that a link speaks of, in their order; none when the link is unknown, taken back, or older than its visit by a month.
create function private.parts_of_link(p_token_hash text) returns setof public.appointments
language sql stable set search_path = '' as $$
  select a.*
  from public.appointment_links l
  join public.appointments first on first.tenant_id = l.tenant_id and first.id = l.appointment_id
  join public.appointments a on a.tenant_id = l.tenant_id and (a.id = first.id or a.visit_id = first.visit_id)
  where l.token_hash = p_token_hash and l.revoked_at is null and first.ends_at > now() - interval '30 days'
  order by a.starts_at, a.id
$$;
grant execute on function private.parts_of_link(text) to service_role;

-- What the page behind a link shows, or null. The stored name of the customer is not in it where somebody booked under a name of his own.
create function public.visit_of_link(p_token_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.book_of(min(a.tenant_id::text)::uuid) || jsonb_build_object(
    'linkedAt', (select created_at from public.appointment_links where token_hash = p_token_hash),
    'parts', jsonb_agg(jsonb_build_object('id', a.id, 'staffId', a.staff_id, 'serviceId', a.service_id, 'startsAt', a.starts_at, 'endsAt', a.ends_at,
                                          'prepareMinutes', a.prepare_minutes, 'cleanMinutes', a.clean_minutes, 'price', a.price,
                                          'status', case when a.status in ('held', 'requested') and a.lapses_at <= now() then 'lapsed' else a.status end,
                                          'statusActor', a.status_actor, 'statusAt', a.status_at, 'lapsesAt', a.lapses_at, 'confirmedAt', a.customer_confirmed_at,
                                          'rev', a.rev, 'bookedName', a.booked_name, 'customerId', a.customer_id) order by a.starts_at, a.id),
    'serviceNames', (select jsonb_object_agg(id, name) from public.services s where s.id in (select service_id from private.parts_of_link(p_token_hash))),
    'staffNames', (select jsonb_object_agg(id, name) from public.staff s where s.id in (select staff_id from private.parts_of_link(p_token_hash))))
  from private.parts_of_link(p_token_hash) a
  having count(*) > 0
$$;
grant execute on function public.visit_of_link(text) to service_role;

-- Turns a hold into a booking. p_customer: {id, name, phones, phoneIndex, bookedNames: {part id: name}, note (of the first part)}, sealed; whoever has the
-- number already is that customer, and keeps his name. p_consents: [{kind, textHash, textId, version, purpose, channel}]. p_allowed false: refused for a
-- reason that only the caller knows, after the same work and in the same word, so that nobody can tell the one from the other.
-- Answers {"status": "requested" | "confirmed"} or {"refused": "unknown" | "slot-taken" | "call-the-shop"}; the last says nothing about why.
create function public.book_online(p_token_hash text, p_customer jsonb, p_consents jsonb, p_allowed boolean default true) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  first public.appointments;
  ids uuid[];
  rules public.booking_rules;
  customer public.customers;
  known boolean;
  outcome text;
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
  if not p_allowed or known and (select count(distinct coalesce(visit_id, id)) from public.appointments
                where tenant_id = first.tenant_id and customer_id = customer.id and status in ('held', 'requested', 'confirmed') and ends_at > now()) >= rules.open_limit then
    return jsonb_build_object('refused', 'call-the-shop');
  end if;
  begin
    if not known then
      insert into public.customers (tenant_id, id, name, phones, phone_indexes, created_at)
      values (first.tenant_id, (p_customer ->> 'id')::uuid, p_customer ->> 'name', p_customer ->> 'phones', array[p_customer ->> 'phoneIndex'], now())
      returning * into customer;
    elsif customer.archived_at is not null then
      update public.customers set archived_at = null where tenant_id = first.tenant_id and id = customer.id;   -- he comes again
    end if;
    -- [AP18]
    outcome := case when rules.approval = 'everyone' or rules.approval = 'new-customers' and not known or customer.no_shows >= rules.no_show_limit
                    then 'requested' else 'confirmed' end;
    update public.appointments a
    set customer_id = customer.id, status = outcome, status_at = now(), deleted_at = null, booked_name = p_customer -> 'bookedNames' ->> a.id::text,
        note = case when a.id = ids[1] then p_customer ->> 'note' end,
        lapses_at = case when outcome = 'requested' then least(now() + make_interval(mins => rules.request_minutes), a.starts_at) end
    where a.tenant_id = first.tenant_id and a.id = any (ids);
  exception when exclusion_violation then
    return jsonb_build_object('refused', 'slot-taken');              -- he took so long that somebody else has it; and nobody keeps his name
  end;
  insert into public.customer_consents (tenant_id, customer_id, kind, text_hash, text_id, version, purpose, channel)
  select first.tenant_id, customer.id, c ->> 'kind', c ->> 'textHash', c ->> 'textId', c ->> 'version', c ->> 'purpose', c ->> 'channel'
  from jsonb_array_elements(p_consents) c;
  return jsonb_build_object('status', outcome);
end $$;
grant execute on function public.book_online(text, jsonb, jsonb, boolean) to service_role;

-- What a customer does with his visit. p_act: confirm (he comes; or he takes what was offered to him), cancel, move (p_moves as appointments.move@2).
-- Answers {} or {"refused": "unknown" | "not-open" | "too-late" | "slot-taken"}.
create function public.act_by_link(p_token_hash text, p_act text, p_moves jsonb default '[]') returns jsonb
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
    where tenant_id = first.tenant_id and id = any (ids) and status in ('held', 'confirmed');
    return case when found then '{}' else jsonb_build_object('refused', 'not-open') end;
  end if;

  -- What the shop has not agreed to, or only offered, may be let go at any time. [AP17]
  select make_interval(mins => cancel_notice_minutes) into notice from public.booking_rules where tenant_id = first.tenant_id;
  if first.status = 'confirmed' and now() > first.starts_at - notice then return jsonb_build_object('refused', 'too-late'); end if;

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
          lapses_at = least(a.lapses_at, (m ->> 'startsAt')::timestamptz)
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
grant execute on function public.act_by_link(text, text, jsonb) to service_role;

-- Takes back, for the customer of a visit, that he may be sent promotion: whether or not he had given it, which the answer does not tell.
-- p_consent as in book_online. False: there is no such visit, or nobody's.
create function public.refuse_promotion(p_token_hash text, p_consent jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.customer_consents (tenant_id, customer_id, kind, text_hash, text_id, version, purpose, channel)
  select tenant_id, customer_id, 'withdrawn', p_consent ->> 'textHash', p_consent ->> 'textId', p_consent ->> 'version', p_consent ->> 'purpose', p_consent ->> 'channel'
  from private.parts_of_link(p_token_hash) where customer_id is not null limit 1;
  return found;
end $$;
grant execute on function public.refuse_promotion(text, jsonb) to service_role;

-- What stands behind a calendar address, or null: a month back and all that is ahead.
create function public.feed_of(p_token_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'tenantId', f.tenant_id, 'shop', t.name, 'zone', t.zone, 'staff', s.name, 'fullNames', f.full_names,
    'appointments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'startsAt', a.starts_at, 'endsAt', a.ends_at, 'service', v.name, 'status', a.status,
                                                   'changedAt', a.status_at, 'rev', a.rev, 'customerId', a.customer_id, 'customerName', c.name,
                                                   'bookedName', a.booked_name) order by a.starts_at), '[]')
      from public.appointments a
      join public.services v on v.tenant_id = a.tenant_id and v.id = a.service_id
      left join public.customers c on c.tenant_id = a.tenant_id and c.id = a.customer_id
      where a.tenant_id = f.tenant_id and a.staff_id = f.staff_id and a.status in ('requested', 'confirmed', 'arrived', 'done') and a.ends_at > now() - interval '30 days'))
  from public.calendar_feeds f
  join public.tenants t on t.id = f.tenant_id
  join public.staff s on s.tenant_id = f.tenant_id and s.id = f.staff_id
  where f.token_hash = p_token_hash and f.revoked_at is null
$$;
grant execute on function public.feed_of(text) to service_role;

-- As before, and: which chair is mine, and where the shop can be found on the web (null while its page is closed).
create or replace function public.changes_since(p_tenant uuid, p_cursor jsonb, p_limit int) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  me public.memberships;
  newest bigint := private.rev_of(p_tenant);
  view text := private.view_of_me(p_tenant);
  same_view boolean := coalesce(p_cursor ->> 'view' = view and (p_cursor ->> 'at')::bigint <= newest, false);
  seen bigint := case when same_view then (p_cursor ->> 'at')::bigint else 0 end;
  bootstrap bigint := case when same_view then (p_cursor ->> 'bootstrap')::bigint else newest end;
  query text;
  page jsonb := '[]';
  full_page boolean := false;
begin
  select * into me from public.memberships where tenant_id = p_tenant and user_id = (select auth.uid()) and removed_at is null;
  if not found then return jsonb_build_object('refused', 'not-a-member'); end if;

  if seen < newest then
    select string_agg(format(
      '(select %L as "table", id, rev, to_jsonb(t) - ''tenant_id'' - ''rev'' as "row" from public.%I t'
      ' where tenant_id = $1 and rev > $2 and (rev > $3 or (%s)) order by rev limit $4)', table_name, table_name, recent), ' union all ')
    into query from private.mirrored_tables();
    execute format(
      'select coalesce(jsonb_agg(jsonb_build_object(''table'', "table", ''id'', id, ''rev'', rev,'
      ' ''row'', case when "row" ->> ''deleted_at'' is null then "row" end) order by rev), ''[]''), count(*) = $4'
      ' from (select * from (%s) changes order by rev limit $4) page', query)
    into page, full_page using p_tenant, seen, bootstrap, p_limit;
  end if;

  return jsonb_build_object(
    'changes', page,
    'more', full_page,
    'reset', p_cursor is not null and not same_view,
    'cursor', jsonb_build_object('view', view, 'bootstrap', bootstrap,
                                 'at', case when full_page then (page -> -1 ->> 'rev')::bigint else newest end),
    'me', jsonb_build_object('userId', me.user_id, 'role', me.role, 'name', me.name, 'seesTill', me.role <> 'staff' or me.sees_till,
                             'staffId', (select id from public.staff where tenant_id = p_tenant and member_id = me.id and archived_at is null)),
    'shop', (select jsonb_build_object('id', id, 'name', name, 'trade', trade, 'phone', phone, 'zone', zone, 'address', address,
                                       'slug', case when published_at is not null then slug end)
             from public.tenants where id = p_tenant));
end $$;
