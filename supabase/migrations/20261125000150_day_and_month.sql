-- The end of the day and the month: a day is closed once and stays as it was written; what comes for it later goes into the day that is open.
-- The rules are numbered in lib/cash/SPEC.md.

-- What a counted drawer makes of the book. Each shop has one of each. [CA33] [CA36]
alter table public.accounts drop constraint accounts_kind_check;
alter table public.accounts add constraint accounts_kind_check
  check (kind in ('cash', 'card', 'bank', 'veresiye', 'kapora', 'income', 'expense', 'staff', 'opening', 'surplus', 'shortage', 'owner', 'shares'));

create function private.open_accounts_of_the_day(shop uuid) returns void
language sql set search_path = '' as $$
  insert into public.accounts (tenant_id, kind, name, position) values
    (shop, 'surplus', 'Kasa fazlası', 31), (shop, 'shortage', 'Kasa noksanı', 32),
    (shop, 'owner', 'Kasadan alınan', 33), (shop, 'shares', 'Hakediş gideri', 34)
$$;
select private.open_accounts_of_the_day(id) from public.tenants;

create function private.open_accounts_too() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.open_accounts_of_the_day(new.id);
  return new;
end $$;
-- Named to come after start_counting, as then_open_accounts.
create trigger then_open_accounts_too after insert on public.tenants for each row execute function private.open_accounts_too();

-- An evening: what was in the drawer, what should have been, and the day as it was written then. Rows are written by private.close_day alone.
create table public.day_closings (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  day date not null,                                     -- up to this day the book is closed
  event_at private.instant not null,                     -- when it was closed, by the phone's clock
  created_at timestamptz not null default now(),         -- when the server heard
  created_by uuid not null default auth.uid(),
  counted bigint not null check (counted between 0 and 100000000000),
  left_amount bigint not null check (left_amount between 0 and counted),   -- what stays in the drawer for tomorrow
  notes jsonb,                                           -- how many of each note and coin (kuruş → count), where they were counted
  reason private.sealed,                                 -- of the difference, in the owner's words
  summary text not null,                                 -- the day, as canonical JSON: these bytes and no others [CA32]
  sha256 text not null,                                  -- of `summary` in UTF-8
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, day)
);
comment on table public.day_closings is 'A day of the till that is closed, with its summary as it was written.';

-- What a chair gets of what its work brings in, from a day on. [CA35]
create table public.staff_shares (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  staff_id uuid not null,
  from_day date not null check (from_day between '2000-01-01' and '2200-01-01'),
  percent int check (percent between 1 and 100),         -- of what was collected
  fixed bigint check (fixed between 1 and 100000000),    -- kuruş for each piece of work; neither: nothing
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, staff_id, from_day),
  foreign key (tenant_id, staff_id) references public.staff (tenant_id, id),
  check (percent is null or fixed is null)
);
comment on table public.staff_shares is 'A chair''s share of what its work brings in, from a day on.';

-- The day in whose book a movement stands: its own, or the first that was open when we heard of it. [CA30] [CA31]
alter table public.transfers
  add column day date,
  add column kdv_rate int check (kdv_rate in (1, 10, 20)),           -- percent, of an expense; a sale's stands on its line
  add column document_kind text check (document_kind in ('fatura', 'fis', 'gider-pusulasi', 'makbuz', 'diger')),
  add column document_number text check (char_length(document_number) between 1 and 40),
  add column document_day date check (document_day between '2000-01-01' and '2200-01-01'),
  add column counterparty private.sealed;                            -- who wrote the document
update public.transfers x set day = (x.event_at at time zone t.zone)::date from public.tenants t where t.id = x.tenant_id;
alter table public.transfers alter column day set not null;
create index on public.transfers (tenant_id, day);

revoke all on public.day_closings, public.staff_shares from public, anon, authenticated;
grant select on public.day_closings, public.staff_shares to authenticated;
grant insert (tenant_id, id, staff_id, from_day, percent, fixed), update (percent, fixed) on public.staff_shares to authenticated;
grant insert (kdv_rate, document_kind, document_number, document_day, counterparty) on public.transfers to authenticated;

select private.mirror('day_closings', 'day > now() - interval ''370 days''');
select private.mirror('staff_shares');

-- The day that something of that moment is written into: never a closed one.
create function private.open_day(shop uuid, happened_at timestamptz) returns date
language sql stable set search_path = '' as $$
  select greatest((happened_at at time zone zone)::date, (select max(day) + 1 from public.day_closings where tenant_id = shop))
  from public.tenants where id = shop
$$;

create function private.put_into_its_day() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.day := coalesce(new.day, private.open_day(new.tenant_id, new.event_at));
  return new;
