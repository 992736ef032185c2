-- A customer is a person who comes to the shop. Whatever names him is sealed; the shop's phones read it, the database cannot.

create table public.customers (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  name private.sealed,                                   -- null only in a tombstone
  phones private.sealed,                                 -- a JSON list of E.164 numbers, the first is the one to call
  phone_indexes text[] not null default '{}' check (cardinality(phone_indexes) <= 5),   -- blind index of each number: equal numbers, equal entries
  email private.sealed,
  note private.sealed,
  import_id uuid,                                        -- the import that brought him, if one did
  created_at private.instant not null,                   -- by the phone's clock
  archived_at private.instant,
  deleted_at private.instant,                            -- a tombstone: every personal column is emptied
  merged_into uuid,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, merged_into) references public.customers (tenant_id, id),
  constraint tombstones_name_nobody check (
    case when deleted_at is null then name is not null
         else name is null and phones is null and email is null and note is null and phone_indexes = '{}' end)
);
create index on public.customers using gin (phone_indexes);

revoke all on public.customers from public, anon, authenticated;
grant select on public.customers to authenticated;
grant insert (tenant_id, id, name, phones, phone_indexes, email, note, import_id, created_at) on public.customers to authenticated;
grant update (name, phones, phone_indexes, email, note, archived_at, deleted_at, merged_into) on public.customers to authenticated;

select private.mirror('customers', 'deleted_at is null');

alter table public.customers enable row level security;
alter table public.customers force row level security;

create policy "Owners and staff see the customers of their shop" on public.customers for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff add customers" on public.customers for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff change customers" on public.customers for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')))
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));

-- The list in args.phoneIndexes as an array.
create function private.phone_indexes(args jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array(select jsonb_array_elements_text(args -> 'phoneIndexes')), '{}')
$$;
grant execute on function private.phone_indexes(jsonb) to authenticated;

create function commands."customers.add@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.customers (tenant_id, id, name, phones, phone_indexes, email, note, created_at)
  select shop, (a ->> 'id')::uuid, a ->> 'name', a ->> 'phones', private.phone_indexes(a), a ->> 'email', a ->> 'note', (command ->> 'eventAt')::timestamptz
  from (select command -> 'args' as a) _
$$;

-- Only the fields that were changed are in args: two phones that edit different fields both win.
create function commands."customers.edit@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
begin
  update public.customers set
    name = case when args ? 'name' then args ->> 'name' else name end,
    phones = case when args ? 'phones' then args ->> 'phones' else phones end,
    phone_indexes = case when args ? 'phones' then private.phone_indexes(args) else phone_indexes end,
    email = case when args ? 'email' then args ->> 'email' else email end,
    note = case when args ? 'note' then args ->> 'note' else note end
  where tenant_id = shop and id = (args ->> 'id')::uuid and deleted_at is null;
  if not found then perform private.refuse('missing'); end if;
end $$;

-- Archiving hides a customer and keeps everything; the same command brings him back (args.archived = false).
create function commands."customers.archive@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update public.customers
  set archived_at = case when (command #>> '{args,archived}')::boolean then (command ->> 'eventAt')::timestamptz end
  where tenant_id = shop and id = (command #>> '{args,id}')::uuid and deleted_at is null;
  if not found then perform private.refuse('missing'); end if;
end $$;
