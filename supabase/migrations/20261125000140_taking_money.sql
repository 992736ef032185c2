-- Taking money: the KDV of services, what each part of a visit was paid with, opening balances, limits, and debts that outlive the mirror.

-- No rate is anybody's until the owner has chosen it: the law lists them by trade, and his accountant knows.
alter table public.services add column kdv_rate int check (kdv_rate in (1, 10, 20));   -- percent; null: no KDV
grant insert (kdv_rate), update (kdv_rate) on public.services to authenticated;

-- How much a customer may owe before the shop is warned. Null: as much as the shop likes. A warning only: the owner stands at the till.
alter table public.customers add column veresiye_limit bigint check (veresiye_limit between 0 and 100000000000);
grant update (veresiye_limit) on public.customers to authenticated;

-- Which part of a visit a line is. Its money says so too: each part knows what it was paid with.
alter table public.sale_lines
  add column appointment_id uuid,
  add foreign key (tenant_id, appointment_id) references public.appointments (tenant_id, id);
grant insert (appointment_id) on public.sale_lines to authenticated;

-- Where money stands that was there before the book was: it is no income of this shop's days.
alter table public.accounts drop constraint accounts_kind_check;
alter table public.accounts add constraint accounts_kind_check
  check (kind in ('cash', 'card', 'bank', 'veresiye', 'kapora', 'income', 'expense', 'staff', 'opening'));
create function private.open_opening_account() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.accounts (tenant_id, kind, name, position) values (new.id, 'opening', 'Devir', 30);
  return new;
end $$;
-- Named to come after start_counting (triggers fire by name): accounts take revs.
create trigger then_open_opening_account after insert on public.tenants for each row execute function private.open_opening_account();
insert into public.accounts (tenant_id, kind, name, position) select id, 'opening', 'Devir', 30 from public.tenants;

-- The id of somebody's account: version 5 of its kind, in the name space of whose it is. lib/cash/own-account.ts says the same. [CA13]
create extension if not exists pgcrypto with schema extensions;
create function private.own_account_id(kind text, whose uuid) returns uuid
language sql immutable strict set search_path = '' as $$
  select encode(set_byte(set_byte(hash, 6, (get_byte(hash, 6) & 15) | 80), 8, (get_byte(hash, 8) & 63) | 128), 'hex')::uuid
  from (select substring(extensions.digest(uuid_send(whose) || convert_to(kind, 'UTF8'), 'sha1') for 16) as hash) _
$$;

-- A chair has one account: to a second one the evening would credit once more all that it has ever earned. A customer may have several, of those who
-- turned out to be him. [CA14]
create unique index on public.accounts (tenant_id, staff_id) where kind = 'staff';

-- Whose money it is: the customer as he is known today, or who is left of him where he is gone. Money that has changed hands is written down though he was
-- deleted meanwhile. [CA16] Refuses who never was. Null stays null.
create function private.customer_of_money(shop uuid, customer uuid) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  last uuid;
begin
  if customer is null then return null; end if;
  -- `union`, as in private.living_customer: a ring ends.
  with recursive known as (
    select id, merged_into from public.customers where tenant_id = shop and id = customer
    union
    select c.id, c.merged_into from known join public.customers c on c.tenant_id = shop and c.id = known.merged_into)
  select id into last from known where merged_into is null;
  if last is null then perform private.refuse('missing'); end if;
  return last;
end $$;
grant execute on function private.customer_of_money(uuid, uuid) to authenticated;

