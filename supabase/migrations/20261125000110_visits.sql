-- The book in full: visits of several parts, preparation and clean-up, holds and requests that lapse, what became of each, the queue and the waiting list.

alter table public.appointments
  add column visit_id uuid,                                          -- shared by the parts of a visit of several; null: of one
  add column series_id uuid,
  add column prepare_minutes int not null default 0 check (prepare_minutes between 0 and 120),
  add column clean_minutes int not null default 0 check (clean_minutes between 0 and 120),
  add column busy_from timestamptz,                                  -- starts_at less the preparation, kept by keep_appointment
  add column busy_until timestamptz,                                 -- ends_at and the clean-up
  add column lapses_at private.instant,                              -- while held or requested: until when it holds its chair
  add column status_actor text not null default 'member' check (status_actor in ('member', 'customer', 'nobody')),
  add column status_reason private.sealed,
  add column customer_confirmed_at private.instant,                  -- by his link: he will come
  add column waiting_id uuid,                                        -- the wish that this offer answers
  add column deleted_at private.instant;                             -- a tombstone: booked by mistake and taken back at once, or a hold nobody used

alter table public.appointments drop constraint appointments_status_check;
alter table public.appointments add constraint appointments_status_check
  check (status in ('held', 'requested', 'confirmed', 'arrived', 'done', 'no-show', 'cancelled', 'lapsed'));
alter table public.appointments add constraint tombstones_hold_nothing
  check (deleted_at is null or note is null and status_reason is null and customer_id is null and status in ('cancelled', 'lapsed'));

update public.appointments set busy_from = starts_at, busy_until = ends_at;
alter table public.appointments alter column busy_from set not null, alter column busy_until set not null;

-- Two people never sit in one chair at one time, whatever the programs do. [AP12]
-- Deferrable, so that the parts of a visit may change places in one statement; it is still looked at after each statement.
alter table public.appointments drop constraint one_customer_per_chair;
alter table public.appointments add constraint one_customer_per_chair exclude using gist (
  tenant_id with =, staff_id with =, tstzrange(busy_from, busy_until) with &&
) where (status in ('held', 'requested', 'confirmed', 'arrived')) deferrable initially immediate;
create index on public.appointments (tenant_id, visit_id) where visit_id is not null;
create index on public.appointments (tenant_id, series_id) where series_id is not null;
create index on public.appointments (lapses_at) where status in ('held', 'requested') and lapses_at is not null;

grant insert (visit_id, series_id, prepare_minutes, clean_minutes, lapses_at, waiting_id), update (prepare_minutes, clean_minutes, lapses_at, status_reason, note, deleted_at)
  on public.appointments to authenticated;

update private.mirrored set recent = 'deleted_at is null and ends_at > now() - interval ''30 days''' where table_name = 'appointments';

-- Who acts: a member, or in the customers' functions whoever they name.
create function private.actor() returns text
language sql stable set search_path = '' as $$
  select case when (select auth.uid()) is not null then 'member' else coalesce(nullif(current_setting('siftah.actor', true), ''), 'nobody') end
$$;
grant execute on function private.actor() to authenticated, service_role;

-- Keeps what follows from the rest: the busy time, and that what is agreed to or over does not lapse.
create function private.keep_appointment() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.busy_from := new.starts_at - make_interval(mins => new.prepare_minutes);
  new.busy_until := new.ends_at + make_interval(mins => new.clean_minutes);
  if new.status not in ('held', 'requested') then new.lapses_at := null; end if;
  return new;
end $$;
create trigger keep_appointment before insert or update on public.appointments for each row execute function private.keep_appointment();

-- As before, and: what lapses was done by nobody, whoever comes by when its time is up.
create or replace function private.say_who() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.status, new.status_at) is not distinct from (old.status, old.status_at) then
    new.status_by := old.status_by;
    new.status_actor := old.status_actor;
  else
    new.status_actor := case new.status when 'lapsed' then 'nobody' else private.actor() end;
    new.status_by := case new.status_actor when 'member' then auth.uid() end;
  end if;
  return new;