end $$;
-- Named to come after take_rev: by then it is this shop's turn, and no day is being closed elsewhere.
create trigger then_put_into_its_day before insert on public.transfers for each row execute function private.put_into_its_day();

alter table public.day_closings enable row level security;
alter table public.day_closings force row level security;
alter table public.staff_shares enable row level security;
alter table public.staff_shares force row level security;

create policy "Who sees the till sees its closed days" on public.day_closings for select to authenticated
  using (tenant_id in (select private.tills_i_see()));
create policy "Who sees the till sees who gets how much of it" on public.staff_shares for select to authenticated
  using (tenant_id in (select private.tills_i_see()));
create policy "Owners say what a chair gets" on public.staff_shares for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners change what a chair gets" on public.staff_shares for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

-- What each chair has earned by all that stands in the book up to a day, and of how much. [CA34] [CA35] The same rule stands in lib/cash/earned.ts.
create function private.earned_through(shop uuid, through date) returns table (staff_id uuid, collected bigint, earned bigint)
language sql stable set search_path = '' as $$
  with booked as (
    select x.id, x.line_id, x.amount, x.event_at, x.reverses_id, f.kind as from_kind, t.kind as to_kind, f.customer_id as payer, t.customer_id as debtor
    from public.transfers x
    join public.accounts f on f.tenant_id = shop and f.id = x.from_account_id
    join public.accounts t on t.tenant_id = shop and t.id = x.to_account_id
    where x.tenant_id = shop and x.day <= through
  ),
  -- Debts and their payments; what was taken back had never been. What is given back off the debt ends the debt of its own line first; with the rest of it
  -- and what is paid the oldest is paid. [CA12]
  standing as (
    select * from booked b
    where reverses_id is null and 'veresiye' in (from_kind, to_kind) and not exists (select from booked r where r.reverses_id = b.id)
  ),
  out as (
    select payer, line_id, sum(amount) as amount from standing where from_kind = 'veresiye' and to_kind <> 'veresiye' group by payer, line_id
  ),
  ended as (
    select s.id, s.event_at, s.line_id, s.debtor, s.amount,
           greatest(0, least(s.amount,
             coalesce(o.amount, 0) - sum(s.amount) over (partition by s.debtor, s.line_id order by s.event_at, s.id) + s.amount)) as ended
    from standing s left join out o on o.payer = s.debtor and o.line_id = s.line_id
    where s.to_kind = 'veresiye' and s.from_kind <> 'veresiye'
  ),
  debts as (
    select line_id, debtor, amount, ended, amount - ended as rest, sum(amount - ended) over (partition by debtor order by event_at, id) as up_to,
           sum(ended) over (partition by debtor) as all_ended
    from ended
  ),
  paid as (
    select payer, sum(amount) as amount from out group by payer
  ),
  parts as (
    select line_id, amount from booked where from_kind = 'income' and to_kind in ('cash', 'card', 'bank', 'kapora')
    union all
    select line_id, -amount from booked where to_kind = 'income' and from_kind in ('cash', 'card', 'bank', 'kapora')
    union all
    select line_id, d.ended + greatest(0, least(d.rest, p.amount - d.all_ended - (d.up_to - d.rest))) from debts d join paid p on p.payer = d.debtor
    union all
    select line_id, -amount from standing where from_kind = 'veresiye' and to_kind = 'income'
  ),
  lines as (
    select l.staff_id, l.gross, l.quantity, (l.event_at at time zone t.zone)::date as day, greatest(0, least(l.gross, sum(p.amount)))::bigint as collected
    from parts p
    join public.sale_lines l on l.tenant_id = shop and l.id = p.line_id
    join public.tenants t on t.id = shop
    where l.staff_id is not null and l.gross > 0
    group by l.id, t.zone
  )
  select l.staff_id, sum(l.collected)::bigint,
         coalesce(sum(case when s.percent is not null then (2 * l.collected * s.percent + 100) / 200
                           else div(2 * s.fixed::numeric * l.quantity * l.collected + l.gross, 2 * l.gross)::bigint end), 0)::bigint
  from lines l
  left join lateral (
    select percent, fixed from public.staff_shares s
    where s.tenant_id = shop and s.staff_id = l.staff_id and s.from_day <= l.day order by s.from_day desc limit 1) s on true
  group by l.staff_id
$$;

