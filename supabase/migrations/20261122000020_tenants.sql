-- A tenant is a shop. Everything a shop owns carries its tenant_id and can point only into the same shop.

create table public.tenants (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 80),
  trade text not null check (trade in ('berber', 'kuafor', 'guzellik', 'tamirci', 'terzi', 'veteriner', 'diger')),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),   -- the shop's own, printed on its door: not sealed
  zone text not null default 'Europe/Istanbul',
  created_at timestamptz not null default now()
);
comment on table public.tenants is 'A shop.';

-- Who works in a shop, and as what. State with who and when: a removed member stays as a row.
create table public.memberships (
  id uuid not null default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null check (role in ('owner', 'staff', 'accountant')),
  name text not null check (char_length(name) between 1 and 80),
  sees_till boolean not null default false,              -- staff only: may see the whole till, not just what they took
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, user_id)
);
create index on public.memberships (user_id) where removed_at is null;

-- A link that makes its reader a member, once. Only the token's hash is here.
create table public.invitations (
  id uuid not null default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  role text not null check (role in ('staff', 'accountant')),
  name text not null check (char_length(name) between 1 and 80),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid not null default auth.uid(),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  primary key (id),
  unique (tenant_id, id)
);

-- The shop's data keys, wrapped by a key service outside the database. Deleting these rows shreds the shop's personal data.
create table public.tenant_keys (
  id uuid not null,
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  purpose text not null check (purpose in ('seal', 'index')),
  wrapped text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,                                -- still opens old envelopes, seals no new ones
  primary key (id),
  unique (tenant_id, id)
);
create unique index one_current_key on public.tenant_keys (tenant_id, purpose) where retired_at is null;

-- Every wording ever shown, so that a consent can be proved word for word.
create table public.legal_texts (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of body
  text_id text not null,
  version text not null,
  language text not null default 'tr',
  body text not null,
  created_at timestamptz not null default now()
);

-- What was shown to a user of ours, what was acknowledged, given, withdrawn. Append-only; the clock is the server's.
create table public.user_consents (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  kind text not null check (kind in ('shown', 'acknowledged', 'given', 'withdrawn')),
  text_hash text not null references public.legal_texts (hash),
  text_id text not null,
  version text not null,
  purpose text not null,
  channel text not null check (channel in ('web', 'email', 'sms', 'whatsapp', 'phone', 'paper')),
  created_at timestamptz not null default now()
);
create index on public.user_consents (user_id, created_at);

-- Counters of attempts (log-in, registration, password). Buckets are hashes: no address and no e-mail is kept.
create table private.attempts (
  bucket text primary key,
  started_at timestamptz not null default now(),
  count int not null default 1
);

-- grants
revoke all on public.tenants, public.memberships, public.invitations, public.tenant_keys, public.legal_texts, public.user_consents
  from public, anon, authenticated;
grant select on public.tenants, public.memberships, public.invitations, public.tenant_keys, public.legal_texts, public.user_consents to authenticated;
grant update (name, trade, phone, zone) on public.tenants to authenticated;
grant update (role, name, sees_till, removed_at, removed_by) on public.memberships to authenticated;
grant insert (tenant_id, role, name, token_hash) on public.invitations to authenticated;
grant update (revoked_at) on public.invitations to authenticated;
grant insert (user_id, kind, text_hash, text_id, version, purpose, channel) on public.user_consents to authenticated;
grant select, insert on public.legal_texts, public.user_consents to service_role;
grant select, insert, update on public.tenant_keys to service_role;
grant select on public.tenants, public.memberships to service_role;

-- row level security
alter table public.tenants enable row level security;
alter table public.tenants force row level security;
alter table public.memberships enable row level security;
alter table public.memberships force row level security;
alter table public.invitations enable row level security;
alter table public.invitations force row level security;
alter table public.tenant_keys enable row level security;
alter table public.tenant_keys force row level security;
alter table public.legal_texts enable row level security;
alter table public.legal_texts force row level security;
alter table public.user_consents enable row level security;
alter table public.user_consents force row level security;
alter table private.attempts enable row level security;

-- The shops in which the asker has one of these roles today. Read from the table, not from the token: a removed member is out at once.
create function private.shops_of_me(roles text[]) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select tenant_id from public.memberships
  where user_id = (select auth.uid()) and removed_at is null and role = any (roles)
$$;
grant execute on function private.shops_of_me(text[]) to authenticated;

