-- Everything out, and in again: a shop's whole archive is read table by table, and laid down in an empty shop in one transaction.
-- The rules are numbered in lib/archive/SPEC.md.

-- The tables that an archive holds: all that phones mirror, and what customers were shown and agreed to. lib/db/record-sets.ts lists the same.
create function private.archived_tables() returns setof text
language sql stable security definer set search_path = '' as $$
  select table_name from private.mirrored union select 'customer_consents'
$$;

-- Columns that the operator alone writes: an archive does not tell them, and what it says of them is not taken. Each feature names its own. [AR7]
create table private.operators_columns (
  table_name text not null,
  column_name text not null,
  primary key (table_name, column_name)
);
alter table private.operators_columns enable row level security;

-- What came by an archive is what its owner says was shown and agreed to: we did not see it happen. [AR8]
alter table public.customer_consents add column restored_at timestamptz;
alter table public.legal_texts add column restored_at timestamptz;

create function private.say_restored() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.restored_at := now();
  return new;
end $$;
create trigger say_restored before insert on public.customer_consents
  for each row when (current_setting('siftah.restoring', true) = 'on') execute function private.say_restored();
create trigger say_restored before insert on public.legal_texts
  for each row when (current_setting('siftah.restoring', true) = 'on') execute function private.say_restored();

-- A wording is called what an archive called it until we show it ourselves.
create function private.name_text() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.legal_texts set text_id = new.text_id, version = new.version, language = new.language, restored_at = null
  where hash = new.hash and restored_at is not null;
  return new;
end $$;
create trigger name_text before insert on public.legal_texts
  for each row when (current_setting('siftah.restoring', true) is distinct from 'on') execute function private.name_text();

-- Rows of an archive on their way in, sealed under the new shop's key.
create table private.restored_rows (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  n bigint generated always as identity,
  table_name text not null,
  row jsonb not null,
  staged_at timestamptz not null default now(),
  primary key (tenant_id, n)
);
alter table private.restored_rows enable row level security;

-- What follows from a row when a person writes it has followed already when the row comes back.
create or replace function private.take_rev() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Numbered by restore_shop: a hundred thousand turns of one counter in one transaction would each walk over all before it.
  if current_setting('siftah.restoring', true) = 'on' then return new; end if;
  update private.revs set rev = rev + 1 where tenant_id = new.tenant_id returning rev into new.rev;
  return new;
end $$;
drop trigger say_who on public.appointments;
create trigger say_who before insert or update on public.appointments
  for each row when (current_setting('siftah.restoring', true) is distinct from 'on') execute function private.say_who();
drop trigger remember_appointment on public.appointments;
create trigger remember_appointment after insert or update on public.appointments
  for each row when (current_setting('siftah.restoring', true) is distinct from 'on') execute function private.remember_appointment();
drop trigger then_count_no_shows on public.appointments;
create trigger then_count_no_shows after insert or update of status, customer_id on public.appointments
  for each row when (current_setting('siftah.restoring', true) is distinct from 'on') execute function private.count_no_shows();
drop trigger then_end_the_wait on public.appointments;
create trigger then_end_the_wait after insert or update of status on public.appointments
  for each row when (new.waiting_id is not null and new.status in ('confirmed', 'arrived') and current_setting('siftah.restoring', true) is distinct from 'on')
  execute function private.end_the_wait();

-- What an archive says of the shop itself, of how far it looks, and of the wordings that its customers were shown. Null for anybody but an owner.
create function public.archive_head(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'shop', (select jsonb_build_object('id', id, 'name', name, 'trade', trade, 'phone', phone, 'address', address, 'zone', zone, 'accountingCodes', accounting_codes)
             from public.tenants where id = p_tenant),
    'rev', private.rev_of(p_tenant),
    'texts', (select coalesce(jsonb_agg(jsonb_build_object('hash', hash, 'textId', text_id, 'version', version, 'language', language, 'body', body) order by hash), '[]')
              from public.legal_texts where hash in (select text_hash from public.customer_consents where tenant_id = p_tenant)))
  where private.role_of_me(p_tenant) = 'owner'
$$;
grant execute on function public.archive_head(uuid) to authenticated;