end $$;

-- What became of an appointment, step by step. Append-only, written by the database itself. [AP16]
create table public.appointment_events (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  appointment_id uuid not null,
  at timestamptz not null default now(),                             -- the server's clock
  status text not null,
  actor text not null check (actor in ('member', 'customer', 'nobody')),
  user_id uuid,                                                      -- which member
  staff_id uuid not null,                                            -- where and when it stood then
  starts_at timestamptz not null,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, appointment_id) references public.appointments (tenant_id, id),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id)
);
create index on public.appointment_events (tenant_id, appointment_id);

revoke all on public.appointment_events from public, anon, authenticated;
grant select on public.appointment_events to authenticated;
select private.mirror('appointment_events', 'at > now() - interval ''30 days''');
alter table public.appointment_events enable row level security;
alter table public.appointment_events force row level security;
create policy "Owners and staff see what became of appointments" on public.appointment_events for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));

create function private.remember_appointment() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' or (new.status, new.staff_id, new.starts_at) is distinct from (old.status, old.staff_id, old.starts_at) then
    insert into public.appointment_events (tenant_id, appointment_id, status, actor, user_id, staff_id, starts_at)
    select new.tenant_id, new.id, new.status, actor, case actor when 'member' then auth.uid() end, new.staff_id, new.starts_at
    from (select case when new.status = 'lapsed' then 'nobody' else private.actor() end as actor) _;
  end if;
  return null;
end $$;
create trigger remember_appointment after insert or update on public.appointments for each row execute function private.remember_appointment();

-- How often a customer did not come: counted here, for phones mirror only the last month. [AP18]
alter table public.customers add column no_shows int not null default 0;

create function private.count_no_shows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' and new.status <> 'no-show' then return null; end if;
  if tg_op = 'UPDATE' and (new.status = 'no-show') = (old.status = 'no-show') and new.customer_id is not distinct from old.customer_id then return null; end if;
  update public.customers c
  set no_shows = counted.n
  from (select ids.id, count(a.id) as n
        from (select distinct unnest(array[new.customer_id, case when tg_op = 'UPDATE' then old.customer_id end]) as id) ids
        left join public.appointments a on a.tenant_id = new.tenant_id and a.customer_id = ids.id and a.status = 'no-show'
        group by ids.id) counted
  where c.tenant_id = new.tenant_id and c.id = counted.id and c.no_shows <> counted.n;
  return null;
end $$;
create trigger then_count_no_shows after insert or update of status, customer_id on public.appointments
  for each row execute function private.count_no_shows();

-- Who walked in and waits for a chair. [AP20]
create table public.walk_ins (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  customer_id uuid,
  name private.sealed,                                               -- what to call him by, where he is no customer
  service_id uuid not null,
  staff_id uuid,                                                     -- null: whoever is free
  arrived_at private.instant not null,
  left_at private.instant,                                           -- he went without being served
  appointment_id uuid,                                               -- what he became when he sat down
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id),
  foreign key (tenant_id, service_id) references public.services (tenant_id, id),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id),
  foreign key (tenant_id, appointment_id) references public.appointments (tenant_id, id)
);

-- Who would come earlier if a chair were free. [AP21]
create table public.waiting_list (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  customer_id uuid not null,
  service_id uuid not null,
  staff_id uuid,
  from_day date not null,
  to_day date not null,
  from_minute int not null default 0 check (from_minute between 0 and 1439),
  to_minute int not null default 1440 check (to_minute between 1 and 1440),
  created_at private.instant not null,
  ended_at private.instant,                                          -- he has his time, or waits no longer
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id),
  foreign key (tenant_id, service_id) references public.services (tenant_id, id),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id),
  check (to_day between from_day and from_day + 366 and from_minute < to_minute)
);
alter table public.appointments add foreign key (tenant_id, waiting_id) references public.waiting_list (tenant_id, id);

