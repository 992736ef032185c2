-- Opening a shop: the shop, its owner, its keys and what its trade usually offers, all or nothing.

-- p_shop {id, name, trade, phone, ownerName}; p_keys [{id, purpose, wrapped}]; p_starters: commands (staff, services, hours) run as the new owner.
-- Answers {"tenantId": …} or {"refused": "too-many-shops"}.
create function public.open_shop(p_shop jsonb, p_keys jsonb, p_starters jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  shop uuid := p_shop ->> 'id';
  starter jsonb;
begin
  if not private.found_shop(p_shop, p_keys) then return jsonb_build_object('refused', 'too-many-shops'); end if;
  for starter in select value from jsonb_array_elements(p_starters) loop
    perform private.run_command(shop, starter);
  end loop;
  return jsonb_build_object('tenantId', shop);
end $$;
grant execute on function public.open_shop(jsonb, jsonb, jsonb) to authenticated;

-- The part that no member could do, because nobody is a member yet. False when the user already owns five shops.
create function private.found_shop(p_shop jsonb, p_keys jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  shop uuid := p_shop ->> 'id';
  founder uuid := auth.uid();
begin
  perform pg_advisory_xact_lock(hashtext(founder::text));
  if (select count(*) from public.memberships where user_id = founder and role = 'owner' and removed_at is null) >= 5 then return false; end if;
  insert into public.tenants (id, name, trade, phone) values (shop, p_shop ->> 'name', p_shop ->> 'trade', p_shop ->> 'phone');
  insert into public.memberships (tenant_id, user_id, role, name) values (shop, founder, 'owner', p_shop ->> 'ownerName');
  insert into public.tenant_keys (id, tenant_id, purpose, wrapped)
  select (k ->> 'id')::uuid, shop, k ->> 'purpose', k ->> 'wrapped' from jsonb_array_elements(p_keys) k;
  return true;
end $$;
grant execute on function private.found_shop(jsonb, jsonb) to authenticated;
