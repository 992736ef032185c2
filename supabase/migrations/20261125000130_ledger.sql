-- The ledger in full: sales with their lines and KDV, what customers owe and have paid ahead, what chairs are owed. The rules are numbered in lib/cash/SPEC.md.

-- Debts of a customer and of the shop to a chair. Opened by whoever needs one first, under an id that follows from whose it is. [CA13]
alter table public.accounts
  add column staff_id uuid,                                          -- whose share and tips
  add foreign key (tenant_id, staff_id) references public.staff (tenant_id, id);
alter table public.accounts drop constraint accounts_kind_check;
alter table public.accounts add constraint accounts_kind_check
  check (kind in ('cash', 'card', 'bank', 'veresiye', 'kapora', 'income', 'expense', 'staff'));
alter table public.accounts add constraint a_chairs_account_is_of_a_chair check ((staff_id is not null) = (kind = 'staff'));
create index on public.accounts (tenant_id, customer_id) where customer_id is not null;
grant insert (tenant_id, id, kind, name, customer_id, staff_id) on public.accounts to authenticated;
create policy "Owners and staff open the accounts of customers and chairs" on public.accounts for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')) and kind in ('veresiye', 'kapora', 'staff'));

-- The KDV contained in an amount: half a kuruş is rounded up. [CA6] The same rule stands in lib/cash/kdv.ts.
create function private.kdv_in(amount bigint, rate int) returns bigint
language sql immutable set search_path = '' as $$
  select case when rate is null then 0 else (2 * amount * rate + 100 + rate) / (2 * (100 + rate)) end
$$;
grant execute on function private.kdv_in(bigint, int) to authenticated;

-- What somebody paid for at once.
create table public.sales (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  customer_id uuid,
  appointment_id uuid,                                               -- the first part of the visit it was for
  event_at private.instant not null,                                 -- by the phone's clock
  created_at timestamptz not null default now(),                     -- when the server heard
  created_by uuid not null default auth.uid(),
  note private.sealed,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id),
  foreign key (tenant_id, appointment_id) references public.appointments (tenant_id, id)
);
create index on public.sales (tenant_id, appointment_id);
create index on public.sales (tenant_id, customer_id);

-- One thing of a sale.
create table public.sale_lines (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  sale_id uuid not null,
  event_at private.instant not null,                                 -- the sale's
  position int not null,
  account_id uuid not null,                                          -- the income category
  service_id uuid,
  staff_id uuid,                                                     -- who did it
  name text check (char_length(name) between 1 and 80),              -- what it is called, where it is no service
  quantity int not null check (quantity between 1 and 1000),
  unit_price bigint not null check (unit_price between 0 and 100000000000),   -- kuruş, KDV included
  discount bigint not null default 0 check (discount >= 0),
  kdv_rate int check (kdv_rate in (1, 10, 20)),                      -- percent; null: no KDV
  gross bigint not null generated always as (quantity * unit_price - discount) stored check (gross between 0 and 100000000000),
  kdv bigint not null generated always as (private.kdv_in(quantity * unit_price - discount, kdv_rate)) stored,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, id, account_id),
  foreign key (tenant_id, sale_id) references public.sales (tenant_id, id),
  foreign key (tenant_id, account_id) references public.accounts (tenant_id, id),
  foreign key (tenant_id, service_id) references public.services (tenant_id, id),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id)
);
create index on public.sale_lines (tenant_id, sale_id);

alter table public.transfers
  add column sale_id uuid,
  add column line_id uuid,                                           -- which line of a sale it pays for, or gives back
  add column kdv bigint not null default 0 check (kdv between 0 and amount),   -- the part of the amount that is KDV
  add foreign key (tenant_id, sale_id) references public.sales (tenant_id, id),
  add foreign key (tenant_id, line_id) references public.sale_lines (tenant_id, id);
create index on public.transfers (tenant_id, sale_id) where sale_id is not null;
create index on public.transfers (tenant_id, line_id) where line_id is not null;