revoke all on public.walk_ins, public.waiting_list from public, anon, authenticated;
grant select on public.walk_ins, public.waiting_list to authenticated;
grant insert (tenant_id, id, customer_id, name, service_id, staff_id, arrived_at), update (customer_id, left_at, appointment_id) on public.walk_ins to authenticated;
grant insert (tenant_id, id, customer_id, service_id, staff_id, from_day, to_day, from_minute, to_minute, created_at), update (customer_id, ended_at)
  on public.waiting_list to authenticated;

select private.mirror('walk_ins', 'arrived_at > now() - interval ''2 days''');
select private.mirror('waiting_list', 'ended_at is null');

alter table public.walk_ins enable row level security;
alter table public.walk_ins force row level security;
alter table public.waiting_list enable row level security;
alter table public.waiting_list force row level security;

create policy "Owners and staff see the queue" on public.walk_ins for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff add to the queue" on public.walk_ins for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff take from the queue" on public.walk_ins for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')))
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));

create policy "Owners and staff see who waits" on public.waiting_list for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff add to the waiting list" on public.waiting_list for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff take from the waiting list" on public.waiting_list for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')))
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));

-- An accepted offer ends the wait.
create function private.end_the_wait() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.waiting_list set ended_at = now() where tenant_id = new.tenant_id and id = new.waiting_id and ended_at is null;
  return null;
end $$;
create trigger then_end_the_wait after insert or update of status on public.appointments
  for each row when (new.waiting_id is not null and new.status in ('confirmed', 'arrived')) execute function private.end_the_wait();

