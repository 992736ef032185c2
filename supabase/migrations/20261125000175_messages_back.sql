-- What comes back: what providers tell us of our messages, what customers answer, and whose turn a freed time is. Only the server calls the public functions
-- here, with its secret key. The rules are numbered in lib/messages/SPEC.md.

-- Two more things that there are to say: both answer what a customer wrote.
alter table public.messages drop constraint messages_kind_check;
alter table public.messages add constraint messages_kind_check check (
  kind in ('request-received', 'confirmation', 'reminder-day', 'reminder-hours', 'moved', 'cancelled', 'declined', 'slot-offer', 'too-late', 'offer-gone',
           'statement', 'kvkk-link', 'accountant-link'));

-- What a provider called us about: kept once, worked later. What it says lies in a box under a key that the database does not have. [ME14]
create table private.callbacks (
  provider text not null,
  key text not null,                                                 -- by which the same is known again: ids and states, nothing of anybody
  what text not null check (what in ('status', 'inbound')),
  box text,                                                          -- null: worked
  heard_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  attempts int not null default 0,
  primary key (provider, key)
);
create index on private.callbacks (next_at) where box is not null;
create index on private.callbacks (heard_at) where box is null;

-- How many of them were taken, and how many turned away, by day.
create table private.callback_counts (
  day date not null,
  provider text not null,
  outcome text not null check (outcome in ('taken', 'replayed', 'forged', 'malformed', 'nobody')),
  n bigint not null,
  primary key (day, provider, outcome)
);

-- Who has written to a shop before, by an address under that same key: a WhatsApp user whose number we are not told is known again by his id.
create table private.senders (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  sender_hash text not null,
  customer_id uuid not null,
  seen_at timestamptz not null default now(),
  primary key (tenant_id, sender_hash),
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id) on delete cascade
);
create index on private.senders (sender_hash, seen_at);
create index on private.senders (tenant_id, customer_id);

-- Times that somebody let go while others wait: each is offered to whose turn it is, until nobody is left who fits. [ME16]
create table private.freed_times (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  staff_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  next_at timestamptz not null default now()
);
create index on private.freed_times (next_at);
create index on private.freed_times (tenant_id);

alter table private.callbacks enable row level security;
alter table private.callback_counts enable row level security;
alter table private.senders enable row level security;
alter table private.freed_times enable row level security;

-- Whoever is deleted is not known again; whoever turned out to be another is known as him.
create function private.follow_senders() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.merged_into is null then
    delete from private.senders where tenant_id = new.tenant_id and customer_id = new.id;
  else
    update private.senders set customer_id = new.merged_into where tenant_id = new.tenant_id and customer_id = new.id;
  end if;
  return null;
end $$;
create trigger then_follow_senders after update of deleted_at on public.customers
  for each row when (new.deleted_at is not null) execute function private.follow_senders();

-- Callbacks

