-- What an attacker's review of the first tables left open, closed one by one.

-- A counter of attempts goes when its window is over: what is kept of an address or an e-mail is a hash, and even that is kept no longer.
delete from private.attempts;                            -- how long the old ones count is not written on them
alter table private.attempts drop column started_at, add column ends_at timestamptz not null;
create index on private.attempts (ends_at);

-- Takes one of `p_cap` attempts per window. False: the window's attempts are used up. Each attempt sweeps away up to a hundred counters
-- whose window is over, and makes one at most: they never pile up. It takes none that somebody else is just writing, so nobody waits for it.
create or replace function public.take_attempt(p_bucket text, p_cap int, p_window interval) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  allowed boolean;
begin
  insert into private.attempts as a (bucket, ends_at) values (p_bucket, now() + p_window)
  on conflict (bucket) do update
    set count = case when a.ends_at < now() then 1 else a.count + 1 end,
        ends_at = case when a.ends_at < now() then now() + p_window else a.ends_at end
  returning count <= p_cap into allowed;
  delete from private.attempts where bucket in (
    select bucket from private.attempts where ends_at < now() limit 100 for update skip locked);
  return allowed;
end $$;
grant execute on function public.take_attempt(text, int, interval) to service_role;

-- Who changed an appointment's status is said by the database, whatever the writer says. Null: no member; the customer, or the server for him.
alter table public.appointments alter column status_by drop not null;

create function private.say_who() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.status_by := case when tg_op = 'INSERT' or (new.status, new.status_at) is distinct from (old.status, old.status_at)
                        then auth.uid() else old.status_by end;
  return new;
end $$;
create trigger say_who before insert or update on public.appointments for each row execute function private.say_who();

-- The commands that are the owner's alone; all others are for owners and staff, and an accountant only reads. The policies hold it too, row
-- by row, but an update that they forbid touches no row and says nothing: the member would be told that what he sees before him is missing.
create table private.owner_commands (
  name text primary key
);
alter table private.owner_commands enable row level security;
insert into private.owner_commands values
  ('staff.save@1'), ('staff.archive@1'), ('services.save@1'), ('services.archive@1'), ('hours.set@1');

create function private.may_send(shop uuid, command_name text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.memberships
    where tenant_id = shop and user_id = (select auth.uid()) and removed_at is null
      and (role = 'owner' or role = 'staff' and not exists (select from private.owner_commands where name = command_name)))
$$;
grant execute on function private.may_send(uuid, text) to authenticated;

-- Runs one command's function. Raises what it raises. A time that is none, or that only a wrong clock tells, is refused here too: the
-- server's door looks first (lib/sync/server/answer-phone.ts), but it is not the only way to this one. [SY7]
create or replace function private.run_command(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  signature text := format('commands.%I(uuid,jsonb)', command ->> 'name');
  happened_at timestamptz;
begin
  if to_regprocedure(signature) is null then perform private.refuse('unknown-command'); end if;
  if not private.may_send(shop, command ->> 'name') then perform private.refuse('forbidden'); end if;
  happened_at := command ->> 'eventAt';
  if isfinite(happened_at) is not true then perform private.refuse('malformed'); end if;
  if happened_at > now() + interval '1 hour' then perform private.refuse('future-dated'); end if;
  if happened_at < now() - interval '400 days' then perform private.refuse('past-dated'); end if;
  execute format('select commands.%I($1, $2)', command ->> 'name') using shop, command;
end $$;

-- A zone that no phone knows would stop every phone of the shop. A region and a place, and Postgres has it: the second half raises for a name
-- that is none. (Without digits, for Postgres takes `Mars/Olympus3` for a rule of its own; no pg_timezone_names, which reads every file there is.)
alter table public.tenants add constraint a_zone_that_phones_know check (
  zone ~ '^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]+$'
  and timestamptz '2026-01-01 00:00Z' at time zone zone is not null);

-- A session that was ended (a log-out, a new password) is over at once where phones come in, though its token is good for a while yet.
-- Raised as HTTP 401 and not answered as nobody: a phone that hears that its person is no member would wipe itself, outbox and all. [SY15]
create function private.session_lives() returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  session uuid := auth.jwt() ->> 'session_id';           -- every token that the auth server gives a person has one
begin
  if session is not null and not exists (select from auth.sessions where id = session) then
    raise sqlstate 'PT401' using message = 'session-ended';
  end if;
  return true;
end $$;
grant execute on function private.session_lives() to authenticated;

-- Asked once by each batch of commands.
create or replace function private.role_of_me(shop uuid) returns text
language sql stable security definer set search_path = '' as $$
  select role from public.memberships
  where tenant_id = shop and user_id = (select auth.uid()) and removed_at is null and private.session_lives()
$$;

-- Asked once by each pull.
create or replace function private.view_of_me(shop uuid) returns text
language sql stable security definer set search_path = '' as $$
  select md5(r.epoch::text || m.role || m.sees_till)
  from private.revs r join public.memberships m using (tenant_id)
  where tenant_id = shop and m.user_id = (select auth.uid()) and m.removed_at is null and private.session_lives()
$$;