-- Rows of one table in the order of their ids, from behind p_after; with p_rev only those that had been written by then. Null for anybody but an owner.
create function public.archive_page(p_tenant uuid, p_table text, p_after uuid, p_rev bigint, p_limit int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  page jsonb;
begin
  if private.role_of_me(p_tenant) is distinct from 'owner' or p_table not in (select private.archived_tables()) then return null; end if;
  execute format(
    'select coalesce(jsonb_agg(r order by id), ''[]'') from (select id, to_jsonb(t) - ''tenant_id'' - ''rev'' - $5 as r from public.%I t'
    ' where tenant_id = $1 and ($2 is null or id > $2) %s order by id limit least($3, 2000)) _',
    p_table, case when p_rev is null then '' else 'and rev <= $4' end)
  into page using p_tenant, p_after, p_limit, p_rev, array(select column_name from private.operators_columns where table_name = p_table);
  return page;
end $$;
grant execute on function public.archive_page(uuid, text, uuid, bigint, int) to authenticated;

-- A shop in which nothing has happened: what its trade usually offers may be there, and nobody has come.
create function private.is_empty_shop(shop uuid) returns boolean
language sql stable set search_path = '' as $$
  select not exists (select from public.customers where tenant_id = shop) and not exists (select from public.appointments where tenant_id = shop)
     and not exists (select from public.transfers where tenant_id = shop) and not exists (select from public.sales where tenant_id = shop)
     and not exists (select from public.walk_ins where tenant_id = shop) and not exists (select from public.customer_imports where tenant_id = shop)
     and not exists (select from public.calendar_feeds where tenant_id = shop) and not exists (select from public.day_closings where tenant_id = shop)
$$;

-- Makes room for an archive. Answers {} or {"refused": "not-owner" | "not-empty"}.
create function public.begin_restore(p_tenant uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if private.role_of_me(p_tenant) is distinct from 'owner' then return jsonb_build_object('refused', 'not-owner'); end if;
  if not private.is_empty_shop(p_tenant) then return jsonb_build_object('refused', 'not-empty'); end if;
  delete from private.restored_rows where tenant_id = p_tenant or staged_at < now() - interval '1 day';
  return '{}';
end $$;
grant execute on function public.begin_restore(uuid) to authenticated;

-- Whether one of these ids stands in another shop already: then the archive gets new ones.
create function public.are_ids_taken(p_tenant uuid, p_table text, p_ids jsonb) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  taken boolean;
begin
  if private.role_of_me(p_tenant) is distinct from 'owner' or p_table not in (select private.archived_tables()) then return null; end if;
  execute format('select exists (select from public.%I where tenant_id <> $1 and id = any (array(select jsonb_array_elements_text($2)::uuid)))', p_table)
  into taken using p_tenant, p_ids;
  return taken;
end $$;
grant execute on function public.are_ids_taken(uuid, text, jsonb) to authenticated;

-- Lays rows aside. False: not an owner, a table that is none, or more than a shop can be.
create function public.stage_rows(p_tenant uuid, p_table text, p_rows jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if private.role_of_me(p_tenant) is distinct from 'owner' or p_table not in (select private.archived_tables())
     or (select count(*) from private.restored_rows where tenant_id = p_tenant) + jsonb_array_length(p_rows) > 2000000 then return false; end if;
  insert into private.restored_rows (tenant_id, table_name, row) select p_tenant, p_table, value from jsonb_array_elements(p_rows);
  return true;
end $$;
grant execute on function public.stage_rows(uuid, text, jsonb) to authenticated;

-- What else has to happen when rows of a feature have come back; the features below say it.
create function private.after_restore(shop uuid) returns void language sql set search_path = '' as $$ select $$;

-- Lays down all that was laid aside, whole or not at all, in the place of what the new shop was born with. p_shop and p_texts as in archive_head,
-- p_rows how many rows were laid aside: somebody who began anew meanwhile has swept some of them away.
-- Answers {"rows": count} or {"refused": "not-owner" | "not-empty" | "incomplete" | "malformed", "table": where}.
create function public.restore_shop(p_tenant uuid, p_shop jsonb, p_texts jsonb, p_rows int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  base bigint;
  laid bigint;
  done bigint := 0;
  next_table text;
  operators_column text;
  columns text;
  values_of text;
begin
  if private.role_of_me(p_tenant) is distinct from 'owner' then return jsonb_build_object('refused', 'not-owner'); end if;
  perform private.take_turn(p_tenant);
  if not private.is_empty_shop(p_tenant) then return jsonb_build_object('refused', 'not-empty'); end if;
  if (select count(*) from private.restored_rows where tenant_id = p_tenant) <> p_rows then return jsonb_build_object('refused', 'incomplete'); end if;
  base := private.rev_of(p_tenant);
  perform set_config('siftah.restoring', 'on', true);
  begin
    -- The wordings that its customers agreed to, and no others: a text that is not what its consent names leaves the consent without one, and the archive
    -- is refused. A shop has shown a few, of some 7,000 letters each.
    insert into public.legal_texts (hash, text_id, version, language, body)
    select own.hash, "textId", version, language, body
    from jsonb_to_recordset(p_texts) wording ("textId" text, version text, language text, body text),
         lateral (select encode(sha256(convert_to(body, 'UTF8')), 'hex') as hash) own
    where greatest(char_length("textId"), char_length(version)) <= 80 and char_length(language) <= 10 and char_length(body) <= 20000
      and own.hash in (select row ->> 'text_hash' from private.restored_rows where tenant_id = p_tenant and table_name = 'customer_consents')
    limit 100
    on conflict do nothing;
    -- What the operator wrote of this shop stays.
    for next_table, operators_column in select * from private.operators_columns loop
      execute format(
        'update private.restored_rows s'
        ' set row = s.row || jsonb_build_object(%2$L, (select t.%2$I from public.%1$I t where t.tenant_id = $1 and t.id::text = s.row ->> ''id''))'
        ' where s.tenant_id = $1 and s.table_name = %1$L', next_table, operators_column) using p_tenant;
    end loop;
    -- What points at others goes first, and comes last: the order of the foreign keys, whatever tables there are.
    for next_table in select table_name from private.archived_order() order by place desc loop
      execute format('delete from public.%I where tenant_id = $1', next_table) using p_tenant;
    end loop;
    for next_table in select table_name from private.archived_order() order by place loop
      select string_agg(quote_ident(a.attname), ', '), string_agg('r.' || quote_ident(a.attname), ', ') into columns, values_of
      from pg_catalog.pg_attribute a
      where a.attrelid = format('public.%I', next_table)::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and (a.attname in ('tenant_id', 'rev')
             or a.attname in (select jsonb_object_keys(row) from private.restored_rows where tenant_id = p_tenant and table_name = next_table));
      -- Numbered one behind the other here: `n` is drawn by all shops that lay rows aside at the same time, and has gaps.
      execute format(
        'insert into public.%1$I (%2$s) select %3$s'
        ' from (select row, row_number() over (order by n) as place from private.restored_rows where tenant_id = $1 and table_name = %1$L) s'
        ' cross join lateral jsonb_populate_record(null::public.%1$I, s.row || jsonb_build_object(''tenant_id'', $1, ''rev'', $2 + s.place)) r'
        ' order by s.place', next_table, columns, values_of)
      using p_tenant, base + done;
      get diagnostics laid = row_count;
      done := done + laid;
    end loop;
    update public.tenants
    set name = p_shop ->> 'name', trade = p_shop ->> 'trade', phone = p_shop ->> 'phone', address = p_shop ->> 'address', zone = p_shop ->> 'zone',
        accounting_codes = coalesce(p_shop -> 'accountingCodes', '{}')
    where id = p_tenant;
  exception when data_exception or integrity_constraint_violation or sqlstate '23P01' then
    raise warning 'an archive was refused at %: %', next_table, sqlstate;
    return jsonb_build_object('refused', 'malformed', 'table', next_table);
  end;
  perform set_config('siftah.restoring', '', true);
  delete from private.restored_rows where tenant_id = p_tenant;
  -- Every phone of the shop forgets what it held and downloads afresh. [SY8]
  update private.revs set rev = base + done + 1, epoch = gen_random_uuid() where tenant_id = p_tenant;
  perform private.after_restore(p_tenant);
  return jsonb_build_object('rows', done);
end $$;
grant execute on function public.restore_shop(uuid, jsonb, jsonb, int) to authenticated;

-- The archived tables, each behind those it points at.
create function private.archived_order() returns table (table_name text, place int)
language plpgsql stable security definer set search_path = '' as $$
declare
  left_over text[] := array(select private.archived_tables() order by 1);
  ready text[];
begin
  place := 0;
  while cardinality(left_over) > 0 loop
    ready := array(
      select one from unnest(left_over) one
      where not exists (
        select from pg_catalog.pg_constraint c
        where c.contype = 'f' and c.conrelid = format('public.%I', one)::regclass and c.confrelid <> c.conrelid
          and c.confrelid in (select format('public.%I', other)::regclass from unnest(left_over) other)));
    if cardinality(ready) = 0 then raise exception 'the archived tables point at each other in a ring: %', left_over; end if;
    foreach table_name in array ready loop
      place := place + 1;
      return next;
    end loop;
    left_over := array(select one from unnest(left_over) one where one <> all (ready));
  end loop;
end $$;