revoke all on public.sales, public.sale_lines from public, anon, authenticated;
grant select on public.sales, public.sale_lines to authenticated;
grant insert (tenant_id, id, customer_id, appointment_id, event_at, note) on public.sales to authenticated;
grant insert (tenant_id, id, sale_id, event_at, position, account_id, service_id, staff_id, name, quantity, unit_price, discount, kdv_rate) on public.sale_lines to authenticated;
grant insert (sale_id, line_id, kdv) on public.transfers to authenticated;

select private.mirror('sales', 'event_at > now() - interval ''62 days''');
select private.mirror('sale_lines', 'event_at > now() - interval ''62 days''');

alter table public.sales enable row level security;
alter table public.sales force row level security;
alter table public.sale_lines enable row level security;
alter table public.sale_lines force row level security;

create policy "Who sees the till sees all sales, staff their own" on public.sales for select to authenticated
  using (tenant_id in (select private.tills_i_see()) or tenant_id in (select private.shops_of_me('{staff}')) and created_by = (select auth.uid()));
create policy "Owners and staff sell" on public.sales for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Who sees a sale sees its lines" on public.sale_lines for select to authenticated
  using (exists (select from public.sales s where s.tenant_id = sale_lines.tenant_id and s.id = sale_lines.sale_id));
create policy "Owners and staff write the lines of a sale" on public.sale_lines for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));

-- Opens accounts of customers and chairs that are not open yet. p_accounts: [{id, kind, customerId, staffId}].
create function private.open_own_accounts(shop uuid, p_accounts jsonb) returns void
language sql set search_path = '' as $$
  insert into public.accounts (tenant_id, id, kind, name, customer_id, staff_id)
  select shop, (a ->> 'id')::uuid, a ->> 'kind', case a ->> 'kind' when 'veresiye' then 'Veresiye' when 'kapora' then 'Kapora' else 'Hakediş' end,
         private.living_customer(shop, (a ->> 'customerId')::uuid), (a ->> 'staffId')::uuid
  from jsonb_array_elements(p_accounts) a
  on conflict do nothing
$$;
grant execute on function private.open_own_accounts(uuid, jsonb) to authenticated;

-- A sale, whole. args: {id, customerId, appointmentId, note, opens: [account], lines: [line], transfers: [{id, lineId, fromAccountId, toAccountId, amount, kdv}]}.
-- The phone has said who pays for what (lib/cash/sale.ts); here it is seen to add up. [CA5] [CA6] [CA7]
create function commands."cash.sell@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
  sale uuid := a ->> 'id';