create function public.count_callbacks(p_provider text, p_counts jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into private.callback_counts as c (day, provider, outcome, n)
  select current_date, p_provider, key, value::bigint from jsonb_each_text(p_counts)
  on conflict (day, provider, outcome) do update set n = c.n + excluded.n
$$;
grant execute on function public.count_callbacks(text, jsonb) to service_role;

-- Keeps what a provider called about, once. False: it had been told before.
create function public.keep_callback(p_provider text, p_key text, p_what text, p_box text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  kept boolean;
begin
  insert into private.callbacks (provider, key, what, box) values (p_provider, p_key, p_what, p_box) on conflict do nothing;
  kept := found;
  perform public.count_callbacks(p_provider, jsonb_build_object(case when kept then 'taken' else 'replayed' end, 1));
  return kept;
end $$;
grant execute on function public.keep_callback(text, text, text, text) to service_role;

-- Takes callbacks to be worked, for a while: who does not end one finds it again, later and later. Answers [{provider, key, what, box, attempts}], the oldest
-- first. That something was told is remembered for a week; an answer of a customer for as long as it is kept.
create function public.claim_callbacks(p_limit int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  answer jsonb;
begin
  delete from private.callbacks where box is null and heard_at < now() - interval '7 days';
  with due as (
    select provider, key from private.callbacks where box is not null and next_at <= now() order by heard_at limit p_limit for update skip locked),
  claimed as (
    update private.callbacks c set attempts = c.attempts + 1, next_at = now() + least(interval '10 seconds' * power(2, least(c.attempts, 12)), interval '1 hour')
    from due where (c.provider, c.key) = (due.provider, due.key) returning c.*)
  select coalesce(jsonb_agg(jsonb_build_object('provider', provider, 'key', key, 'what', what, 'box', box, 'attempts', attempts) order by heard_at), '[]') into answer
  from claimed;
  return answer;
end $$;
grant execute on function public.claim_callbacks(int) to service_role;

-- It has been worked: nothing is left of it but that it was told.
create function public.end_callback(p_provider text, p_key text) returns void
language sql security definer set search_path = '' as $$
  update private.callbacks set box = null where provider = p_provider and key = p_key
$$;
grant execute on function public.end_callback(text, text) to service_role;

-- What customers answer

-- What an answer to a message asks for: confirm, cancel, accept, decline; null: nothing that a rule understands.
create function private.act_of(kind text, reply text) returns text
language sql immutable set search_path = '' as $$
  select case
    when kind = 'slot-offer' then case when reply in ('accept', 'confirm', 'yes') then 'accept' when reply in ('decline', 'cancel', 'no') then 'decline' end
    when kind in ('confirmation', 'reminder-day', 'reminder-hours', 'moved') then case when reply in ('confirm', 'yes') then 'confirm' when reply = 'cancel' then 'cancel' end
    when kind = 'request-received' then case when reply = 'cancel' then 'cancel' end
  end
$$;

-- Which message somebody answers, and whose he is. By the id that he answers to, else by his addresses: the last message to one of them within three days by
-- that channel, but none where what he says may be meant for another visit of his too; who wrote before without a number is known again by his id. The shop may
-- be found where the message is not: whoever it last wrote to within a month, or whose own sender was written to. That he wants no messages every shop hears
-- that wrote to him by the sender that they share. p_sender: {channel, provider, hashes, answers, to, reply}. Answers [{tenantId, messageId, customerId}]. [ME15]
create function public.place_inbound(p_sender jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  hashes text[] := array(select jsonb_array_elements_text(p_sender -> 'hashes'));
  own uuid := (select tenant_id from public.message_settings where whatsapp_sender = p_sender ->> 'to');
  his uuid[];                                                        -- what was ever sent to him
  told private.message_sendings[];                                   -- of that, what came by this channel within a month; the last first
  sending private.message_sendings;                                  -- the one that he answers, else the last
  message uuid;
  known private.senders;
  shop uuid;
begin
  his := array(select message_id from private.message_sendings where recipient_hash = any (hashes)
               union select m.id from private.senders k join public.messages m on m.tenant_id = k.tenant_id and m.customer_id = k.customer_id where k.sender_hash = any (hashes));
  select array_agg(s order by s.sent_at desc) into told from private.message_sendings s
  where s.message_id = any (his) and s.channel = p_sender ->> 'channel' and s.sent_at > now() - interval '30 days' and (own is null or s.tenant_id = own);
  select * into sending from private.message_sendings
  where provider = p_sender ->> 'provider' and provider_id = p_sender ->> 'answers' and (own is null or tenant_id = own);
  message := sending.message_id;
  if message is null then
    sending := told[1];
    if sending.sent_at > now() - interval '3 days' and (
      select count(distinct m.subject) from unnest(told) s join public.messages m on m.id = s.message_id
      where s.sent_at > now() - interval '3 days' and private.act_of(m.kind, p_sender ->> 'reply') is not null and exists (
        select from private.parts_of(m.tenant_id, m.subject)
        where status in ('held', 'requested', 'confirmed') and starts_at > now() and (lapses_at is null or lapses_at > now()))) < 2 then
      message := sending.message_id;
    end if;
  end if;

  select * into known from private.senders
  where sender_hash = any (hashes) and tenant_id = coalesce(sending.tenant_id, own, tenant_id) order by seen_at desc limit 1;
  shop := coalesce(sending.tenant_id, known.tenant_id, own);
  if shop is null then return '[]'; end if;
  return jsonb_build_array(jsonb_build_object(
    'tenantId', shop, 'messageId', message, 'customerId', coalesce((select customer_id from public.messages where id = sending.message_id), known.customer_id))
  ) || (
    select coalesce(jsonb_agg(jsonb_build_object('tenantId', tenant_id, 'messageId', null, 'customerId', customer_id)), '[]')
    from (select distinct on (m.tenant_id) m.tenant_id, m.customer_id
          from private.message_sendings s join public.messages m on m.id = s.message_id join public.message_settings w on w.tenant_id = s.tenant_id
          where own is null and p_sender ->> 'reply' = 'opt-out' and w.whatsapp_sender is null
            and s.message_id = any (his) and s.channel = p_sender ->> 'channel' and s.tenant_id <> shop
          order by m.tenant_id, s.sent_at desc) others);
end $$;
grant execute on function public.place_inbound(jsonb) to service_role;

-- What a customer does with parts of a visit that stand. p_act: confirm (he comes; or he takes what was offered to him), cancel, move (p_moves as
-- appointments.move@2). Whoever calls has the shop's turn and has let lapse what had to. Answers {} or {"refused": "not-open" | "too-late" | "slot-taken"}.
create function private.act_on(shop uuid, ids uuid[], p_act text, p_moves jsonb default '[]') returns jsonb
language plpgsql set search_path = '' as $$
declare
  first public.appointments;
  notice interval;
begin
  select * into first from public.appointments where tenant_id = shop and id = any (ids) order by starts_at limit 1;
  if not found or first.starts_at <= now() then return jsonb_build_object('refused', 'not-open'); end if;

  if p_act = 'confirm' then
    update public.appointments
    set status = case status when 'held' then 'confirmed' else status end, status_at = case status when 'held' then now() else status_at end, customer_confirmed_at = now()
    where tenant_id = shop and id = any (ids) and (status in ('held', 'confirmed') or status = 'requested' and lapses_at is null);
    return case when found then '{}' else jsonb_build_object('refused', 'not-open') end;
  end if;

  -- What the shop has not agreed to, or only offered, may be let go at any time. [AP17]
  select make_interval(mins => cancel_notice_minutes) into notice from public.booking_rules where tenant_id = shop;
  if private.stands_as(first) = 'confirmed' and now() > first.starts_at - notice then return jsonb_build_object('refused', 'too-late'); end if;

  if p_act = 'cancel' then
    update public.appointments set status = 'cancelled', status_at = now() where tenant_id = shop and id = any (ids);
  elsif p_act = 'move' then
    -- What was only offered is not his to move.
    if first.status = 'held' or (select array_agg((m ->> 'id')::uuid order by m ->> 'id') from jsonb_array_elements(p_moves) m) is distinct from (select array_agg(i order by i::text) from unnest(ids) i) then
      return jsonb_build_object('refused', 'not-open');
    end if;
    begin
      update public.appointments a
      set staff_id = (m ->> 'staffId')::uuid, starts_at = (m ->> 'startsAt')::timestamptz, ends_at = (m ->> 'endsAt')::timestamptz, customer_confirmed_at = null,
          lapses_at = case when a.lapses_at is not null then least(a.lapses_at, (m ->> 'startsAt')::timestamptz) end
      from jsonb_array_elements(p_moves) m
      where a.tenant_id = shop and a.id = (m ->> 'id')::uuid;
    exception when exclusion_violation then
      return jsonb_build_object('refused', 'slot-taken');
    end;
  else
    raise exception 'unknown act %', p_act;
  end if;
  return '{}';
end $$;

-- As before: what a customer does with his visit by his link. Answers {} or {"refused": "unknown" | "not-open" | "too-late" | "slot-taken"}.
create or replace function public.act_by_link(p_token_hash text, p_act text, p_moves jsonb default '[]') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  first public.appointments;
  ids uuid[];
begin
  perform set_config('siftah.actor', 'customer', true);
  select * into first from private.parts_of_link(p_token_hash) limit 1;
  if not found then return jsonb_build_object('refused', 'unknown'); end if;
  perform private.take_turn(first.tenant_id);
  perform private.lapse(first.tenant_id);
  select array_agg(id) into ids from private.parts_of_link(p_token_hash) where status in ('held', 'requested', 'confirmed') and customer_id is not null;
  if ids is null then return jsonb_build_object('refused', 'not-open'); end if;
  return private.act_on(first.tenant_id, ids, p_act, p_moves);
end $$;

-- Whether somebody wants messages by a channel, for a purpose. What he does not want goes no more, from now on: it is looked at when a message is about to go. [ME9]
create function private.write_block(shop uuid, p_id uuid, customer uuid, p_channel text, p_purpose text, wanted boolean) returns void
language plpgsql set search_path = '' as $$
begin
  if wanted then
    update public.contact_blocks set lifted_at = now()
    where tenant_id = shop and customer_id = customer and channel = p_channel and purpose = p_purpose and why = 'opted-out' and lifted_at is null;
  else
    insert into public.contact_blocks as b (tenant_id, id, customer_id, channel, purpose, why) values (shop, p_id, customer, p_channel, p_purpose, 'opted-out')
    on conflict (tenant_id, customer_id, channel, purpose, why) do update set lifted_at = null, created_at = now() where b.lifted_at is not null;
    -- What waits for the owner's hand is looked at now: nobody comes by to claim it.
    update public.messages set reason = reason where tenant_id = shop and customer_id = customer and state = 'planned' and channel = 'own';
  end if;
end $$;

-- The owner's own WhatsApp is WhatsApp too: who does not want messages by it is not written to by his hand either, but for what he asked for himself. Why a message
-- did not go stays as it was first said. [ME9]
create function private.keep_unwanted() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if old.state = 'not-sent' then new.reason := old.reason; end if;
  end if;
  if new.state = 'planned' and new.channel = 'own' and new.kind <> 'kvkk-link' and exists (
    select from public.contact_blocks
    where tenant_id = new.tenant_id and customer_id = new.customer_id and channel = 'whatsapp' and purpose = new.class and why = 'opted-out' and lifted_at is null) then
    new.state := 'not-sent';
    new.reason := 'opted-out';
  end if;
  return new;
end $$;
create trigger keep_unwanted before insert or update on public.messages for each row execute function private.keep_unwanted();

-- A word of ours on what he wrote, by the channel he wrote by and by no other: he is waiting for it there.
create function private.answer_inbound(m public.messages, p_kind text, p_channel text) returns void
language sql set search_path = '' as $$
  select private.plan_message(m.tenant_id, jsonb_build_object(
    'kind', p_kind, 'subject', case p_kind when 'offer-gone' then m.customer_id else m.subject end, 'customerId', m.customer_id,
    'appointmentId', case p_kind when 'offer-gone' then null else m.appointment_id end, 'aboutAt', m.about_at, 'dueAt', now(),
    'expiresAt', m.about_at, 'channels', jsonb_build_array(p_channel)))
$$;

-- He takes what was offered to him. Said too late it is still his if nobody else has it, and he has nothing else. [AP14]
create function private.accept_offer(shop uuid, offer public.appointments) returns boolean
language plpgsql set search_path = '' as $$
begin
  if offer.status in ('confirmed', 'arrived', 'done') then return true; end if;         -- he has it
  if offer.status not in ('held', 'lapsed') or offer.starts_at <= now() then return false; end if;
  if offer.status = 'lapsed' and not exists (
    select from public.waiting_list w where w.tenant_id = shop and w.id = offer.waiting_id and w.ended_at is null
      and not exists (select from public.appointments a where a.tenant_id = shop and a.waiting_id = w.id and a.status = 'held')) then return false; end if;
  begin
    update public.appointments set status = 'confirmed', status_at = now(), customer_confirmed_at = now() where tenant_id = shop and id = offer.id;
  exception when exclusion_violation then
    return false;
  end;
  return true;
end $$;

-- What a customer's answer does. Answers the outcome that inbound_messages keeps. [ME15]
create function private.take_reply(m public.messages, shop uuid, customer uuid, phone_index text, p_channel text, reply text) returns text
language plpgsql set search_path = '' as $$
declare
  one uuid;
  act text;
  ids uuid[];
  first public.appointments;
  refused text;
begin
  if reply in ('opt-out', 'opt-in') then
    if customer is null then return 'note'; end if;
    -- A number that stands on two cards is one person's, and so is his word.
    for one in
      select id from public.customers where tenant_id = shop and deleted_at is null and (id = customer or phone_indexes @> array[phone_index])
    loop
      perform private.write_block(shop, gen_random_uuid(), one, p_channel, 'transactional', reply = 'opt-in');
      -- Who wants nothing wants no promotion either; who wants messages again has not asked for that.
      if reply = 'opt-out' then perform private.write_block(shop, gen_random_uuid(), one, p_channel, 'promotion', false); end if;
    end loop;
    return case reply when 'opt-out' then 'opted-out' else 'opted-in' end;
  end if;

  act := private.act_of(m.kind, reply);
  if act is null then return 'note'; end if;

  if act = 'accept' then
    select * into first from private.parts_of(shop, m.subject) limit 1;
    if private.accept_offer(shop, first) then return 'accepted'; end if;
    perform private.answer_inbound(m, 'offer-gone', p_channel);
    return 'too-late';
  end if;

  select array_agg(id) into ids from private.parts_of(shop, m.subject) where status in ('held', 'requested', 'confirmed');
  if ids is null then                                                -- it does not stand any more: what he wanted is so, or nobody can tell what he means
    select * into first from private.parts_of(shop, m.subject) limit 1;
    return case when act = 'decline' then 'declined' when act = 'cancel' and first.status = 'cancelled' then 'cancelled' else 'note' end;
  end if;
  select * into first from private.parts_of(shop, m.subject) where id = any (ids) limit 1;
  if first.starts_at <> m.about_at then return 'note'; end if;       -- he answers a message of a time that is no more
  refused := private.act_on(shop, ids, case act when 'decline' then 'cancel' else act end) ->> 'refused';
  if refused = 'too-late' then
    perform private.answer_inbound(m, 'too-late', p_channel);
    return 'too-late';
  end if;
  if refused is not null then return 'note'; end if;
  if act = 'cancel' then perform private.answer_inbound(m, 'cancelled', p_channel); end if;
  return case act when 'confirm' then 'confirmed' when 'cancel' then 'cancelled' else 'declined' end;
end $$;

-- Writes down what a customer said, and does it, once. p_inbound: {id, tenantId, messageId, customerId, phoneIndex, channel, provider, providerId, hashes, contact,
-- text (both sealed), reply}. What he did by it is news; what is left for the owner to deal with waits for him. Answers the outcome; null: it was there already.
create function public.hear_inbound(p_inbound jsonb) returns text
language plpgsql security definer set search_path = '' as $$
declare
  shop uuid := p_inbound ->> 'tenantId';
  m public.messages;
  customer uuid;
  outcome text;
begin
  perform set_config('siftah.actor', 'customer', true);
  perform private.take_turn(shop);
  if exists (select from public.inbound_messages where tenant_id = shop and provider = p_inbound ->> 'provider' and provider_id = p_inbound ->> 'providerId') then
    return null;
  end if;
  perform private.lapse(shop);
  select * into m from public.messages where tenant_id = shop and id = (p_inbound ->> 'messageId')::uuid;
  select id into customer from public.customers
  where tenant_id = shop and deleted_at is null and (
    id = coalesce(m.customer_id, (p_inbound ->> 'customerId')::uuid)
    or coalesce(m.customer_id, (p_inbound ->> 'customerId')::uuid) is null and phone_indexes @> array[p_inbound ->> 'phoneIndex'])
  order by created_at limit 1;

  outcome := private.take_reply(m, shop, customer, p_inbound ->> 'phoneIndex', p_inbound ->> 'channel', p_inbound ->> 'reply');
  insert into public.inbound_messages (tenant_id, id, channel, provider, provider_id, customer_id, message_id, appointment_id, contact, text, outcome, handled_at)
  values (shop, (p_inbound ->> 'id')::uuid, p_inbound ->> 'channel', p_inbound ->> 'provider', p_inbound ->> 'providerId', customer, m.id, m.appointment_id,
          p_inbound ->> 'contact', p_inbound ->> 'text', outcome, case when outcome in ('confirmed', 'cancelled', 'accepted', 'declined') then now() end);
  if customer is not null then
    insert into private.senders (tenant_id, sender_hash, customer_id) select shop, hash, customer from jsonb_array_elements_text(p_inbound -> 'hashes') hash
    on conflict (tenant_id, sender_hash) do update set customer_id = excluded.customer_id, seen_at = now();
  end if;
  return outcome;
end $$;
grant execute on function public.hear_inbound(jsonb) to service_role;

-- What members do

-- The owner writes down what a customer told him.
create function private.set_block(shop uuid, p_id uuid, customer uuid, p_channel text, p_purpose text, wanted boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if shop not in (select private.shops_of_me('{owner}')) then perform private.refuse('forbidden'); end if;
  perform private.write_block(shop, p_id, customer, p_channel, p_purpose, wanted);
end $$;
grant execute on function private.set_block(uuid, uuid, uuid, text, text, boolean) to authenticated;

-- args: {id, customerId, channel, purpose, wanted}.
create function commands."messages.set-block@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  select private.set_block(shop, (a ->> 'id')::uuid, private.living_customer(shop, (a ->> 'customerId')::uuid), a ->> 'channel', a ->> 'purpose', (a ->> 'wanted')::boolean)
  from (select command -> 'args' as a) _
$$;
insert into private.owner_commands values ('messages.set-block@1');

-- Somebody of the shop has read what a customer wrote, or dealt with it. Twice is once.
create function private.handle_inbound(shop uuid, p_inbound uuid, happened_at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if shop not in (select private.shops_of_me('{owner,staff}')) then perform private.refuse('forbidden'); end if;
  update public.inbound_messages set handled_at = coalesce(handled_at, happened_at) where tenant_id = shop and id = p_inbound;
  return found;
end $$;
grant execute on function private.handle_inbound(uuid, uuid, timestamptz) to authenticated;

-- args: {id}.
create function commands."messages.handle@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  if not private.handle_inbound(shop, (command #>> '{args,id}')::uuid, (command ->> 'eventAt')::timestamptz) then perform private.refuse('missing'); end if;
end $$;

-- Whose turn a freed time is [ME16]

-- What a customer let go by himself, and what an offer left, is remembered while somebody waits for such a day. What the shop calls off it may have other plans for.
create function private.remember_freed() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  ended boolean := old.status in ('held', 'requested', 'confirmed') and new.status in ('cancelled', 'lapsed');
  left_it boolean := new.status in ('requested', 'confirmed') and (new.staff_id, new.starts_at) is distinct from (old.staff_id, old.starts_at);
begin
  if not (ended and (new.status_actor = 'customer' or new.waiting_id is not null) or left_it and private.actor() = 'customer') then return null; end if;
  insert into private.freed_times (tenant_id, staff_id, starts_at, ends_at)
  select t.id, old.staff_id, old.starts_at, old.ends_at from public.tenants t
  where t.id = new.tenant_id and old.ends_at > now() and exists (
    select from public.waiting_list w
    where w.tenant_id = t.id and w.ended_at is null and (old.starts_at at time zone t.zone)::date between w.from_day and w.to_day);
  return null;
end $$;
create trigger then_remember_freed after update of status, starts_at, staff_id on public.appointments for each row execute function private.remember_freed();

-- Whether an offer can reach somebody in the minutes that it has: by a channel of the shop's own plan that this Siftah has, that does not wait for the owner's
-- hand, and for which the shop's month has something left.
create function private.is_reached(shop uuid, customer uuid, p_channels text[], at timestamptz) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from public.customers c join public.message_settings s on s.tenant_id = c.tenant_id, unnest(array_remove(private.channels_of(s.plan, 'slot-offer'), 'own')) way (channel)
    where c.tenant_id = shop and c.id = customer and c.deleted_at is null and cardinality(c.phone_indexes) > 0 and way.channel = any (p_channels)
      and private.sent_in_month(shop, at, '{}') < s.monthly_cap
      and not exists (select from public.contact_blocks b
                      where b.tenant_id = shop and b.customer_id = customer and b.channel = way.channel and b.purpose = 'transactional' and b.lifted_at is null))
$$;

-- Lets offers and requests lapse whose time is up, for whoever waits for an answer must hear that none came, and hands out freed times for a minute, with all that is needed to say whose turn it is:
-- [{id, tenantId, freed: {staffId, startsAt, endsAt}, book, offerMinutes, waiting: [], offered: []}]. Not at night: nobody could be told. [ME7]
create function public.claim_freed_times(p_channels text[], p_limit int, p_now timestamptz default null, p_tenant uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  at timestamptz := coalesce(p_now, now());
  shop uuid;
  taken uuid[];
begin
  for shop in
    select distinct tenant_id from public.appointments
    where status in ('held', 'requested') and lapses_at <= at and (status = 'requested' or waiting_id is not null) and (p_tenant is null or tenant_id = p_tenant)
    order by tenant_id
  loop
    perform private.take_turn(shop);
    update public.appointments set status = 'lapsed', status_at = now()
    where tenant_id = shop and status in ('held', 'requested') and lapses_at <= at and (status = 'requested' or waiting_id is not null);
  end loop;

  -- Over, or of a shop whose offers wait for its owner's hand: he sees it on Bugün.
  delete from private.freed_times f using public.message_settings s
  where f.next_at <= at and (p_tenant is null or f.tenant_id = p_tenant) and s.tenant_id = f.tenant_id
    and (f.ends_at <= at or array_remove(private.channels_of(s.plan, 'slot-offer'), 'own') = '{}');
  update private.freed_times f set next_at = private.after_quiet(at, t.zone) from public.tenants t
  where f.next_at <= at and (p_tenant is null or f.tenant_id = p_tenant) and t.id = f.tenant_id and private.is_quiet(at, t.zone);

  with due as (
    select id from private.freed_times where next_at <= at and (p_tenant is null or tenant_id = p_tenant) order by next_at limit p_limit for update skip locked),
  claimed as (update private.freed_times f set next_at = at + interval '1 minute' from due where f.id = due.id returning f.id)
  select array_agg(id) into taken from claimed;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', f.id, 'tenantId', f.tenant_id, 'freed', jsonb_build_object('staffId', f.staff_id, 'startsAt', f.starts_at, 'endsAt', f.ends_at),
      'book', private.book_of(f.tenant_id), 'offerMinutes', (select offer_minutes from public.booking_rules where tenant_id = f.tenant_id),
      'waiting', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'customerId', w.customer_id, 'serviceId', w.service_id, 'staffId', w.staff_id, 'fromDay', w.from_day,
                                                               'toDay', w.to_day, 'fromMinute', w.from_minute, 'toMinute', w.to_minute, 'createdAt', w.created_at, 'endedAt', w.ended_at)), '[]')
                  from public.waiting_list w where w.tenant_id = f.tenant_id and w.ended_at is null and private.is_reached(f.tenant_id, w.customer_id, p_channels, at)),
      'offered', (select coalesce(jsonb_agg(jsonb_build_object('waitingId', a.waiting_id, 'staffId', a.staff_id, 'startsAt', a.starts_at, 'endsAt', a.ends_at, 'prepareMinutes', a.prepare_minutes,
                                                               'cleanMinutes', a.clean_minutes, 'status', a.status, 'statusAt', a.status_at, 'lapsesAt', a.lapses_at)), '[]')
                  from public.appointments a join public.waiting_list w on w.tenant_id = a.tenant_id and w.id = a.waiting_id and w.ended_at is null
                  where a.tenant_id = f.tenant_id))), '[]')
    from private.freed_times f where f.id = any (taken));
