-- When the shop serves beyond its usual week, who does what, and how customers may book. The rules are numbered in lib/appointments/SPEC.md.

alter table public.services
  add column prepare_minutes int not null default 0 check (prepare_minutes between 0 and 120),   -- the chair is busy so long before the customer sits down
  add column clean_minutes int not null default 0 check (clean_minutes between 0 and 120),       -- and so long after
  add column online boolean not null default true;                                              -- customers may choose it themselves
grant insert (prepare_minutes, clean_minutes, online), update (prepare_minutes, clean_minutes, online) on public.services to authenticated;

-- Which member sits here: his phone opens at his own column. Null: nobody who logs in.
alter table public.staff add column member_id uuid, add foreign key (tenant_id, member_id) references public.memberships (tenant_id, id);
create unique index one_chair_per_member on public.staff (tenant_id, member_id);
grant update (member_id) on public.staff to authenticated;

-- What is different when this chair does that service. No row: it does, as the service says. [AP8]
create table public.staff_services (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  staff_id uuid not null,
  service_id uuid not null,
  offered boolean not null,
  minutes int check (minutes between 5 and 720),
  price bigint check (price between 0 and 100000000000),            -- kuruş, KDV included
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, staff_id, service_id),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id),
  foreign key (tenant_id, service_id) references public.services (tenant_id, id)
);

-- Pairs of minutes after midnight, sorted and disjoint: [[540,780],[840,1140]].
create function private.are_ranges(ranges jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  reached int := -1;
  pair jsonb;
begin
  if jsonb_typeof(ranges) <> 'array' or jsonb_array_length(ranges) > 6 then return false; end if;
  for pair in select value from jsonb_array_elements(ranges) loop
    if jsonb_typeof(pair) <> 'array' or jsonb_array_length(pair) <> 2 then return false; end if;
    if (pair ->> 0)::int <= reached or (pair ->> 1)::int <= (pair ->> 0)::int or (pair ->> 1)::int > 1440 then return false; end if;
    reached := (pair ->> 1)::int;
  end loop;
  return true;
exception when others then return false;                             -- not even numbers
end $$;
grant execute on function private.are_ranges(jsonb) to authenticated;

-- The hours of one date in place of all others. [AP1]
create table public.special_hours (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  staff_id uuid,                                                     -- null: of every chair
  day date not null,                                                 -- in the shop's calendar
  ranges jsonb not null check (private.are_ranges(ranges)),
  deleted_at private.instant,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique nulls not distinct (tenant_id, staff_id, day),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id)
);

-- Time in which a chair, or nobody, serves: leave, an errand, the shop's own holiday.
create table public.time_off (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  staff_id uuid,                                                     -- null: nobody serves
  starts_at private.instant not null,
  ends_at private.instant not null,
  note private.sealed,                                               -- it may say that somebody is ill
  deleted_at private.instant,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '400 days'),
  check (deleted_at is null or note is null)
);

-- What the shop does on an official holiday, every year. No row, or `official`: closed, or from 13:00 on a half day. [AP2]
create table public.holiday_hours (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  holiday text not null check (holiday ~ '^[a-z0-9-]{3,40}$'),       -- a name of lib/appointments/holidays.ts
  opens text not null check (opens in ('official', 'closed', 'usual', 'longer')),
  until int check (until between 1 and 1440),                        -- minutes after midnight
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, holiday),
  check ((until is not null) = (opens = 'longer'))
);

-- How customers may book. One row a shop; its id is the shop's.
create table public.booking_rules (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null check (id = tenant_id),
  step_minutes int not null default 15 check (step_minutes between 5 and 60),
  notice_minutes int not null default 60 check (notice_minutes between 0 and 20160),
  days_ahead int not null default 30 check (days_ahead between 1 and 365),
  open_limit int not null default 2 check (open_limit between 1 and 20),              -- open visits that one customer may have
  approval text not null default 'everyone' check (approval in ('everyone', 'new-customers', 'nobody')),
  request_minutes int not null default 720 check (request_minutes between 10 and 10080),
  cancel_notice_minutes int not null default 120 check (cancel_notice_minutes between 0 and 20160),
  offer_minutes int not null default 10 check (offer_minutes between 5 and 1440),
  any_staff boolean not null default true,
  no_show_limit int default 2 check (no_show_limit between 1 and 20),
  no_show_rule text not null default 'approval' check (no_show_rule in ('approval', 'kapora')),
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id)
);

