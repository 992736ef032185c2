-- The appointment book: the people who serve (a chair each), what they do, when they are there, and who comes when.

create table public.staff (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 80),
  position int not null default 0,
  archived_at private.instant,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id)
);
comment on table public.staff is 'A chair: somebody who serves. He may or may not be a member who logs in.';

create table public.services (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 80),
  minutes int not null check (minutes between 5 and 720),
  price bigint not null check (price between 0 and 100000000000),   -- kuruş, KDV included
  position int not null default 0,
  archived_at private.instant,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id)
);

-- A chair's hours on one weekday, as sorted, disjoint [from, to) pairs of minutes after midnight: [[540,780],[840,1140]]. Empty: closed.
create table public.working_hours (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  staff_id uuid not null,
  weekday int not null check (weekday between 1 and 7),             -- Monday is 1
  ranges jsonb not null check (jsonb_typeof(ranges) = 'array' and jsonb_array_length(ranges) <= 6),
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, staff_id, weekday),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id)
);

create table public.appointments (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  staff_id uuid not null,
  customer_id uuid,                                                 -- null: somebody without a name
  service_id uuid not null,
  starts_at private.instant not null,
  ends_at private.instant not null,
  price bigint not null check (price between 0 and 100000000000),   -- kuruş, as agreed when booking
  status text not null default 'confirmed'
    check (status in ('requested', 'confirmed', 'arrived', 'done', 'no-show', 'cancelled')),
  status_at private.instant not null,
  status_by uuid not null default auth.uid(),
  note private.sealed,
  created_at private.instant not null,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id),
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id),
  foreign key (tenant_id, service_id) references public.services (tenant_id, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
  -- Two people never sit in one chair at one time, whatever the programs do.
  constraint one_customer_per_chair exclude using gist (
    tenant_id with =, staff_id with =, tstzrange(starts_at, ends_at) with &&
  ) where (status in ('requested', 'confirmed', 'arrived'))
);
create index on public.appointments (tenant_id, starts_at);
create index on public.appointments (tenant_id, customer_id);

revoke all on public.staff, public.services, public.working_hours, public.appointments from public, anon, authenticated;
grant select on public.staff, public.services, public.working_hours, public.appointments to authenticated;
grant insert (tenant_id, id, name, position), update (name, position, archived_at) on public.staff to authenticated;
grant insert (tenant_id, id, name, minutes, price, position), update (name, minutes, price, position, archived_at) on public.services to authenticated;
grant insert (tenant_id, id, staff_id, weekday, ranges), update (ranges) on public.working_hours to authenticated;
grant insert (tenant_id, id, staff_id, customer_id, service_id, starts_at, ends_at, price, status, status_at, note, created_at) on public.appointments to authenticated;
grant update (staff_id, customer_id, starts_at, ends_at, status, status_at, status_by) on public.appointments to authenticated;

select private.mirror('staff');
select private.mirror('services');
select private.mirror('working_hours');
select private.mirror('appointments', 'ends_at > now() - interval ''30 days''');

alter table public.staff enable row level security;
alter table public.staff force row level security;
alter table public.services enable row level security;
alter table public.services force row level security;
alter table public.working_hours enable row level security;
alter table public.working_hours force row level security;
alter table public.appointments enable row level security;
alter table public.appointments force row level security;

create policy "Members see who serves in their shop" on public.staff for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Owners add chairs" on public.staff for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners change chairs" on public.staff for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

create policy "Members see the services of their shop" on public.services for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Owners add services" on public.services for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners change services" on public.services for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

create policy "Members see the hours of their shop" on public.working_hours for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Owners set hours" on public.working_hours for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners change hours" on public.working_hours for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

create policy "Owners and staff see the appointments of their shop" on public.appointments for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff book" on public.appointments for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff move, finish and cancel" on public.appointments for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')))
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));

create function commands."staff.save@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.staff as s (tenant_id, id, name, position)
  select shop, (a ->> 'id')::uuid, a ->> 'name', (a ->> 'position')::int from (select command -> 'args' as a) _
  on conflict (tenant_id, id) do update set name = excluded.name, position = excluded.position
