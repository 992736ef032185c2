-- The ground every feature stands on: closed by default, sealed text, and who is asking.

revoke all on schema public from public;
grant usage on schema public to anon, authenticated, service_role;

-- What a migration does not grant, nobody has. (Supabase grants everything in `public` by default; we take that back.)
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges revoke execute on functions from public;

create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;
create extension if not exists btree_gist with schema extensions;

-- Helpers of policies and triggers. Never exposed over REST.
create schema private;
grant usage on schema private to authenticated, service_role;

-- One function per command of the sync protocol, named as the command is: commands."customers.add@1".
-- Never exposed over REST: `apply_commands` is the only way in.
create schema commands;
grant usage on schema commands to authenticated;
alter default privileges in schema commands grant execute on functions to authenticated;

-- Text that only the server's keys can read (lib/crypto/envelope.ts). The database itself refuses clear text here.
create domain private.sealed as text
  -- The longest text is a note of 2000 characters, three bytes each, in base64; a member's own client could send megabytes.
  check (char_length(value) <= 10000 and value ~ '^s1\.[0-9a-f-]{36}\.[A-Za-z0-9_-]{38,}$');

-- A time that a phone can be told: ISO with a year of four digits. One that cannot be written so would stop every pull of its shop.
create domain private.instant as timestamptz
  check (value >= '0001-01-01Z' and value < '10000-01-01Z');

-- A refusal a person can act on: a closed word (lib/sync/protocol.ts) that travels to the phone as the command's reason.
create function private.refuse(reason text) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'SF001', message = reason;
end $$;
grant execute on function private.refuse(text) to authenticated, service_role;