-- Closes the book up to a day. args: {id, day, counted, left, opening, notes, reason, opens}. Counted is the fact; what should have been is reckoned
-- here, from all that was heard. [CA32] [CA33] [CA36]
create function private.close_day(shop uuid, command jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  a jsonb := command -> 'args';
  closing date := a ->> 'day';
  happened_at timestamptz := command ->> 'eventAt';
  counted bigint := a ->> 'counted';
  left_amount bigint := a ->> 'left';
  opening bigint := coalesce((a ->> 'opening')::bigint, 0);
  notes jsonb := nullif(a -> 'notes', 'null');
  zone text := (select t.zone from public.tenants t where t.id = shop);
  before public.day_closings;
  since date;                                            -- the day after the last closed one
  cash uuid; owner uuid; surplus uuid; shortage uuid; shares uuid;
  flows jsonb; staff jsonb;
  began bigint; moved bigint; difference bigint;
  sales int; late int; kdv bigint;
  chair record;
  summary text;
begin
  -- The policies do not hold here; the door (private.may_send) has asked already, and asks again.
  if private.role_of_me(shop) is distinct from 'owner' then perform private.refuse('forbidden'); end if;
  if closing > ((now() + interval '1 hour') at time zone zone)::date then perform private.refuse('future-dated'); end if;
  if closing < (now() at time zone zone)::date - 400 then perform private.refuse('past-dated'); end if;
  select * into before from public.day_closings c where c.tenant_id = shop order by c.day desc limit 1;
  if closing <= before.day then perform private.refuse('day-closed'); end if;
  if opening < 0 then perform private.refuse('malformed'); end if;
  if notes is not null and counted <> (select coalesce(sum(n.key::bigint * n.value::bigint), 0) from jsonb_each_text(notes) n)
  then perform private.refuse('malformed'); end if;
  since := before.day + 1;

  select max(id::text) filter (where kind = 'cash'), max(id::text) filter (where kind = 'owner'), max(id::text) filter (where kind = 'surplus'),
         max(id::text) filter (where kind = 'shortage'), max(id::text) filter (where kind = 'shares')
  into cash, owner, surplus, shortage, shares
  from public.accounts where tenant_id = shop;

  with booked as (
    select x.*, f.kind as from_kind, t.kind as to_kind from public.transfers x
    join public.accounts f on f.tenant_id = shop and f.id = x.from_account_id
    join public.accounts t on t.tenant_id = shop and t.id = x.to_account_id
    where x.tenant_id = shop and x.day <= closing and (since is null or x.day >= since)
  )
  select (select coalesce(jsonb_agg(jsonb_build_object('from', from_kind, 'to', to_kind, 'amount', amount, 'count', moves)
                                    order by from_kind collate "C", to_kind collate "C"), '[]')
          from (select from_kind, to_kind, sum(amount)::bigint as amount, count(*) as moves from booked group by from_kind, to_kind) _),
         coalesce(sum(case to_kind when 'cash' then amount else 0 end - case from_kind when 'cash' then amount else 0 end), 0),
         count(distinct coalesce(sale_id, id)) filter (where from_kind = 'income' and reverses_id is null),
         count(*) filter (where (event_at at time zone zone)::date < since),
         coalesce(sum(case when from_kind = 'income' then booked.kdv when to_kind = 'income' then -booked.kdv else 0 end), 0)
  into flows, moved, sales, late, kdv
  from booked;

  -- The first closing has no day before it: the owner says what was in the drawer when he began.
  began := coalesce(before.left_amount, opening);
  difference := counted - (began + moved);

  staff := '[]';
  for chair in
    select s.id, s.name, coalesce(e.collected, 0) as collected, coalesce(e.earned, 0) as earned, coalesce(m.given, 0) as given, coalesce(m.tips, 0) as tips,
           coalesce(m.paid, 0) as paid, coalesce(m.owed, 0) as owed, m.account
    from public.staff s
    left join private.earned_through(shop, closing) e on e.staff_id = s.id
    left join lateral (
      select own.id as account,
             sum(case when x.to_account_id = shares then x.amount when x.from_account_id = shares then -x.amount else 0 end) as given,
             sum(case when shares in (x.from_account_id, x.to_account_id) or x.day < since then 0
                      when x.from_account_id = own.id and x.reverses_id is null then x.amount
                      when x.to_account_id = own.id and x.reverses_id is not null then -x.amount else 0 end) as tips,
             sum(case when shares in (x.from_account_id, x.to_account_id) or x.day < since then 0
                      when x.to_account_id = own.id and x.reverses_id is null then x.amount
                      when x.from_account_id = own.id and x.reverses_id is not null then -x.amount else 0 end) as paid,
             sum(case when x.from_account_id = own.id then x.amount else -x.amount end) as owed
      from public.accounts own
      left join public.transfers x on x.tenant_id = shop and own.id in (x.from_account_id, x.to_account_id) and x.day <= closing
      where own.tenant_id = shop and own.kind = 'staff' and own.staff_id = s.id
      group by own.id) m on true
    where s.tenant_id = shop
    order by s.position, s.id
  loop
    -- A chair whose account no phone has opened yet is reckoned with at the next closing: what is earned is earned to date. [CA35]
    if chair.account is null or chair.earned = chair.given and chair.owed = 0 and chair.tips = 0 and chair.paid = 0 then continue; end if;
    staff := staff || jsonb_build_object('id', chair.id, 'name', chair.name, 'earned', chair.earned - chair.given, 'tips', chair.tips,
                                         'paid', chair.paid, 'owed', chair.owed + chair.earned - chair.given);
    if chair.earned <> chair.given then
      insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, day)
      values (shop, gen_random_uuid(), case when chair.earned > chair.given then chair.account else shares end,
              case when chair.earned > chair.given then shares else chair.account end, abs(chair.earned - chair.given), happened_at, closing);
    end if;
  end loop;

  if before.day is null and opening > 0 then
    insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, day)
    values (shop, gen_random_uuid(), owner, cash, opening, happened_at, closing);
  end if;
  if difference <> 0 then
    insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, day)
    values (shop, gen_random_uuid(), case when difference > 0 then surplus else cash end, case when difference > 0 then cash else shortage end,
            abs(difference), happened_at, closing);
  end if;
  if counted > left_amount then
    insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, day)
    values (shop, gen_random_uuid(), cash, owner, counted - left_amount, happened_at, closing);
  end if;

  summary := jsonb_build_object(
    'version', 1, 'day', closing, 'since', since, 'closedAt', to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'flows', flows, 'sales', sales, 'late', late, 'kdv', kdv, 'staff', staff,
    'cash', jsonb_build_object('began', began, 'moved', moved, 'expected', began + moved, 'counted', counted, 'difference', difference,
                               'taken', counted - left_amount, 'left', left_amount))::text;
  insert into public.day_closings (tenant_id, id, day, event_at, counted, left_amount, notes, reason, summary, sha256)
  values (shop, (a ->> 'id')::uuid, closing, happened_at, counted, left_amount, notes, a ->> 'reason', summary, encode(sha256(convert_to(summary, 'UTF8')), 'hex'));