revoke all on public.staff_services, public.special_hours, public.time_off, public.holiday_hours, public.booking_rules from public, anon, authenticated;
grant select on public.staff_services, public.special_hours, public.time_off, public.holiday_hours, public.booking_rules to authenticated;
grant insert (tenant_id, id, staff_id, service_id, offered, minutes, price), update (offered, minutes, price) on public.staff_services to authenticated;
grant insert (tenant_id, id, staff_id, day, ranges, deleted_at), update (ranges, deleted_at) on public.special_hours to authenticated;
grant insert (tenant_id, id, staff_id, starts_at, ends_at, note), update (note, deleted_at) on public.time_off to authenticated;
grant insert (tenant_id, id, holiday, opens, until), update (opens, until) on public.holiday_hours to authenticated;
grant update (step_minutes, notice_minutes, days_ahead, open_limit, approval, request_minutes, cancel_notice_minutes, offer_minutes, any_staff, no_show_limit, no_show_rule)
  on public.booking_rules to authenticated;

select private.mirror('staff_services');
select private.mirror('special_hours', 'deleted_at is null and day > now() - interval ''30 days''');
select private.mirror('time_off', 'deleted_at is null and ends_at > now() - interval ''30 days''');
select private.mirror('holiday_hours');
select private.mirror('booking_rules');

alter table public.staff_services enable row level security;
alter table public.staff_services force row level security;
alter table public.special_hours enable row level security;
alter table public.special_hours force row level security;
alter table public.time_off enable row level security;
alter table public.time_off force row level security;
alter table public.holiday_hours enable row level security;
alter table public.holiday_hours force row level security;
alter table public.booking_rules enable row level security;
alter table public.booking_rules force row level security;

create policy "Members see who does what in their shop" on public.staff_services for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Owners say who does what" on public.staff_services for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners change who does what" on public.staff_services for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

create policy "Members see the special hours of their shop" on public.special_hours for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Owners set special hours" on public.special_hours for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners change special hours" on public.special_hours for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

-- Whether the asker sits there. Null, the whole shop, is nobody's own.
create function private.is_my_chair(shop uuid, chair uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from public.staff s join public.memberships m on m.tenant_id = s.tenant_id and m.id = s.member_id
                 where s.tenant_id = shop and s.id = chair and m.user_id = (select auth.uid()))
$$;
grant execute on function private.is_my_chair(uuid, uuid) to authenticated;

create policy "Owners and staff see who is off" on public.time_off for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners take time off for anybody, staff for their own chair" on public.time_off for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}'))
              or tenant_id in (select private.shops_of_me('{staff}')) and private.is_my_chair(tenant_id, staff_id));
create policy "Owners take anybody's time off back, staff their own" on public.time_off for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))
         or tenant_id in (select private.shops_of_me('{staff}')) and private.is_my_chair(tenant_id, staff_id))
  with check (tenant_id in (select private.shops_of_me('{owner}'))
              or tenant_id in (select private.shops_of_me('{staff}')) and private.is_my_chair(tenant_id, staff_id));

create policy "Members see the holidays of their shop" on public.holiday_hours for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Owners choose for a holiday" on public.holiday_hours for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners choose otherwise for a holiday" on public.holiday_hours for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

create policy "Members see how customers may book" on public.booking_rules for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Owners set how customers may book" on public.booking_rules for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

-- Every shop is born with its rules; those born before get them now.
create function private.lay_down_rules() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.booking_rules (tenant_id, id) values (new.id, new.id);
  return new;
end $$;
create trigger then_lay_down_rules after insert on public.tenants for each row execute function private.lay_down_rules();
insert into public.booking_rules (tenant_id, id) select id, id from public.tenants;

-- What an older phone does not know of stays as it is.
create or replace function commands."services.save@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.services (tenant_id, id, name, minutes, price, position, prepare_minutes, clean_minutes, online)
  select shop, (a ->> 'id')::uuid, a ->> 'name', (a ->> 'minutes')::int, (a ->> 'price')::bigint, (a ->> 'position')::int,
         coalesce((a ->> 'prepareMinutes')::int, s.prepare_minutes, 0), coalesce((a ->> 'cleanMinutes')::int, s.clean_minutes, 0),
         coalesce((a ->> 'online')::boolean, s.online, true)
  from (select command -> 'args' as a) _ left join public.services s on s.tenant_id = shop and s.id = (a ->> 'id')::uuid
  on conflict (tenant_id, id) do update
    set name = excluded.name, minutes = excluded.minutes, price = excluded.price, position = excluded.position,
        prepare_minutes = excluded.prepare_minutes, clean_minutes = excluded.clean_minutes, online = excluded.online