-- As before, and: under that id and no other, by whatever door. Nobody opens one past here: it could be a chair's second, or sit on the id that
-- somebody's account in another shop will have.
drop policy "Owners and staff open the accounts of customers and chairs" on public.accounts;
revoke insert (tenant_id, id, kind, name, customer_id, staff_id) on public.accounts from authenticated;
create or replace function private.open_own_accounts(shop uuid, p_accounts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if shop not in (select private.shops_of_me('{owner,staff}')) then perform private.refuse('forbidden'); end if;
  if exists (
    select from jsonb_array_elements(p_accounts) a
    where a ->> 'kind' not in ('veresiye', 'kapora', 'staff')
       or (a ->> 'id')::uuid is distinct from
          private.own_account_id(a ->> 'kind', (case a ->> 'kind' when 'staff' then a ->> 'staffId' else a ->> 'customerId' end)::uuid))
  then perform private.refuse('malformed'); end if;
  insert into public.accounts (tenant_id, id, kind, name, customer_id, staff_id)
  select shop, (a ->> 'id')::uuid, a ->> 'kind', case a ->> 'kind' when 'veresiye' then 'Veresiye' when 'kapora' then 'Kapora' else 'Hakediş' end,
         private.customer_of_money(shop, (a ->> 'customerId')::uuid), (a ->> 'staffId')::uuid
  from jsonb_array_elements(p_accounts) a
  on conflict do nothing;
end $$;

-- The import that brought an opening balance, so that it can be taken back with it.
alter table public.transfers
  add column import_id uuid,
  add foreign key (tenant_id, import_id) references public.customer_imports (tenant_id, id);
grant insert (import_id) on public.transfers to authenticated;

-- What moved on the accounts of customers and has not been settled: everything since the account was last at zero, 62 days ago or earlier. What was
-- taken back counts as if it had never been. Without what is left out the phone reckons the same balance, and the same age of what is owed. [CA15]
create function private.unsettled(shop uuid) returns setof uuid
language sql stable set search_path = '' as $$
  with moved as (
    select t.id, t.event_at, a.customer_id, a.kind, m.signed
    from public.transfers t
    cross join lateral (values (t.to_account_id, t.amount), (t.from_account_id, -t.amount)) m (account_id, signed)
    join public.accounts a on a.tenant_id = shop and a.id = m.account_id and a.customer_id is not null
    left join public.transfers r on r.tenant_id = shop and r.reverses_id = t.id
    where t.tenant_id = shop and t.reverses_id is null and r.id is null),
  running as (
    select id, event_at, customer_id, kind, sum(signed) over (partition by customer_id, kind order by event_at, id) as balance from moved),
  settled as (
    select distinct on (customer_id, kind) customer_id, kind, event_at, id from running
    where balance = 0 and event_at <= now() - interval '62 days' order by customer_id, kind, event_at desc, id desc)
  select r.id from running r left join settled s using (customer_id, kind)
  where s.id is null or (r.event_at, r.id) > (s.event_at, s.id)
$$;
grant execute on function private.unsettled(uuid) to authenticated;

-- `$1` is the shop: the question is asked once a page, and only where there is something old to ask about.
update private.mirrored set recent = 'event_at > now() - interval ''62 days'' or id in (select private.unsettled($1))' where table_name = 'transfers';

-- As before, with its KDV. What an older phone does not know of stays as it is; null is an answer here.
create or replace function commands."services.save@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.services (tenant_id, id, name, minutes, price, position, prepare_minutes, clean_minutes, online, kdv_rate)
  select shop, (a ->> 'id')::uuid, a ->> 'name', (a ->> 'minutes')::int, (a ->> 'price')::bigint, (a ->> 'position')::int,
         coalesce((a ->> 'prepareMinutes')::int, s.prepare_minutes, 0), coalesce((a ->> 'cleanMinutes')::int, s.clean_minutes, 0),
         coalesce((a ->> 'online')::boolean, s.online, true), case when a ? 'kdvRate' then (a ->> 'kdvRate')::int else s.kdv_rate end
  from (select command -> 'args' as a) _ left join public.services s on s.tenant_id = shop and s.id = (a ->> 'id')::uuid
  on conflict (tenant_id, id) do update
    set name = excluded.name, minutes = excluded.minutes, price = excluded.price, position = excluded.position,
        prepare_minutes = excluded.prepare_minutes, clean_minutes = excluded.clean_minutes, online = excluded.online, kdv_rate = excluded.kdv_rate
$$;

-- As before, and: a line says which part of the visit it is, and its money says the same; and who was deleted meanwhile has bought all the same.
create or replace function commands."cash.sell@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
  sale uuid := a ->> 'id';
begin
  perform private.open_own_accounts(shop, a -> 'opens');
  insert into public.sales (tenant_id, id, customer_id, appointment_id, event_at, note)
  values (shop, sale, private.customer_of_money(shop, (a ->> 'customerId')::uuid), (a ->> 'appointmentId')::uuid, (command ->> 'eventAt')::timestamptz, a ->> 'note');
  insert into public.sale_lines (tenant_id, id, sale_id, event_at, position, account_id, service_id, staff_id, appointment_id, name, quantity, unit_price, discount, kdv_rate)
  select shop, (l ->> 'id')::uuid, sale, (command ->> 'eventAt')::timestamptz, n, (l ->> 'accountId')::uuid, (l ->> 'serviceId')::uuid, (l ->> 'staffId')::uuid,
         (l ->> 'appointmentId')::uuid, l ->> 'name', (l ->> 'quantity')::int, (l ->> 'unitPrice')::bigint, (l ->> 'discount')::bigint, (l ->> 'kdvRate')::int
  from jsonb_array_elements(a -> 'lines') with ordinality line (l, n);
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, event_at, appointment_id, sale_id, line_id)
  select shop, (t ->> 'id')::uuid, (t ->> 'fromAccountId')::uuid, (t ->> 'toAccountId')::uuid, (t ->> 'amount')::bigint, (t ->> 'kdv')::bigint,
         (command ->> 'eventAt')::timestamptz, coalesce(l.appointment_id, (a ->> 'appointmentId')::uuid), sale, (t ->> 'lineId')::uuid
  from jsonb_array_elements(a -> 'transfers') t
  left join public.sale_lines l on l.tenant_id = shop and l.sale_id = sale and l.id = (t ->> 'lineId')::uuid;

  if exists (
    select from public.sale_lines l
    left join public.transfers t on t.tenant_id = shop and t.line_id = l.id and t.from_account_id = l.account_id
    where l.tenant_id = shop and l.sale_id = sale
    group by l.id, l.gross, l.kdv having coalesce(sum(t.amount), 0) <> l.gross or coalesce(sum(t.kdv), 0) <> l.kdv)
  -- A line is of an income.
  or exists (
    select from public.sale_lines l join public.accounts f on f.tenant_id = shop and f.id = l.account_id
    where l.tenant_id = shop and l.sale_id = sale and f.kind <> 'income')
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