create function private.role_of_me(shop uuid) returns text
language sql stable security definer set search_path = '' as $$
  select role from public.memberships
  where tenant_id = shop and user_id = (select auth.uid()) and removed_at is null
$$;
grant execute on function private.role_of_me(uuid) to authenticated;

create policy "Members see their shop" on public.tenants for select to authenticated
  using (id in (select private.shops_of_me('{owner,staff,accountant}')));
create policy "Owners change their shop" on public.tenants for update to authenticated
  using (id in (select private.shops_of_me('{owner}'))) with check (id in (select private.shops_of_me('{owner}')));

create policy "Owners see who works in their shop, others see themselves" on public.memberships for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}')) or user_id = (select auth.uid()) and removed_at is null);
create policy "Owners change and remove members" on public.memberships for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

create policy "Owners see the invitations of their shop" on public.invitations for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners invite" on public.invitations for insert to authenticated
  with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners take an invitation back" on public.invitations for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));

create policy "Members fetch the wrapped keys of their shop" on public.tenant_keys for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff,accountant}')));

create policy "Anyone logged in may read the texts" on public.legal_texts for select to authenticated using (true);

create policy "Users see their own consents" on public.user_consents for select to authenticated
  using (user_id = (select auth.uid()));
create policy "Users give and withdraw their own consents" on public.user_consents for insert to authenticated
  with check (user_id = (select auth.uid()));

-- A shop without an owner could never be entered again.
create function private.keep_an_owner() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.role = 'owner' and old.removed_at is null and (new.role <> 'owner' or new.removed_at is not null) then
    perform 1 from public.tenants where id = old.tenant_id for update;   -- two owners removing each other take turns
    if not exists (select from public.memberships
                   where tenant_id = old.tenant_id and role = 'owner' and removed_at is null and id <> old.id) then
      perform private.refuse('last-owner');
    end if;
  end if;
  return new;
end $$;
create trigger keep_an_owner before update on public.memberships for each row execute function private.keep_an_owner();

-- Makes the asker a member of the shop that the token's hash names.
-- Answers {"tenantId": …} or {"refused": "unknown" | "expired" | "used"}.
create function public.accept_invitation(p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  invitation public.invitations;
begin
  select * into invitation from public.invitations where token_hash = p_token_hash for update;
  if not found or invitation.revoked_at is not null then return jsonb_build_object('refused', 'unknown'); end if;
  if invitation.accepted_at is not null then return jsonb_build_object('refused', 'used'); end if;
  if invitation.expires_at < now() then return jsonb_build_object('refused', 'expired'); end if;

  insert into public.memberships (tenant_id, user_id, role, name)
  values (invitation.tenant_id, (select auth.uid()), invitation.role, invitation.name)
  on conflict (tenant_id, user_id) do update
    set role = case when memberships.removed_at is null then memberships.role else excluded.role end,  -- an owner opening his own link stays owner
        sees_till = memberships.removed_at is null and memberships.sees_till,   -- who comes back begins with what an invitation gives
        name = case when memberships.removed_at is null then memberships.name else excluded.name end,
        removed_at = null, removed_by = null;
  update public.invitations set accepted_at = now(), accepted_by = (select auth.uid()) where id = invitation.id;
  return jsonb_build_object('tenantId', invitation.tenant_id);
end $$;
grant execute on function public.accept_invitation(text) to authenticated;

-- What the page behind an invitation's link says before anyone has logged in. Asked by the server only.
create function public.invitation_of(p_token_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('shop', t.name, 'role', i.role, 'name', i.name,
    'state', case when i.revoked_at is not null then 'unknown' when i.accepted_at is not null then 'used'
                  when i.expires_at < now() then 'expired' else 'open' end)
  from public.invitations i join public.tenants t on t.id = i.tenant_id
  where i.token_hash = p_token_hash
$$;
grant execute on function public.invitation_of(text) to service_role;

-- Takes one of `p_cap` attempts per window. False: the window's attempts are used up.
create function public.take_attempt(p_bucket text, p_cap int, p_window interval) returns boolean
language sql security definer set search_path = '' as $$
  insert into private.attempts as a (bucket) values (p_bucket)
  on conflict (bucket) do update
    set count = case when a.started_at < now() - p_window then 1 else a.count + 1 end,
        started_at = case when a.started_at < now() - p_window then now() else a.started_at end
  returning count <= p_cap
$$;
grant execute on function public.take_attempt(text, int, interval) to service_role;