end $$;
grant execute on function public.claim_freed_times(text[], int, timestamptz, uuid) to service_role;

-- Keeps a time for somebody who waits: he is told, and has until then to answer. p_offer: {waitingId, lapsesAt, part} with part as private.write_visit takes it.
-- False: it is not to be had any more, or he no longer waits.
create function public.offer_freed(p_tenant uuid, p_offer jsonb, p_channels text[]) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  wish public.waiting_list;
begin
  perform private.take_turn(p_tenant);
  perform private.lapse(p_tenant);
  select * into wish from public.waiting_list where tenant_id = p_tenant and id = (p_offer ->> 'waitingId')::uuid and ended_at is null;
  if not found or not private.is_reached(p_tenant, wish.customer_id, p_channels, now()) then return false; end if;
  if exists (select from public.appointments where tenant_id = p_tenant and waiting_id = wish.id and status = 'held') then return false; end if;
  begin
    perform private.write_visit(p_tenant, jsonb_build_array(p_offer -> 'part'),
                                jsonb_build_object('status', 'held', 'lapsesAt', p_offer ->> 'lapsesAt', 'customerId', wish.customer_id, 'waitingId', wish.id), now());
  exception when exclusion_violation then
    return false;
  end;
  return true;
end $$;
grant execute on function public.offer_freed(uuid, jsonb, text[]) to service_role;

-- Nobody is left who fits.
create function public.end_freed(p_id uuid) returns void
language sql security definer set search_path = '' as $$
  delete from private.freed_times where id = p_id
$$;
grant execute on function public.end_freed(uuid) to service_role;