-- Staff see all the money of their own sales: what the owner has given back of one, they must not give back again. [CA11] Phones hear of older
-- rows too: each gets a new rev when it is put into its day.
drop policy "Who sees the till sees all of it, staff what they took" on public.transfers;
create policy "Who sees the till sees all of it, staff what they took and sold" on public.transfers for select to authenticated
  using (tenant_id in (select private.tills_i_see())
         or tenant_id in (select private.shops_of_me('{staff}'))
            and (created_by = (select auth.uid()) or reverses_id is not null and private.took(tenant_id, reverses_id)
                 or sale_id is not null and exists (select from public.sales s where s.tenant_id = transfers.tenant_id and s.id = transfers.sale_id)));

-- What a line has brought in and not given back, and how much of it is KDV. As its owner: all of it counts, whoever asks may see it or not. Nothing for
-- strangers.
create function private.kept_of_line(line public.sale_lines, out amount bigint, out kdv bigint)
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(case t.from_account_id when line.account_id then t.amount else -t.amount end), 0)::bigint,
         coalesce(sum(case t.from_account_id when line.account_id then t.kdv else -t.kdv end), 0)::bigint
  from public.transfers t
  where t.tenant_id = line.tenant_id and t.line_id = line.id and line.tenant_id in (select private.shops_of_me('{owner,staff}'))
$$;
grant execute on function private.kept_of_line(public.sale_lines) to authenticated;

-- As before, but the KDV that goes back is reckoned here: two phones that each gave back a part without knowing of the other
-- would leave a kuruş over. From where money can be given: kasa, kart, banka, or the customer's debt. [CA11] [CA17]
create or replace function commands."cash.refund@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
  back bigint := a ->> 'amount';
  line public.sale_lines;
  kept record;
begin
  select * into line from public.sale_lines where tenant_id = shop and id = (a ->> 'lineId')::uuid;
  if not found then perform private.refuse('missing'); end if;
  kept := private.kept_of_line(line);
  if back > kept.amount then perform private.refuse('too-much'); end if;
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, event_at, sale_id, line_id)
  values (shop, (a ->> 'id')::uuid, (a ->> 'fromAccountId')::uuid, line.account_id, back,
          least(back, greatest(0, kept.kdv - private.kdv_in(kept.amount - back, line.kdv_rate))),
          (command ->> 'eventAt')::timestamptz, line.sale_id, line.id);
  if not exists (select from public.accounts where tenant_id = shop and id = (a ->> 'fromAccountId')::uuid and kind in ('cash', 'card', 'bank', 'veresiye', 'kapora'))
  then perform private.refuse('malformed'); end if;
end $$;

-- As before, and: what was given back cannot be taken back once more. Staff take back only what they took themselves; a refund that the owner gave they
-- see, and leave alone.
create or replace function commands."cash.reverse@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
  line public.sale_lines;
begin
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, event_at, appointment_id, sale_id, line_id, reverses_id)
  select shop, (args ->> 'id')::uuid, to_account_id, from_account_id, amount, kdv, (command ->> 'eventAt')::timestamptz, appointment_id, sale_id, line_id, id
  from public.transfers where tenant_id = shop and id = (args ->> 'reversesId')::uuid and reverses_id is null
    and (created_by = (select auth.uid()) or tenant_id in (select private.tills_i_see()));
  if not found then perform private.refuse('missing'); end if;
  select l.* into line from public.transfers t join public.sale_lines l on l.tenant_id = shop and l.id = t.line_id
  where t.tenant_id = shop and t.id = (args ->> 'id')::uuid;
  if (private.kept_of_line(line)).amount < 0 then perform private.refuse('too-much'); end if;
