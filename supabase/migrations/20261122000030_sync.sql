-- The sync engine's half that lives in the database. The rules are numbered in lib/sync/SPEC.md.

-- One counter per shop. A write takes the next value in its own transaction, and holds the row until it commits:
-- the order of commits is the order of `rev`, so a cursor can never pass a change that is still on its way. [SY1]
-- `epoch` is renewed after a restore from a backup: every phone then downloads the shop afresh. [SY8]
create table private.revs (
  tenant_id uuid primary key references public.tenants (id) on delete cascade,
  rev bigint not null default 0,
  epoch uuid not null default gen_random_uuid()
);
alter table private.revs enable row level security;

create function private.start_counting() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.revs (tenant_id) values (new.id);
  return new;
end $$;
create trigger start_counting after insert on public.tenants for each row execute function private.start_counting();

create function private.take_rev() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update private.revs set rev = rev + 1 where tenant_id = new.tenant_id returning rev into new.rev;
  return new;
end $$;

-- Waits for the shop's turn: batches of one shop run one after another, different shops side by side.
create function private.take_turn(shop uuid) returns void
language sql security definer set search_path = '' as $$
  select from private.revs where tenant_id = shop for update
$$;
grant execute on function private.take_turn(uuid) to authenticated;

create function private.rev_of(shop uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select rev from private.revs where tenant_id = shop
$$;
grant execute on function private.rev_of(uuid) to authenticated;

-- The tables that phones mirror. `recent` is the condition a row must meet to be part of a first download.
create table private.mirrored (
  table_name text primary key,
  recent text not null
);
alter table private.mirrored enable row level security;

-- Called by each feature's migration for each of its mirrored tables (which have tenant_id, id, rev, and maybe deleted_at).
create function private.mirror(table_name text, recent text default 'true') returns void
language plpgsql set search_path = '' as $$
begin
  insert into private.mirrored values (table_name, recent);
  execute format('create index on public.%I (tenant_id, rev)', table_name);
  execute format('create trigger take_rev before insert or update on public.%I for each row execute function private.take_rev()', table_name);
end $$;

-- What became of each command, so that a replay gets the same answer. [SY4]
create table public.command_results (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  user_id uuid not null default auth.uid(),
  device_id uuid not null,
  name text not null,
  reason text,                                           -- null: applied
  rev bigint not null,                                   -- the shop's counter after the command
  event_at timestamptz not null,                         -- when it happened, by the phone's clock
  created_at timestamptz not null default now(),         -- when the server heard
  primary key (tenant_id, id)
);

revoke all on public.command_results from public, anon, authenticated;
grant select on public.command_results to authenticated;
grant insert (tenant_id, id, device_id, name, reason, rev, event_at) on public.command_results to authenticated;

alter table public.command_results enable row level security;
alter table public.command_results force row level security;

create policy "Members see what became of their own commands" on public.command_results for select to authenticated
  using (user_id = (select auth.uid()) and tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Members record what became of their own commands" on public.command_results for insert to authenticated
  with check (user_id = (select auth.uid()) and tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));

-- Runs one command's function. Raises what it raises. A time that is none, or lies ahead by more than a phone's clock may, is refused
-- here too: the server's door looks first (lib/sync/server/answer-phone.ts), but it is not the only way to this one.
create function private.run_command(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  signature text := format('commands.%I(uuid,jsonb)', command ->> 'name');
begin
  if to_regprocedure(signature) is null then perform private.refuse('unknown-command'); end if;
  if not (command ->> 'eventAt')::timestamptz <= now() + interval '1 hour' then perform private.refuse('future-dated'); end if;
  if not isfinite((command ->> 'eventAt')::timestamptz) then perform private.refuse('malformed'); end if;
  execute format('select commands.%I($1, $2)', command ->> 'name') using shop, command;
end $$;
grant execute on function private.run_command(uuid, jsonb) to authenticated;

-- Runs a batch, each command in its own subtransaction and under the caller's own rights, and records each result. [SY3] [SY4] [SY5]
-- Commands are {id, name, eventAt, args}. Answers {"results": [{id, status, reason?, rev}]} or {"refused": "not-a-member"}.
-- Raises only when the whole batch should be sent again (a deadlock, a full disk, a server going down). [SY6]
create function public.apply_commands(p_tenant uuid, p_device uuid, p_commands jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  command jsonb;
  command_id uuid;
  known public.command_results;
  refusal text;
  results jsonb := '[]';
begin
  if private.role_of_me(p_tenant) is null then return jsonb_build_object('refused', 'not-a-member'); end if;
  perform private.take_turn(p_tenant);

  for command in select value from jsonb_array_elements(p_commands) loop
    command_id := command ->> 'id';
    select * into known from public.command_results where tenant_id = p_tenant and id = command_id;
    if found then
      results := results || jsonb_build_object('id', command_id, 'rev', known.rev, 'reason', known.reason,
                                               'status', case when known.reason is null then 'duplicate' else 'rejected' end);
      continue;
    end if;

    refusal := null;
    begin
      perform private.run_command(p_tenant, command);
      perform private.record_result(p_tenant, p_device, command, null);
    exception
      when sqlstate 'SF001' then refusal := sqlerrm;
      when exclusion_violation then refusal := 'slot-taken';
      when foreign_key_violation then refusal := 'missing';
      when unique_violation then refusal := 'exists';
      when insufficient_privilege then refusal := 'forbidden';
      when transaction_rollback or lock_not_available or insufficient_resources or operator_intervention or system_error then raise;
      when data_exception or integrity_constraint_violation then refusal := 'malformed';
      when others then
        raise warning 'command % failed: % %', command ->> 'name', sqlstate, sqlerrm;
        refusal := 'failed';
    end;
    if refusal is not null then perform private.record_result(p_tenant, p_device, command, refusal); end if;
    results := results || jsonb_build_object('id', command_id, 'rev', private.rev_of(p_tenant), 'reason', refusal,
                                             'status', case when refusal is null then 'applied' else 'rejected' end);
  end loop;
  return jsonb_build_object('results', results);
end $$;
grant execute on function public.apply_commands(uuid, uuid, jsonb) to authenticated;

create function private.record_result(shop uuid, device uuid, command jsonb, refusal text) returns void
language plpgsql set search_path = '' as $$
begin
  -- What is refused may have a time that is none, or no name at all: it must not hold up those behind it. [SY5]
  insert into public.command_results (tenant_id, id, device_id, name, reason, rev, event_at)
  values (shop, (command ->> 'id')::uuid, device, coalesce(command ->> 'name', ''), refusal, private.rev_of(shop),
          case when refusal is null or pg_input_is_valid(command ->> 'eventAt', 'timestamptz') then (command ->> 'eventAt')::timestamptz else now() end);
exception when unique_violation then
  -- Another member's command has this id. Then this one must not take effect either.
  if refusal is null then raise; end if;
end $$;
grant execute on function private.record_result(uuid, uuid, jsonb, text) to authenticated;

create function private.mirrored_tables() returns setof private.mirrored
language sql stable security definer set search_path = '' as $$
  select * from private.mirrored order by table_name
$$;
grant execute on function private.mirrored_tables() to authenticated;

-- What a cursor is a cursor of: the shop's epoch as seen with these rights. Other rights, or a restored database, are another view. [SY8]
create function private.view_of_me(shop uuid) returns text
language sql stable security definer set search_path = '' as $$
  select md5(r.epoch::text || m.role || m.sees_till)
  from private.revs r join public.memberships m using (tenant_id)
  where tenant_id = shop and m.user_id = (select auth.uid()) and m.removed_at is null
$$;
grant execute on function private.view_of_me(uuid) to authenticated;

-- What the asker may see of the shop and has not seen yet, oldest first, at most p_limit rows. [SY1] [SY2]
-- The cursor is {view, at, bootstrap}, or null for a first download. Rows up to rev `bootstrap` must meet their table's `recent`
-- condition; what changes later always comes. `reset` says that the cursor was of another view: empty the mirror first. [SY8]
--
-- STABLE is load-bearing: every query in here reads one snapshot, so that view, counter and rows agree. A counter read after the rows would
-- move the cursor past changes that the rows do not hold yet.
create function public.changes_since(p_tenant uuid, p_cursor jsonb, p_limit int) returns jsonb
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
    'me', jsonb_build_object('userId', me.user_id, 'role', me.role, 'name', me.name, 'seesTill', me.role <> 'staff' or me.sees_till),
    'shop', (select jsonb_build_object('id', id, 'name', name, 'trade', trade, 'phone', phone, 'zone', zone)
             from public.tenants where id = p_tenant));
end $$;
grant execute on function public.changes_since(uuid, jsonb, int) to authenticated;