-- Lets the shop's holds and requests go whose time is up. Whoever is about to take a chair calls this first, in the shop's turn: the
-- exclusion constraint cannot look at a clock. [AP14]
create function private.lapse(shop uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.appointments
  set status = 'lapsed', status_at = now(),
      -- A hold that never got a customer is nobody's appointment.
      deleted_at = case when status = 'held' and customer_id is null then now() end,
      note = case when status = 'held' and customer_id is null then null else note end
  where tenant_id = shop and status in ('held', 'requested') and lapses_at <= now();
end $$;
grant execute on function private.lapse(uuid) to authenticated, service_role;

-- Writes the parts of a visit, all or none. [AP13] p_parts: [{id, staffId, serviceId, startsAt, endsAt, prepareMinutes, cleanMinutes, price, note}].
create function private.write_visit(shop uuid, p_parts jsonb, p_visit jsonb, happened_at timestamptz) returns void
language sql set search_path = '' as $$
  insert into public.appointments (tenant_id, id, visit_id, series_id, staff_id, customer_id, service_id, starts_at, ends_at, prepare_minutes, clean_minutes,
                                   price, status, status_at, lapses_at, waiting_id, note, created_at)
  select shop, (p ->> 'id')::uuid, (p_visit ->> 'visitId')::uuid, (p_visit ->> 'seriesId')::uuid, (p ->> 'staffId')::uuid,
         private.living_customer(shop, (p_visit ->> 'customerId')::uuid), (p ->> 'serviceId')::uuid, (p ->> 'startsAt')::timestamptz, (p ->> 'endsAt')::timestamptz,
         (p ->> 'prepareMinutes')::int, (p ->> 'cleanMinutes')::int, (p ->> 'price')::bigint, p_visit ->> 'status', happened_at,
         (p_visit ->> 'lapsesAt')::timestamptz, (p_visit ->> 'waitingId')::uuid, p ->> 'note', happened_at
  from jsonb_array_elements(p_parts) p
$$;
grant execute on function private.write_visit(uuid, jsonb, jsonb, timestamptz) to authenticated, service_role;

-- args: {visitId, seriesId, customerId, status: confirmed | arrived | held, lapsesAt, waitingId, walkInId, parts: [part]}.
create function commands."appointments.book@2"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
  happened_at timestamptz := command ->> 'eventAt';
begin
  perform private.lapse(shop);
  perform private.write_visit(shop, args -> 'parts', args, happened_at);
  if args ->> 'walkInId' is not null then
    update public.walk_ins set appointment_id = (args #>> '{parts,0,id}')::uuid
    where tenant_id = shop and id = (args ->> 'walkInId')::uuid and appointment_id is null;
    if not found then perform private.refuse('missing'); end if;     -- somebody else has seated him
  end if;
end $$;

-- As phones of the first version book: one part.
create or replace function commands."appointments.book@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
begin
  perform private.lapse(shop);
  perform private.write_visit(shop, jsonb_build_array(args || '{"prepareMinutes": 0, "cleanMinutes": 0}'),
                              jsonb_build_object('customerId', args -> 'customerId', 'status', 'confirmed'), (command ->> 'eventAt')::timestamptz);
end $$;

-- Moves the parts of a visit, all or none. args.moves: [{id, staffId, startsAt, endsAt}].
create function commands."appointments.move@2"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  moves jsonb := command #> '{args,moves}';
  moved int;
begin
  perform private.lapse(shop);
  update public.appointments a
  set staff_id = (m ->> 'staffId')::uuid, starts_at = (m ->> 'startsAt')::timestamptz, ends_at = (m ->> 'endsAt')::timestamptz
  from jsonb_array_elements(moves) m
  where a.tenant_id = shop and a.id = (m ->> 'id')::uuid and a.status in ('held', 'requested', 'confirmed', 'arrived');
  get diagnostics moved = row_count;
  if moved <> jsonb_array_length(moves) then perform private.refuse('not-open'); end if;
end $$;

create or replace function commands."appointments.move@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  select commands."appointments.move@2"(shop, jsonb_build_object('args', jsonb_build_object('moves', jsonb_build_array(command -> 'args'))))
$$;

-- Ends, agrees to, or reopens an appointment. args: {id, status, statusReason?}.
create or replace function commands."appointments.set-status@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
begin
  perform private.lapse(shop);
  update public.appointments
  set status = args ->> 'status', status_at = (command ->> 'eventAt')::timestamptz, status_reason = args ->> 'statusReason'
  where tenant_id = shop and id = (args ->> 'id')::uuid and deleted_at is null;
  if not found then perform private.refuse('missing'); end if;
end $$;

-- Booked by mistake: as if it had never been. Only while nothing has come of it. args: {ids}.
create function commands."appointments.take-back@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  ids uuid[] := array(select jsonb_array_elements_text(command #> '{args,ids}')::uuid);
  taken int;
begin
  update public.walk_ins set appointment_id = null where tenant_id = shop and appointment_id = any (ids);
  update public.appointments a
  set status = 'cancelled', status_at = (command ->> 'eventAt')::timestamptz, deleted_at = (command ->> 'eventAt')::timestamptz,
      customer_id = null, note = null, status_reason = null
  where a.tenant_id = shop and a.id = any (ids) and a.status in ('confirmed', 'held', 'arrived') and a.deleted_at is null
    and not exists (select from public.transfers t where t.tenant_id = shop and t.appointment_id = a.id);
  get diagnostics taken = row_count;
  if taken <> cardinality(ids) then perform private.refuse('not-open'); end if;
end $$;

create function commands."queue.add@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.walk_ins (tenant_id, id, customer_id, name, service_id, staff_id, arrived_at)
  select shop, (a ->> 'id')::uuid, private.living_customer(shop, (a ->> 'customerId')::uuid), a ->> 'name', (a ->> 'serviceId')::uuid, (a ->> 'staffId')::uuid,
         (command ->> 'eventAt')::timestamptz
  from (select command -> 'args' as a) _
$$;

-- args: {id, left: true}, or false: he is back (undo).
create function commands."queue.leave@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update public.walk_ins set left_at = case when (command #>> '{args,left}')::boolean then (command ->> 'eventAt')::timestamptz end
  where tenant_id = shop and id = (command #>> '{args,id}')::uuid and appointment_id is null;
  if not found then perform private.refuse('missing'); end if;
end $$;

create function commands."waiting.add@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.waiting_list (tenant_id, id, customer_id, service_id, staff_id, from_day, to_day, from_minute, to_minute, created_at)
  select shop, (a ->> 'id')::uuid, private.living_customer(shop, (a ->> 'customerId')::uuid), (a ->> 'serviceId')::uuid, (a ->> 'staffId')::uuid,
         (a ->> 'fromDay')::date, (a ->> 'toDay')::date, (a ->> 'fromMinute')::int, (a ->> 'toMinute')::int, (command ->> 'eventAt')::timestamptz
  from (select command -> 'args' as a) _
$$;

-- args: {id, ended: true}, or false: he waits again (undo).
create function commands."waiting.end@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update public.waiting_list set ended_at = case when (command #>> '{args,ended}')::boolean then (command ->> 'eventAt')::timestamptz end
  where tenant_id = shop and id = (command #>> '{args,id}')::uuid;
  if not found then perform private.refuse('missing'); end if;
end $$;

-- The person `mergedId` turns out to be `id`: his place in the queue and on the waiting list move over too.
create or replace function commands."customers.merge@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
  kept uuid := args ->> 'id';
  merged uuid := args ->> 'mergedId';
begin
  if kept = merged then perform private.refuse('malformed'); end if;   -- he would vanish into himself
  perform commands."customers.edit@1"(shop, command);
  update public.customers
  set name = null, phones = null, phone_indexes = '{}', email = null, note = null, deleted_at = (command ->> 'eventAt')::timestamptz, merged_into = kept
  where tenant_id = shop and id = merged and deleted_at is null;
  if not found then perform private.refuse('missing'); end if;
  update public.appointments set customer_id = kept where tenant_id = shop and customer_id = merged;
  update public.walk_ins set customer_id = kept where tenant_id = shop and customer_id = merged;
  update public.waiting_list set customer_id = kept where tenant_id = shop and customer_id = merged;
end $$;

-- Takes a whole import back: whom it made goes, whom it added to gets back what he had. Left alone is whoever was changed, booked, seated or listed since.
create or replace function commands."customers.undo-import@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  batch uuid := command #>> '{args,importId}';
  happened_at timestamptz := command ->> 'eventAt';
begin
  update public.customer_imports set undone_at = happened_at where tenant_id = shop and id = batch and undone_at is null;
  if not found then perform private.refuse('missing'); end if;

  update public.customers c
  set name = null, phones = null, phone_indexes = '{}', email = null, note = null, deleted_at = happened_at
  from public.customer_import_rows r
  where r.tenant_id = shop and r.import_id = batch and r.before is null
    and c.tenant_id = shop and c.id = r.customer_id and c.rev = r.after_rev
    and not exists (select from public.appointments a where a.tenant_id = shop and a.customer_id = c.id)
    and not exists (select from public.walk_ins w where w.tenant_id = shop and w.customer_id = c.id)
    and not exists (select from public.waiting_list l where l.tenant_id = shop and l.customer_id = c.id);

  update public.customers c
  set phones = r.before ->> 'phones', email = r.before ->> 'email', note = r.before ->> 'note',
      phone_indexes = array(select jsonb_array_elements_text(r.before -> 'phone_indexes'))
  from public.customer_import_rows r
  where r.tenant_id = shop and r.import_id = batch and r.before is not null
    and c.tenant_id = shop and c.id = r.customer_id and c.rev = r.after_rev;

  delete from public.customer_import_rows where tenant_id = shop and import_id = batch;   -- `before` holds what was taken back
end $$;