begin
  perform private.open_own_accounts(shop, a -> 'opens');
  insert into public.sales (tenant_id, id, customer_id, appointment_id, event_at, note)
  values (shop, sale, private.living_customer(shop, (a ->> 'customerId')::uuid), (a ->> 'appointmentId')::uuid, (command ->> 'eventAt')::timestamptz, a ->> 'note');
  insert into public.sale_lines (tenant_id, id, sale_id, event_at, position, account_id, service_id, staff_id, name, quantity, unit_price, discount, kdv_rate)
  select shop, (l ->> 'id')::uuid, sale, (command ->> 'eventAt')::timestamptz, n, (l ->> 'accountId')::uuid, (l ->> 'serviceId')::uuid, (l ->> 'staffId')::uuid, l ->> 'name', (l ->> 'quantity')::int,
         (l ->> 'unitPrice')::bigint, (l ->> 'discount')::bigint, (l ->> 'kdvRate')::int
  from jsonb_array_elements(a -> 'lines') with ordinality line (l, n);
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, event_at, appointment_id, sale_id, line_id)
  select shop, (t ->> 'id')::uuid, (t ->> 'fromAccountId')::uuid, (t ->> 'toAccountId')::uuid, (t ->> 'amount')::bigint, (t ->> 'kdv')::bigint,
         (command ->> 'eventAt')::timestamptz, (a ->> 'appointmentId')::uuid, sale, (t ->> 'lineId')::uuid
  from jsonb_array_elements(a -> 'transfers') t;

  if exists (
    select from public.sale_lines l
    left join public.transfers t on t.tenant_id = shop and t.line_id = l.id and t.from_account_id = l.account_id
    where l.tenant_id = shop and l.sale_id = sale
    group by l.id, l.gross, l.kdv having coalesce(sum(t.amount), 0) <> l.gross or coalesce(sum(t.kdv), 0) <> l.kdv)
  -- Money of the sale that pays for none of its lines is a tip. [CA10]
  or exists (
    select from public.transfers t
    left join public.sale_lines l on l.tenant_id = shop and l.id = t.line_id and l.sale_id = sale and l.account_id = t.from_account_id
    left join public.accounts f on f.tenant_id = shop and f.id = t.from_account_id and f.kind = 'staff'
    join public.accounts into_account on into_account.tenant_id = shop and into_account.id = t.to_account_id
    where t.tenant_id = shop and t.sale_id = sale
      and (l.id is null and f.id is null or f.id is not null and (t.line_id is not null or t.kdv <> 0)
           or into_account.kind not in ('cash', 'card', 'bank', 'veresiye', 'kapora')))
  then perform private.refuse('malformed'); end if;
end $$;

-- As before, and: it may open the account it needs, of a customer who pays ahead or of a chair that is paid out. args.opens: [account].
create or replace function commands."cash.transfer@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
begin
  perform private.open_own_accounts(shop, coalesce(a -> 'opens', '[]'));
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, appointment_id, note)
  values (shop, (a ->> 'id')::uuid, (a ->> 'fromAccountId')::uuid, (a ->> 'toAccountId')::uuid, (a ->> 'amount')::bigint,
          (command ->> 'eventAt')::timestamptz, (a ->> 'appointmentId')::uuid, a ->> 'note');
end $$;

-- As before, with what it says of sale, line and KDV.
create or replace function commands."cash.reverse@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
begin
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, event_at, appointment_id, sale_id, line_id, reverses_id)
  select shop, (args ->> 'id')::uuid, to_account_id, from_account_id, amount, kdv, (command ->> 'eventAt')::timestamptz, appointment_id, sale_id, line_id, id
  from public.transfers where tenant_id = shop and id = (args ->> 'reversesId')::uuid and reverses_id is null;
  if not found then perform private.refuse('missing'); end if;
end $$;

-- Gives back a part of what a line brought in. [CA11] args: {id, lineId, fromAccountId, amount, kdv}.
create function commands."cash.refund@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
  line public.sale_lines;
  kept bigint;
begin
  select * into line from public.sale_lines where tenant_id = shop and id = (a ->> 'lineId')::uuid;
  if not found then perform private.refuse('missing'); end if;
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, event_at, sale_id, line_id)
  values (shop, (a ->> 'id')::uuid, (a ->> 'fromAccountId')::uuid, line.account_id, (a ->> 'amount')::bigint, (a ->> 'kdv')::bigint,
          (command ->> 'eventAt')::timestamptz, line.sale_id, line.id);
  select sum(case from_account_id when line.account_id then amount else -amount end) into kept
  from public.transfers where tenant_id = shop and line_id = line.id;
  if kept < 0 then perform private.refuse('too-much'); end if;
end $$;

-- What a merged customer owed, had paid ahead and had bought is the other's. [CA14]
create function private.hand_over_accounts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.accounts set customer_id = new.merged_into where tenant_id = new.tenant_id and customer_id = new.id;
  update public.sales set customer_id = new.merged_into where tenant_id = new.tenant_id and customer_id = new.id;
  return null;
end $$;
create trigger then_hand_over_accounts after update of merged_into on public.customers
  for each row when (new.merged_into is not null) execute function private.hand_over_accounts();