end $$;
grant execute on function private.close_day(uuid, jsonb) to authenticated;

create function commands."cash.close-day@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.open_own_accounts(shop, command -> 'args' -> 'opens');
  perform private.close_day(shop, command);
end $$;

-- args: {id, staffId, fromDay, percent, fixed}. Not from a day that is closed: what was earned then stands.
create function commands."staff.set-share@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
begin
  if (a ->> 'fromDay')::date <= (select max(day) from public.day_closings where tenant_id = shop) then perform private.refuse('day-closed'); end if;
  insert into public.staff_shares (tenant_id, id, staff_id, from_day, percent, fixed)
  values (shop, (a ->> 'id')::uuid, (a ->> 'staffId')::uuid, (a ->> 'fromDay')::date, (a ->> 'percent')::int, (a ->> 'fixed')::bigint)
  on conflict (tenant_id, staff_id, from_day) do update set percent = excluded.percent, fixed = excluded.fixed;
end $$;

-- An expense with the document that was given for it. [CA40] args: {id, fromAccountId, toAccountId, amount, kdv, kdvRate, documentKind, documentNumber,
-- documentDay, counterparty, note}.
create function commands."cash.spend@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
begin
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, kdv_rate, event_at, document_kind, document_number, document_day, counterparty, note)
  values (shop, (a ->> 'id')::uuid, (a ->> 'fromAccountId')::uuid, (a ->> 'toAccountId')::uuid, (a ->> 'amount')::bigint, (a ->> 'kdv')::bigint, (a ->> 'kdvRate')::int,
          (command ->> 'eventAt')::timestamptz, a ->> 'documentKind', a ->> 'documentNumber', (a ->> 'documentDay')::date, a ->> 'counterparty', a ->> 'note');
  if (a ->> 'kdv')::bigint is distinct from private.kdv_in((a ->> 'amount')::bigint, (a ->> 'kdvRate')::int)
     or exists (select from public.accounts where tenant_id = shop and id = (a ->> 'fromAccountId')::uuid and kind not in ('cash', 'card', 'bank'))
     or exists (select from public.accounts where tenant_id = shop and id = (a ->> 'toAccountId')::uuid and kind <> 'expense')
  then perform private.refuse('malformed'); end if;
end $$;

insert into private.owner_commands values ('cash.close-day@1'), ('staff.set-share@1');

