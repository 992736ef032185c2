-- A customer list brought in from a file or the phone's contacts, remembered so that it can be taken back whole.

create table public.customer_imports (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  created_at private.instant not null,
  undone_at private.instant,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id)
);
alter table public.customers add foreign key (tenant_id, import_id) references public.customer_imports (tenant_id, id);

-- What an import did to one customer: made him (before is null), or added to him (before is what he had, still sealed).
create table public.customer_import_rows (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  import_id uuid not null,
  customer_id uuid not null,
  before jsonb,
  after_rev bigint not null,                             -- a customer changed since then is left as he is
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, import_id, customer_id),
  foreign key (tenant_id, import_id) references public.customer_imports (tenant_id, id) on delete cascade,
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id) on delete cascade
);

revoke all on public.customer_imports, public.customer_import_rows from public, anon, authenticated;
grant select on public.customer_imports, public.customer_import_rows to authenticated;
grant insert (tenant_id, id, created_at), update (undone_at) on public.customer_imports to authenticated;
grant insert (tenant_id, import_id, customer_id, before, after_rev), delete on public.customer_import_rows to authenticated;

select private.mirror('customer_imports', 'created_at > now() - interval ''30 days''');

alter table public.customer_imports enable row level security;
alter table public.customer_imports force row level security;
alter table public.customer_import_rows enable row level security;
alter table public.customer_import_rows force row level security;

create policy "Owners and staff see the imports of their shop" on public.customer_imports for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff import" on public.customer_imports for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff take an import back" on public.customer_imports for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')))
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));

create policy "Owners and staff see what an import did" on public.customer_import_rows for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff remember what an import does" on public.customer_import_rows for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff forget an import taken back" on public.customer_import_rows for delete to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));

-- One chunk of an import: args {importId, created: [customer], merged: [{id, phones, phoneIndexes, email, note}]}.
create function commands."customers.import@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
  batch uuid := args ->> 'importId';
  happened_at timestamptz := command ->> 'eventAt';
begin
  insert into public.customer_imports (tenant_id, id, created_at) values (shop, batch, happened_at) on conflict do nothing;
  -- A chunk that arrives after its import was taken back must not bring anyone.
  if not exists (select from public.customer_imports where tenant_id = shop and id = batch and undone_at is null) then
    perform private.refuse('undone');
  end if;

  with made as (
    insert into public.customers (tenant_id, id, name, phones, phone_indexes, email, note, import_id, created_at)
    select shop, (c ->> 'id')::uuid, c ->> 'name', c ->> 'phones', private.phone_indexes(c), c ->> 'email', c ->> 'note', batch, happened_at
    from jsonb_array_elements(args -> 'created') c
    returning id, rev)
  insert into public.customer_import_rows (tenant_id, import_id, customer_id, before, after_rev)
  select shop, batch, id, null, rev from made;

  with old as (
    select c.id, jsonb_build_object('phones', c.phones, 'phone_indexes', c.phone_indexes, 'email', c.email, 'note', c.note) as before, m as new
    from jsonb_array_elements(args -> 'merged') m
    join public.customers c on c.tenant_id = shop and c.id = (m ->> 'id')::uuid and c.deleted_at is null),
  changed as (
    update public.customers c
    set phones = coalesce(old.new ->> 'phones', c.phones), phone_indexes = case when old.new ? 'phones' then private.phone_indexes(old.new) else c.phone_indexes end,
        email = coalesce(old.new ->> 'email', c.email), note = coalesce(old.new ->> 'note', c.note)
    from old where c.tenant_id = shop and c.id = old.id
    returning c.id, c.rev, old.before)
  insert into public.customer_import_rows (tenant_id, import_id, customer_id, before, after_rev)
  select shop, batch, id, before, rev from changed
  on conflict do nothing;
end $$;

-- Takes a whole import back: whom it made goes, whom it added to gets back what he had. Customers changed or booked since are left alone.
create function commands."customers.undo-import@1"(shop uuid, command jsonb) returns void
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
    and not exists (select from public.appointments a where a.tenant_id = shop and a.customer_id = c.id);

  update public.customers c
  set phones = r.before ->> 'phones', email = r.before ->> 'email', note = r.before ->> 'note',
      phone_indexes = array(select jsonb_array_elements_text(r.before -> 'phone_indexes'))
  from public.customer_import_rows r
  where r.tenant_id = shop and r.import_id = batch and r.before is not null
    and c.tenant_id = shop and c.id = r.customer_id and c.rev = r.after_rev;

  delete from public.customer_import_rows where tenant_id = shop and import_id = batch;   -- `before` holds what was taken back
end $$;
