-- The accountant: links by which he sees the books of one period and nothing else, when they were opened, and the account codes of his program.
-- The rules are numbered in lib/cash/SPEC.md, from CA50.

-- Under which code the accountant's program keeps each kind of account or category: {"cash": "100", "<account id>": "600.01"}. What is missing is
-- the usual one (lib/accounting/codes.ts).
alter table public.tenants add column accounting_codes jsonb not null default '{}'
  check (jsonb_typeof(accounting_codes) = 'object' and pg_column_size(accounting_codes) <= 8000);
grant update (accounting_codes) on public.tenants to authenticated;

-- A link to the books of a period. Only the token's hash is here.
create table public.accountant_links (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 80),    -- for whom
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  from_day date not null check (from_day >= '2000-01-01'),
  to_day date not null check (to_day between from_day and from_day + 365),   -- included [CA50]
  created_by uuid not null default auth.uid(),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at <= created_at + interval '366 days'),
  revoked_at timestamptz,
  primary key (id),
  unique (tenant_id, id)
);

-- That a link was opened, and what was taken by it. Written by the database alone.
create table public.accountant_link_openings (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  link_id uuid not null,
  what text not null check (what ~ '^[a-z-]{2,40}$'),                -- the page, or a file by its name in lib/accounting/exports.ts
  opened_at timestamptz not null default now(),
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, link_id) references public.accountant_links (tenant_id, id)
);
create index on public.accountant_link_openings (tenant_id, link_id, opened_at);

revoke all on public.accountant_links, public.accountant_link_openings from public, anon, authenticated;
grant select (tenant_id, id, name, from_day, to_day, created_by, created_at, expires_at, revoked_at),
      insert (tenant_id, name, token_hash, from_day, to_day, expires_at), update (revoked_at) on public.accountant_links to authenticated;
grant select on public.accountant_link_openings to authenticated;

alter table public.accountant_links enable row level security;
alter table public.accountant_links force row level security;
alter table public.accountant_link_openings enable row level security;
alter table public.accountant_link_openings force row level security;

create policy "Owners see the accountant's links of their shop" on public.accountant_links for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners make links for the accountant" on public.accountant_links for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners take an accountant's link back" on public.accountant_links for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners see when an accountant's link was opened" on public.accountant_link_openings for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}')));

-- The books of a period before their rows: whose they are, how many rows, and per account what stood in it, came and went. A row belongs to the
-- day in whose book it stands. Accounts of customers and chairs are one line each kind. `rev` is as far as is looked: what is written while somebody
-- downloads is not in it. [CA51] [CA52]
create function private.books_head(shop uuid, p_from date, p_to date) returns jsonb
language sql stable set search_path = '' as $$
  with seen as (
    select id, name, phone, address, zone, accounting_codes, private.rev_of(id) as rev from public.tenants where id = shop),
  moved as (
    select side.account_id, sum(side.signed) filter (where t.day < p_from) as opening,
           sum(side.signed) filter (where t.day >= p_from and side.signed > 0) as received,
           -sum(side.signed) filter (where t.day >= p_from and side.signed < 0) as given
    from seen s
    join public.transfers t on t.tenant_id = s.id and t.day <= p_to and t.rev <= s.rev
    cross join lateral (values (t.to_account_id, t.amount), (t.from_account_id, -t.amount)) side (account_id, signed)
    group by side.account_id),
  lines as (
    select case when a.customer_id is null and a.staff_id is null then a.id end as id, a.kind,
           case when a.customer_id is null and a.staff_id is null then a.name end as name, min(a.position) as position,
           coalesce(sum(m.opening), 0) as opening, coalesce(sum(m.received), 0) as received, coalesce(sum(m.given), 0) as given
    from public.accounts a left join moved m on m.account_id = a.id
    where a.tenant_id = shop
    group by 1, 2, 3)
  select jsonb_build_object(
    'shop', jsonb_build_object('id', id, 'name', name, 'phone', phone, 'address', address, 'zone', zone), 'codes', accounting_codes, 'rev', rev,
    'fromDay', p_from, 'toDay', p_to,
    'kdv', (select jsonb_build_object('sold', coalesce(sum(case when f.kind = 'income' then t.kdv when g.kind = 'income' then -t.kdv end), 0),
                                      'paid', coalesce(sum(case when g.kind = 'expense' then t.kdv when f.kind = 'expense' then -t.kdv end), 0))
            from public.transfers t
            join public.accounts f on f.tenant_id = shop and f.id = t.from_account_id
            join public.accounts g on g.tenant_id = shop and g.id = t.to_account_id
            where t.tenant_id = shop and t.day between p_from and p_to and t.kdv > 0 and t.rev <= seen.rev),
    'count', (select count(*) from public.transfers where tenant_id = shop and day between p_from and p_to and rev <= seen.rev),
    'accounts', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'opening', l.opening, 'received', l.received, 'given', l.given)
                                           order by l.position, l.kind, l.name, l.id), '[]')
                 from lines l))
  from seen
