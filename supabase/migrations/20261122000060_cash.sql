-- The till, as double entry: money only ever moves from one account to another. Nothing is changed or deleted; a correction is a new row.

create table public.accounts (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('cash', 'card', 'bank', 'veresiye', 'kapora', 'income', 'expense')),
  name text not null check (char_length(name) between 1 and 80),
  customer_id uuid,                                      -- whose veresiye or kapora
  position int not null default 0,
  created_at timestamptz not null default now(),
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id),
  check ((customer_id is not null) = (kind in ('veresiye', 'kapora')))
);
comment on table public.accounts is 'Where money is (cash, card, bank), who owes it (veresiye), or where it came from and went (income, expense by category).';

create table public.transfers (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  amount bigint not null check (amount between 1 and 100000000000),  -- kuruş; direction is from → to
  event_at private.instant not null,                     -- when the money moved, by the phone's clock
  created_at timestamptz not null default now(),         -- when the server heard
  created_by uuid not null default auth.uid(),
  appointment_id uuid,                                   -- what was paid for; the customer is the appointment's
  reverses_id uuid,                                      -- the transfer that this one takes back
  note private.sealed,
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, reverses_id),                       -- taken back once at most
  unique (tenant_id, id, from_account_id, to_account_id, amount),
  foreign key (tenant_id, from_account_id) references public.accounts (tenant_id, id),
  foreign key (tenant_id, to_account_id) references public.accounts (tenant_id, id),
  foreign key (tenant_id, appointment_id) references public.appointments (tenant_id, id),
  -- What takes a transfer back is the same amount the other way, whoever writes it.
  foreign key (tenant_id, reverses_id, to_account_id, from_account_id, amount)
    references public.transfers (tenant_id, id, from_account_id, to_account_id, amount),
  check (from_account_id <> to_account_id)
);
create index on public.transfers (tenant_id, event_at);
create index on public.transfers (tenant_id, appointment_id);

revoke all on public.accounts, public.transfers from public, anon, authenticated;
grant select on public.accounts, public.transfers to authenticated;
grant insert (tenant_id, id, from_account_id, to_account_id, amount, event_at, appointment_id, reverses_id, note) on public.transfers to authenticated;

select private.mirror('accounts');
select private.mirror('transfers', 'event_at > now() - interval ''62 days''');

alter table public.accounts enable row level security;
alter table public.accounts force row level security;
alter table public.transfers enable row level security;
alter table public.transfers force row level security;

create function private.tills_i_see() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select tenant_id from public.memberships
  where user_id = (select auth.uid()) and removed_at is null and (role in ('owner', 'accountant') or sees_till)
$$;
grant execute on function private.tills_i_see() to authenticated;

create policy "Members see the accounts of their shop" on public.accounts for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));

-- Whether the asker took what this transfer takes back: the money he no longer has.
create function private.took(shop uuid, transfer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.transfers where tenant_id = shop and id = transfer and created_by = (select auth.uid()))
$$;
grant execute on function private.took(uuid, uuid) to authenticated;

create policy "Who sees the till sees all of it, staff what they took" on public.transfers for select to authenticated
  using (tenant_id in (select private.tills_i_see())
         or tenant_id in (select private.shops_of_me('{staff}'))
            and (created_by = (select auth.uid()) or reverses_id is not null and private.took(tenant_id, reverses_id)));
create policy "Owners and staff move money" on public.transfers for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner,staff}')));

-- Every shop is born with its accounts.
create function private.open_accounts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.accounts (tenant_id, kind, name, position) values
    (new.id, 'cash', 'Kasa', 1), (new.id, 'card', 'Kart', 2), (new.id, 'bank', 'Banka', 3),
    (new.id, 'income', 'Hizmet', 10), (new.id, 'income', 'Ürün', 11), (new.id, 'income', 'Diğer gelir', 12),
    (new.id, 'expense', 'Malzeme', 20), (new.id, 'expense', 'Kira', 21), (new.id, 'expense', 'Fatura', 22),
    (new.id, 'expense', 'Personel', 23), (new.id, 'expense', 'Diğer gider', 24);
  return new;
end $$;
-- Named to come after start_counting (triggers fire by name): accounts take revs.
create trigger then_open_accounts after insert on public.tenants for each row execute function private.open_accounts();

create function commands."cash.transfer@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, appointment_id, note)
  select shop, (a ->> 'id')::uuid, (a ->> 'fromAccountId')::uuid, (a ->> 'toAccountId')::uuid, (a ->> 'amount')::bigint,
         (command ->> 'eventAt')::timestamptz, (a ->> 'appointmentId')::uuid, a ->> 'note'
  from (select command -> 'args' as a) _
$$;

-- Takes a transfer back: the same amount, the other way. Staff take back only what they can see.
create function commands."cash.reverse@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  args jsonb := command -> 'args';
begin
  insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, appointment_id, reverses_id)
  select shop, (args ->> 'id')::uuid, to_account_id, from_account_id, amount, (command ->> 'eventAt')::timestamptz, appointment_id, id
  from public.transfers where tenant_id = shop and id = (args ->> 'reversesId')::uuid and reverses_id is null;
  if not found then perform private.refuse('missing'); end if;
end $$;