$$;

create function commands."staff.archive@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update public.staff
  set archived_at = case when (command #>> '{args,archived}')::boolean then (command ->> 'eventAt')::timestamptz end
  where tenant_id = shop and id = (command #>> '{args,id}')::uuid;
  if not found then perform private.refuse('missing'); end if;
end $$;

create function commands."services.save@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.services as s (tenant_id, id, name, minutes, price, position)
  select shop, (a ->> 'id')::uuid, a ->> 'name', (a ->> 'minutes')::int, (a ->> 'price')::bigint, (a ->> 'position')::int
  from (select command -> 'args' as a) _
  on conflict (tenant_id, id) do update
    set name = excluded.name, minutes = excluded.minutes, price = excluded.price, position = excluded.position
$$;

create function commands."services.archive@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update public.services
  set archived_at = case when (command #>> '{args,archived}')::boolean then (command ->> 'eventAt')::timestamptz end
  where tenant_id = shop and id = (command #>> '{args,id}')::uuid;
  if not found then perform private.refuse('missing'); end if;
end $$;

-- One weekday of one chair. Two phones that set it set the same row, the one of chair and weekday, whatever id each has given it.
create function commands."hours.set@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.working_hours as h (tenant_id, id, staff_id, weekday, ranges)
  select shop, (a ->> 'id')::uuid, (a ->> 'staffId')::uuid, (a ->> 'weekday')::int, a -> 'ranges' from (select command -> 'args' as a) _
  on conflict (tenant_id, staff_id, weekday) do update set ranges = excluded.ranges
$$;

-- The customer as he is known today: whoever he was merged into. Refuses one who is gone. Null stays null.
create function private.living_customer(shop uuid, customer uuid) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  living uuid;
begin
  if customer is null then return null; end if;
  -- `union` and not `union all`: a ring of merges, which no command makes, ends instead of going round.
  with recursive known as (
    select id, deleted_at, merged_into from public.customers where tenant_id = shop and id = customer
    union
    select c.id, c.deleted_at, c.merged_into from known join public.customers c on c.tenant_id = shop and c.id = known.merged_into
    where known.deleted_at is not null)
  select id into living from known where deleted_at is null;
  if living is null then perform private.refuse('missing'); end if;
  return living;
end $$;
grant execute on function private.living_customer(uuid, uuid) to authenticated;

create function commands."appointments.book@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.appointments (tenant_id, id, staff_id, customer_id, service_id, starts_at, ends_at, price, status, status_at, note, created_at)
  select shop, (a ->> 'id')::uuid, (a ->> 'staffId')::uuid, private.living_customer(shop, (a ->> 'customerId')::uuid), (a ->> 'serviceId')::uuid,
         (a ->> 'startsAt')::timestamptz, (a ->> 'endsAt')::timestamptz, (a ->> 'price')::bigint, 'confirmed',
         (command ->> 'eventAt')::timestamptz, a ->> 'note', (command ->> 'eventAt')::timestamptz
  from (select command -> 'args' as a) _
$$;

create function commands."appointments.move@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
begin
  update public.appointments
  set staff_id = (args ->> 'staffId')::uuid, starts_at = (args ->> 'startsAt')::timestamptz, ends_at = (args ->> 'endsAt')::timestamptz
  where tenant_id = shop and id = (args ->> 'id')::uuid and status in ('requested', 'confirmed', 'arrived');
  if not found then perform private.refuse('not-open'); end if;
end $$;

-- Ends or reopens an appointment: done, no-show, cancelled, or confirmed again (undo).
create function commands."appointments.set-status@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
begin
  update public.appointments
  set status = args ->> 'status', status_at = (command ->> 'eventAt')::timestamptz, status_by = auth.uid()
  where tenant_id = shop and id = (args ->> 'id')::uuid;
  if not found then perform private.refuse('missing'); end if;
end $$;

-- The person `mergedId` turns out to be `id`: everything of his moves over, and he becomes a tombstone.
-- The united name, phones, e-mail and note come from the phone, where both can be read.
create function commands."customers.merge@1"(shop uuid, command jsonb) returns void
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
end $$;