$$;

-- Rows of the books in their order, from behind `p_after` ({day, eventAt, id}, null: from the first). p_head is what books_head answered.
-- Of whom a row speaks is told only where he owes or is owed, or wrote the document. [CA54]
create function private.books_page(shop uuid, p_head jsonb, p_after jsonb, p_limit int) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(row order by day, event_at, id), '[]')
  from (
    select t.day, t.event_at, t.id, jsonb_build_object(
      'id', t.id, 'day', t.day, 'eventAt', t.event_at, 'amount', t.amount, 'kdv', t.kdv, 'kdvRate', coalesce(l.kdv_rate, t.kdv_rate), 'reversesId', t.reverses_id,
      'note', t.note, 'thing', coalesce(l.name, s.name), 'quantity', l.quantity,
      'documentKind', t.document_kind, 'documentNo', t.document_number, 'documentDay', t.document_day, 'writer', t.counterparty,
      'from', jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name), 'to', jsonb_build_object('id', g.id, 'kind', g.kind, 'name', g.name),
      'customerId', c.id, 'customerName', c.name, 'chair', chair.name) as row
    from public.transfers t
    join public.accounts f on f.tenant_id = shop and f.id = t.from_account_id
    join public.accounts g on g.tenant_id = shop and g.id = t.to_account_id
    left join public.sale_lines l on l.tenant_id = shop and l.id = t.line_id
    left join public.services s on s.tenant_id = shop and s.id = l.service_id
    left join public.customers c on c.tenant_id = shop and c.id = coalesce(f.customer_id, g.customer_id)
    left join public.staff chair on chair.tenant_id = shop and chair.id = coalesce(f.staff_id, g.staff_id)
    -- `greatest` passes over what is null; it is there for the index, the triple below for rows of one day and one moment.
    where t.tenant_id = shop and t.day >= greatest((p_head ->> 'fromDay')::date, (p_after ->> 'day')::date)
      and t.day <= (p_head ->> 'toDay')::date and t.rev <= (p_head ->> 'rev')::bigint
      and (p_after is null
           or (t.day, t.event_at, t.id) > ((p_after ->> 'day')::date, (p_after ->> 'eventAt')::timestamptz, (p_after ->> 'id')::uuid))
    order by t.day, t.event_at, t.id limit least(p_limit, 2000)) _
$$;

-- For members who keep the books: the owner, and the accountant, who sees no customer anywhere else. Null for anybody else.
create function public.books_head(p_tenant uuid, p_from date, p_to date) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.books_head(p_tenant, p_from, p_to) where private.role_of_me(p_tenant) in ('owner', 'accountant') and p_to between p_from and p_from + 365
$$;
grant execute on function public.books_head(uuid, date, date) to authenticated;

create function public.books_page(p_tenant uuid, p_head jsonb, p_after jsonb, p_limit int) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.books_page(p_tenant, p_head, p_after, p_limit) where private.role_of_me(p_tenant) in ('owner', 'accountant')
$$;
grant execute on function public.books_page(uuid, jsonb, jsonb, int) to authenticated;

create function private.living_accountant_link(p_token_hash text) returns setof public.accountant_links
language sql stable set search_path = '' as $$
  select * from public.accountant_links where token_hash = p_token_hash and revoked_at is null and expires_at > now()
$$;

-- The books behind a link, or null: unknown, taken back and expired look alike. That it was opened is written down, once a minute at most; a link
-- that is only looked at by the program that sends it (p_what null) leaves nothing. [CA55]
create function public.open_accountant_link(p_token_hash text, p_what text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  link public.accountant_links;
begin
  select * into link from private.living_accountant_link(p_token_hash);
  if not found then return null; end if;
  insert into public.accountant_link_openings (tenant_id, link_id, what)
  select link.tenant_id, link.id, p_what
  where p_what is not null and not exists (
    select from public.accountant_link_openings
    where tenant_id = link.tenant_id and link_id = link.id and what = p_what and opened_at > now() - interval '1 minute')
    -- Somebody who reloads for days fills no table: the owner has seen enough of it by then, and still sees what else was taken.
    and (select count(*) from public.accountant_link_openings where tenant_id = link.tenant_id and link_id = link.id and what = p_what) < 1000;
  return private.books_head(link.tenant_id, link.from_day, link.to_day) || jsonb_build_object('expiresAt', link.expires_at);
end $$;
grant execute on function public.open_accountant_link(text, text) to service_role;

-- Rows of the books behind a link; null when it no longer opens, though it may have opened a moment ago. The period is the link's, whatever is asked.
create function public.linked_books_page(p_token_hash text, p_head jsonb, p_after jsonb, p_limit int) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.books_page(tenant_id, jsonb_build_object('rev', p_head -> 'rev', 'fromDay', from_day, 'toDay', to_day), p_after, p_limit)
  from private.living_accountant_link(p_token_hash)
$$;
grant execute on function public.linked_books_page(text, jsonb, jsonb, int) to service_role;