$$;

create function commands."staff.set-service@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.staff_services as s (tenant_id, id, staff_id, service_id, offered, minutes, price)
  select shop, (a ->> 'id')::uuid, (a ->> 'staffId')::uuid, (a ->> 'serviceId')::uuid, (a ->> 'offered')::boolean, (a ->> 'minutes')::int, (a ->> 'price')::bigint
  from (select command -> 'args' as a) _
  on conflict (tenant_id, staff_id, service_id) do update set offered = excluded.offered, minutes = excluded.minutes, price = excluded.price
$$;

-- One date of one chair, or of all. args.ranges null: as usual again.
create function commands."hours.set-special@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.special_hours as s (tenant_id, id, staff_id, day, ranges, deleted_at)
  select shop, (a ->> 'id')::uuid, (a ->> 'staffId')::uuid, (a ->> 'day')::date, coalesce(nullif(a -> 'ranges', 'null'), '[]'),
         case when jsonb_typeof(a -> 'ranges') = 'null' then (command ->> 'eventAt')::timestamptz end
  from (select command -> 'args' as a) _
  on conflict (tenant_id, staff_id, day) do update set ranges = excluded.ranges, deleted_at = excluded.deleted_at
$$;

create function commands."hours.add-time-off@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.time_off (tenant_id, id, staff_id, starts_at, ends_at, note)
  select shop, (a ->> 'id')::uuid, (a ->> 'staffId')::uuid, (a ->> 'startsAt')::timestamptz, (a ->> 'endsAt')::timestamptz, a ->> 'note'
  from (select command -> 'args' as a) _
$$;

create function commands."hours.remove-time-off@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  off uuid := command #>> '{args,id}';
begin
  update public.time_off set deleted_at = (command ->> 'eventAt')::timestamptz, note = null
  where tenant_id = shop and id = off and deleted_at is null;
  if found then return; end if;
  -- He sees it and may not take it back: it is another's.
  perform private.refuse('forbidden') from public.time_off where tenant_id = shop and id = off and deleted_at is null;
  perform private.refuse('missing');
end $$;

create function commands."hours.set-holiday@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.holiday_hours as h (tenant_id, id, holiday, opens, until)
  select shop, (a ->> 'id')::uuid, a ->> 'holiday', a ->> 'opens', (a ->> 'until')::int from (select command -> 'args' as a) _
  on conflict (tenant_id, holiday) do update set opens = excluded.opens, until = excluded.until
$$;

-- Only the rules that were changed are in args: two phones that set different ones both win.
create function commands."booking.set-rules@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
begin
  update public.booking_rules r set
    step_minutes = coalesce((a ->> 'stepMinutes')::int, r.step_minutes),
    notice_minutes = coalesce((a ->> 'noticeMinutes')::int, r.notice_minutes),
    days_ahead = coalesce((a ->> 'daysAhead')::int, r.days_ahead),
    open_limit = coalesce((a ->> 'openLimit')::int, r.open_limit),
    approval = coalesce(a ->> 'approval', r.approval),
    request_minutes = coalesce((a ->> 'requestMinutes')::int, r.request_minutes),
    cancel_notice_minutes = coalesce((a ->> 'cancelNoticeMinutes')::int, r.cancel_notice_minutes),
    offer_minutes = coalesce((a ->> 'offerMinutes')::int, r.offer_minutes),
    any_staff = coalesce((a ->> 'anyStaff')::boolean, r.any_staff),
    no_show_limit = case when a ? 'noShowLimit' then (a ->> 'noShowLimit')::int else r.no_show_limit end,
    no_show_rule = coalesce(a ->> 'noShowRule', r.no_show_rule)
  where tenant_id = shop;
  if not found then perform private.refuse('forbidden'); end if;
end $$;

insert into private.owner_commands values
  ('staff.set-service@1'), ('hours.set-special@1'), ('hours.set-holiday@1'), ('booking.set-rules@1');