-- A month in sums, for months that phones no longer hold. The same is reckoned on the phone by lib/cash/month-totals.ts. [CA41]
-- Answers {"refused"} to who may not see the till, or names no month.
create function public.month_totals(p_tenant uuid, p_month text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  first date;
  totals jsonb;
begin
  if private.role_of_me(p_tenant) is null or not exists (select from private.tills_i_see() shop where shop = p_tenant)
  then return jsonb_build_object('refused', 'not-a-member'); end if;
  if p_month !~ '^[12]\d{3}-(0[1-9]|1[0-2])$' then return jsonb_build_object('refused', 'malformed'); end if;
  first := (p_month || '-01')::date;

  with booked as (
    select x.id, x.day, x.amount, x.kdv, x.line_id, x.reverses_id, x.appointment_id, f.id as from_id, t.id as to_id, f.kind as from_kind, t.kind as to_kind
    from public.transfers x
    join public.accounts f on f.tenant_id = p_tenant and f.id = x.from_account_id
    join public.accounts t on t.tenant_id = p_tenant and t.id = x.to_account_id
    where x.tenant_id = p_tenant and x.day >= first and x.day < first + interval '1 month'
  ),
  -- Each movement as seen from the account that it is income of, or expense.
  income as (
    select b.day, side.sign * b.amount as amount, side.sign * b.kdv as kdv, side.account, side.kind, side.other, coalesce(b.line_id, b.reverses_id, b.id) as unit,
           coalesce(l.service_id, case when b.line_id is null then a.service_id end) as service_id, coalesce(l.staff_id, case when b.line_id is null then a.staff_id end) as staff_id,
           l.name, coalesce(l.quantity, 1) as quantity
    from booked b
    cross join lateral (values (1, b.from_id, b.from_kind, b.to_kind), (-1, b.to_id, b.to_kind, b.from_kind)) side (sign, account, kind, other)
    left join public.sale_lines l on l.tenant_id = p_tenant and l.id = b.line_id
    left join public.appointments a on a.tenant_id = p_tenant and a.id = b.appointment_id
    where side.kind in ('income', 'surplus')
  ),
  expense as (
    select b.day, side.sign * b.amount as amount, side.sign * b.kdv as kdv, side.account
    from booked b
    cross join lateral (values (1, b.to_id, b.to_kind), (-1, b.from_id, b.from_kind)) side (sign, account, kind)
    where side.kind in ('expense', 'shortage', 'shares')
  ),
  units as (
    select service_id, case when service_id is null then name end as name, case when service_id is null and name is null then account end as account,
           sum(amount) as amount, max(quantity) as quantity
    from income where kind = 'income' group by unit, 1, 2, 3
  )
  select jsonb_build_object(
    'month', p_month,
    'income', (select coalesce(sum(amount), 0) from income),
    'expense', (select coalesce(sum(amount), 0) from expense),
    'kdvSold', (select coalesce(sum(kdv), 0) from income),
    'kdvPaid', (select coalesce(sum(kdv), 0) from expense),
    'collected', (select coalesce(sum(case when from_kind = 'veresiye' then amount else -amount end), 0) from booked
                  where from_kind = 'veresiye' and to_kind in ('cash', 'card', 'bank') or to_kind = 'veresiye' and from_kind in ('cash', 'card', 'bank')),
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'income', income, 'expense', expense) order by day), '[]')
             from (select day, sum(income) as income, sum(expense) as expense
                   from (select day, amount as income, 0 as expense from income union all select day, 0, amount from expense) _ group by day) days),
    'payments', (select coalesce(jsonb_object_agg(other, amount), '{}') from (select other, sum(amount) as amount from income group by other) _),
    'categories', (select coalesce(jsonb_agg(jsonb_build_object('accountId', account, 'amount', amount) order by account), '[]')
                   from (select account, sum(amount) as amount from (select account, amount from income union all select account, amount from expense) _ group by account) _),
    'services', (select coalesce(jsonb_agg(jsonb_build_object('serviceId', service_id, 'name', name, 'accountId', account, 'count', pieces, 'amount', amount)
                                           order by service_id, name collate "C", account), '[]')
                 from (select service_id, name, account, sum(amount) as amount, coalesce(sum(quantity) filter (where amount > 0), 0) as pieces
                       from units group by service_id, name, account) _),
    'staff', (select coalesce(jsonb_agg(jsonb_build_object('staffId', staff_id, 'amount', amount) order by staff_id), '[]')
              from (select staff_id, sum(amount) as amount from income where kind = 'income' group by staff_id) _))
  into totals;
  return totals;
end $$;
grant execute on function public.month_totals(uuid, text) to authenticated;