end $$;

-- How much a customer may owe before the shop is warned. args: {customerId, limit}.
create function commands."cash.set-limit@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
begin
  update public.customers set veresiye_limit = (a ->> 'limit')::bigint
  where tenant_id = shop and id = private.living_customer(shop, (a ->> 'customerId')::uuid) and deleted_at is null;
  if not found then perform private.refuse('missing'); end if;
end $$;
insert into private.owner_commands values ('cash.set-limit@1');

-- Debts that were there before the book: args {importId, fromAccountId, opens: [account], debts: [{id, toAccountId, amount}]}. [CA16]
create function commands."cash.open-debts@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
  batch uuid := a ->> 'importId';
begin
  if not exists (select from public.customer_imports where tenant_id = shop and id = batch) then perform private.refuse('missing'); end if;
  if not exists (select from public.customer_imports where tenant_id = shop and id = batch and undone_at is null) then perform private.refuse('undone'); end if;
  -- What is only brought from a list, and has not changed hands, is owed by nobody who is gone.
  perform private.living_customer(shop, (o ->> 'customerId')::uuid) from jsonb_array_elements(a -> 'opens') o;
  perform private.open_own_accounts(shop, a -> 'opens');
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, import_id)
  select shop, (d ->> 'id')::uuid, (a ->> 'fromAccountId')::uuid, (d ->> 'toAccountId')::uuid, (d ->> 'amount')::bigint, (command ->> 'eventAt')::timestamptz, batch
  from jsonb_array_elements(a -> 'debts') d;
  if exists (
    select from jsonb_array_elements(a -> 'debts') d
    join public.transfers t on t.tenant_id = shop and t.id = (d ->> 'id')::uuid
    join public.accounts f on f.tenant_id = shop and f.id = t.from_account_id
    join public.accounts o on o.tenant_id = shop and o.id = t.to_account_id
    where f.kind <> 'opening' or o.kind <> 'veresiye')
  then perform private.refuse('malformed'); end if;
end $$;

-- Takes the opening balances of an import back that was taken back; answers the customers whom it leaves alone: who has bought or paid since, or whose
-- account money has moved on. As its owner: staff take back an import whose money they may not see. [CA16]
create function private.take_back_debts(shop uuid, batch uuid, happened_at timestamptz) returns uuid[]
language plpgsql security definer set search_path = '' as $$
declare
  known uuid[];
begin
  if shop not in (select private.shops_of_me('{owner,staff}'))
    or not exists (select from public.customer_imports where tenant_id = shop and id = batch and undone_at is not null) then
    perform private.refuse('forbidden');
  end if;
  known := array(
    select a.customer_id
    from public.transfers t
    cross join lateral (values (t.to_account_id), (t.from_account_id)) m (account_id)
    join public.accounts a on a.tenant_id = shop and a.id = m.account_id and a.customer_id is not null
    where t.tenant_id = shop and t.import_id is distinct from batch
    union select customer_id from public.sales where tenant_id = shop and customer_id is not null);
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, reverses_id, import_id)
  select shop, gen_random_uuid(), t.to_account_id, t.from_account_id, t.amount, happened_at, t.id, batch
  from public.transfers t join public.accounts a on a.tenant_id = shop and a.id = t.to_account_id
  where t.tenant_id = shop and t.import_id = batch and t.reverses_id is null and a.customer_id <> all (known)
    and not exists (select from public.transfers r where r.tenant_id = shop and r.reverses_id = t.id);
  return known;
end $$;
grant execute on function private.take_back_debts(uuid, uuid, timestamptz) to authenticated;

-- As before, and: the opening balances it brought go with it. Who has bought or paid since is left alone, he and his debt. [CA16]
create or replace function commands."customers.undo-import@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  batch uuid := command #>> '{args,importId}';
  happened_at timestamptz := command ->> 'eventAt';
  known uuid[];
begin
  update public.customer_imports set undone_at = happened_at where tenant_id = shop and id = batch and undone_at is null;
  if not found then perform private.refuse('missing'); end if;
  known := private.take_back_debts(shop, batch, happened_at);

  update public.customers c
  set name = null, phones = null, phone_indexes = '{}', email = null, note = null, deleted_at = happened_at
  from public.customer_import_rows r
  where r.tenant_id = shop and r.import_id = batch and r.before is null
    and c.tenant_id = shop and c.id = r.customer_id and c.rev = r.after_rev and c.id <> all (known)
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
