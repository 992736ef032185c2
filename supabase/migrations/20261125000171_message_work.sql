-- How messages are carried out: by any number of workers of the server, each message by one of them at a time. Only the server calls these, with its secret
-- key; `p_now` is for those who try things on a clock of their own, and is the database's when left out. The rules are numbered in lib/messages/SPEC.md.

-- Why a message is of no use any more, whatever it would go by; null: it is. Looked at when it is about to go, and not when it was planned. [ME5]
create function private.why_not(m public.messages, at timestamptz) returns text
language plpgsql stable set search_path = '' as $$
declare
  settings public.message_settings;
  first public.appointments;                                         -- of the parts that stand
begin
  if at >= m.expires_at then return 'past'; end if;
  select * into settings from public.message_settings where tenant_id = m.tenant_id;
  if settings.plan = 'none' and m.kind <> 'accountant-link' then return 'switched-off'; end if;
  if m.customer_id is not null and exists (select from public.customers where tenant_id = m.tenant_id and id = m.customer_id and deleted_at is not null) then return 'gone'; end if;
  if m.kind = 'statement' and private.owed_by(m.tenant_id, m.customer_id) <= 0 then return 'nothing-owed'; end if;
  if m.appointment_id is null then return null; end if;

  -- What has lapsed stands no more, though nobody may have written that down yet.
  -- As private.parts_of, whose plan would be made anew for each message.
  select * into first from public.appointments
  where tenant_id = m.tenant_id and (id = m.subject or visit_id = m.subject) and deleted_at is null
    and status in ('held', 'requested', 'confirmed', 'arrived') and (lapses_at is null or lapses_at > at)
  order by starts_at, id limit 1;
  if m.kind in ('cancelled', 'declined') then
    if first.id is not null then return 'undone'; end if;
  elsif first.id is null then
    return coalesce((select case status when 'cancelled' then 'cancelled' when 'lapsed' then 'cancelled' else 'past' end from private.parts_of(m.tenant_id, m.subject) limit 1), 'gone');
  else
    if first.starts_at <> m.about_at then return 'moved'; end if;
    if private.stands_as(first) <> all (case m.kind when 'slot-offer' then '{held}' when 'request-received' then '{requested}' when 'moved' then '{requested,confirmed}' else '{confirmed}' end::text[]) then
      return 'answered';
    end if;
  end if;
  if m.kind = 'reminder-day' and not settings.remind_day_before or m.kind = 'reminder-hours' and not settings.remind_two_hours then return 'switched-off'; end if;
  -- After a stop two reminders of one visit may be due at once, or two words on where it stands: the later one says it all.
  if exists (
    select from public.messages later
    where later.tenant_id = m.tenant_id and later.subject = m.subject and later.id <> m.id and later.state not in ('not-sent', 'failed') and case m.kind
      when 'reminder-day' then later.kind = 'reminder-hours' and later.about_at = m.about_at and later.due_at <= at
      when 'reminder-hours' then false
      when 'slot-offer' then false
      else later.kind in ('request-received', 'confirmation', 'moved', 'cancelled', 'declined') and later.created_at > m.created_at end) then return 'superseded'; end if;
  return null;
end $$;

-- How many messages that cost money a shop has sent in the month of its calendar that `at` is in, and is sending besides these. [ME12]
create function private.sent_in_month(shop uuid, at timestamptz, besides uuid[]) returns bigint
language sql stable set search_path = '' as $$
  select (select count(*) from private.message_sendings s
          where s.tenant_id = shop and channel in ('whatsapp', 'sms') and sent_at >= date_trunc('month', at at time zone t.zone) at time zone t.zone)
       + (select count(*) from private.message_queue q join public.messages m on m.id = q.message_id
          where q.tenant_id = shop and q.lease is not null and q.message_id <> all (besides) and m.channel in ('whatsapp', 'sms'))
  from public.tenants t where t.id = shop
$$;

-- What to do with a claimed message now: {"do": send | ask | not-sent | next-channel | wait, "reason", "until"}.
-- `place`: the how-manieth of its shop's month it would be.
create function private.what_now(m public.messages, q private.message_queue, place bigint, p_channels text[], at timestamptz) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  zone text := (select t.zone from public.tenants t where t.id = m.tenant_id);
  reason text;
begin
  if q.asking then return '{"do": "ask"}'; end if;
  reason := private.why_not(m, at);
  if reason is not null then return jsonb_build_object('do', 'not-sent', 'reason', reason); end if;
  if m.channel = 'own' then return jsonb_build_object('do', 'wait', 'until', m.expires_at); end if;
  if private.is_quiet(at, zone) then return jsonb_build_object('do', 'wait', 'until', private.after_quiet(at, zone)); end if;
  -- Begun again and again, and never ended: a fault of ours, that must not go round for ever.
  if q.attempts > 6 then return '{"do": "next-channel", "reason": "provider"}'; end if;
  if m.channel <> all (p_channels) then return '{"do": "next-channel", "reason": "channel-off"}'; end if;
  reason := (select why from public.contact_blocks
             where tenant_id = m.tenant_id and customer_id = m.customer_id and channel = m.channel and purpose = m.class and lifted_at is null
             order by why = 'opted-out' desc limit 1);
  if reason is not null then return jsonb_build_object('do', 'next-channel', 'reason', reason); end if;
  if m.channel in ('whatsapp', 'sms') and place > (select monthly_cap from public.message_settings where tenant_id = m.tenant_id) then
    return '{"do": "next-channel", "reason": "cap"}';
  end if;
  return '{"do": "send"}';
end $$;

-- Everything that a worker needs to know of a message; names and numbers are sealed.
create function private.facts_of(m public.messages) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', m.id, 'tenantId', m.tenant_id, 'kind', m.kind, 'channel', m.channel, 'aboutAt', m.about_at, 'expiresAt', m.expires_at,
    'customerId', m.customer_id, 'appointmentId', m.appointment_id, 'recipient', m.recipient, 'link', m.link,
    'shop', (select jsonb_build_object('name', t.name, 'phone', t.phone, 'zone', t.zone, 'whatsAppSender', s.whatsapp_sender)
             from public.tenants t join public.message_settings s on s.tenant_id = t.id where t.id = m.tenant_id),
    'phones', (select phones from public.customers where tenant_id = m.tenant_id and id = m.customer_id),
    'lapsesAt', (select lapses_at from public.appointments where tenant_id = m.tenant_id and id = m.appointment_id),
    'owed', m.amount);
end $$;

-- Takes up to p_limit messages whose time has come, of all shops or of one, for whoever asks, for so long. Those that somebody took and never spoke of again are to be asked for. [ME4]
-- Answers [{…facts, lease, do, reason, until, attempts, asks, claimedAt}].
create function public.claim_messages(p_channels text[], p_limit int, p_lease interval default '2 minutes', p_now timestamptz default null,
                                      p_tenant uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  at timestamptz := coalesce(p_now, now());
  taken uuid[];
begin
  with due as (
    select message_id from private.message_queue where next_at <= at and (p_tenant is null or tenant_id = p_tenant) order by next_at limit p_limit for update skip locked),
  claimed as (
    update private.message_queue q
    set asking = q.lease is not null, lease = gen_random_uuid(), next_at = at + p_lease,
        claimed_at = case when q.lease is null then at else q.claimed_at end, attempts = q.attempts + case when q.lease is null then 1 else 0 end
    from due where q.message_id = due.message_id returning q.message_id)
  select array_agg(message_id) into taken from claimed;
  return (
    with months as (
      select tenant_id, private.sent_in_month(tenant_id, at, taken) as sent
      from (select distinct tenant_id from private.message_queue where message_id = any (taken)) shops)
    select coalesce(jsonb_agg(private.facts_of(m) || private.what_now(m, q, months.sent + place, p_channels, at)
                              || jsonb_build_object('lease', q.lease, 'attempts', q.attempts, 'asks', q.asks, 'claimedAt', q.claimed_at) order by m.due_at), '[]')
    from (select message_id, count(*) filter (where channel in ('whatsapp', 'sms')) over (partition by q.tenant_id order by message_id) as place
          from private.message_queue q join public.messages on id = message_id where message_id = any (taken)) numbered
    join private.message_queue q on q.message_id = numbered.message_id
    join months on months.tenant_id = q.tenant_id
    join public.messages m on m.id = q.message_id);
end $$;
grant execute on function public.claim_messages(text[], int, interval, timestamptz, uuid) to service_role;

-- On to the next channel of the plan, or over. A number that cannot take it is remembered.
create function private.by_next_channel(m public.messages, p_reason text, p_block text, at timestamptz) returns void
language plpgsql set search_path = '' as $$
declare
  next text := m.channels[array_position(m.channels, m.channel) + 1];
  ended_by text := coalesce(private.why_not(m, at), p_reason);
begin
  if p_block is not null and m.customer_id is not null then
    insert into public.contact_blocks as b (tenant_id, customer_id, channel, why) values (m.tenant_id, m.customer_id, m.channel, p_block)
    on conflict (tenant_id, customer_id, channel, purpose, why) do update set lifted_at = null, created_at = now() where b.lifted_at is not null;
  end if;
  if next is null or ended_by <> p_reason then
    update public.messages set state = case when state in ('sent', 'failed') then 'failed' else 'not-sent' end, reason = ended_by where id = m.id;
    delete from private.message_queue where message_id = m.id;
    return;
  end if;
  update public.messages set channel = next, state = 'planned', reason = p_reason where id = m.id;
  insert into private.message_queue as q (message_id, tenant_id, next_at)
  values (m.id, m.tenant_id, case next when 'own' then m.expires_at else at end)
  on conflict (message_id) do update set next_at = excluded.next_at, lease = null, asking = false, attempts = 0, asks = 0;
end $$;

-- Applies what a provider says of a sending, if it is news. Statuses come in any order, twice, or never: none takes anything back. [ME6]
-- p_status: {state: sent | failed | delivered | read, reason?, block?, cost?, currency?}.
create function private.apply_status(sending private.message_sendings, p_status jsonb, at timestamptz) returns void
language plpgsql set search_path = '' as $$
declare
  said text := p_status ->> 'state';
  m public.messages;
begin
  if (p_status ->> 'cost')::bigint is distinct from sending.cost and p_status ->> 'cost' is not null then
    update private.message_sendings set cost = (p_status ->> 'cost')::bigint, currency = p_status ->> 'currency' where message_id = sending.message_id and channel = sending.channel;
    update public.messages set (cost, currency) = (
      select sum(s.cost), min(s.currency) from private.message_sendings s where s.message_id = sending.message_id) where id = sending.message_id;
  end if;
  select * into m from public.messages where id = sending.message_id;
  -- What is merely late does not call the owner: only a text message may come in its stead, and the late one still may.
  if p_status ->> 'reason' = 'not-delivered' and sending.channel = 'whatsapp' and m.channels[array_position(m.channels, 'whatsapp') + 1] is distinct from 'sms' then return; end if;
  if private.message_rank(said) > private.message_rank(sending.state) then
    update private.message_sendings s set state = said where s.message_id = sending.message_id and s.channel = sending.channel;
    select * into m from public.messages where id = sending.message_id;   -- its cost may be new
    if m.channel = sending.channel and private.message_rank(said) > private.message_rank(m.state) then
      if said = 'failed' then
        update public.messages set state = 'failed', reason = p_status ->> 'reason' where id = m.id returning * into m;
        perform private.by_next_channel(m, p_status ->> 'reason', p_status ->> 'block', at);
      else
        update public.messages set state = said, delivered_at = coalesce(delivered_at, at), read_at = case said when 'read' then at end where id = m.id;
      end if;
    elsif m.channel <> sending.channel and m.state = 'planned' and said in ('delivered', 'read') then
      -- It came after all, and nobody has begun to send it by the next channel: it need not go.
      delete from private.message_queue where message_id = m.id and lease is null;
      if found then
        update public.messages
        set channels = case when sending.channel = any (channels) then channels else array_prepend(sending.channel, channels) end, channel = sending.channel,
            state = said, reason = null, delivered_at = at, read_at = case said when 'read' then at end
        where id = m.id;
      end if;
    end if;
  end if;
  update private.message_sendings s set check_at = null
  where s.message_id = sending.message_id and s.channel = sending.channel and s.state in ('failed', 'delivered', 'read') and s.cost is not null;
end $$;

-- Writes down how claimed messages ended. p_results: [{id, lease, outcome, …}] with outcome
--   sent {provider, providerId, recipientHash, template, linkHash?, heard?}  the provider has taken it, and said that (see private.apply_status)
--   unknown {after}            it may have: in so many seconds it is asked for
--   ask-later {after}          it could not be found yet
--   retry {after}              it has certainly not gone: once more then
--   wait {until | after}       its time has not come
--   lost                       nobody can say whether it went: it does not go again by itself; where the owner is next, he decides
--   next-channel {reason, block?}, not-sent {reason}
-- Who comes with a lease that is no longer his is too late, but for what has been sent: that is true whoever says it. Answers how many took effect.
create function public.settle_messages(p_results jsonb, p_now timestamptz default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  at timestamptz := coalesce(p_now, now());
  result jsonb;
  turn uuid;                                                         -- the shop whose turn we have
  m public.messages;
  q private.message_queue;
  later timestamptz;
  settled int := 0;
begin
  -- Shop after shop in one order, each in its turn as its phones come: nobody waits for somebody who waits for him.
  for result in select r from jsonb_array_elements(p_results) r join public.messages on id = (r ->> 'id')::uuid order by tenant_id, id loop
    select * into m from public.messages where id = (result ->> 'id')::uuid;
    if m.tenant_id is distinct from turn then
      turn := m.tenant_id;
      perform private.take_turn(turn);
      select * into m from public.messages where id = m.id;
    end if;
    select * into q from private.message_queue where message_id = m.id for update;
    if q.lease is distinct from (result ->> 'lease')::uuid and result ->> 'outcome' <> 'sent' then continue; end if;
    settled := settled + 1;
    later := coalesce((result ->> 'until')::timestamptz, at + make_interval(secs => (result ->> 'after')::int));
    case result ->> 'outcome'
      when 'sent' then perform private.write_sent(m, result, at);
      when 'unknown', 'ask-later' then
        update public.messages set state = 'unknown' where id = m.id and state = 'planned';
        update private.message_queue set next_at = later, asks = asks + case result ->> 'outcome' when 'ask-later' then 1 else 0 end where message_id = m.id;
      when 'retry', 'wait' then
        update private.message_queue
        set lease = null, asking = false, asks = 0, next_at = later, attempts = attempts - case result ->> 'outcome' when 'wait' then 1 else 0 end
        where message_id = m.id;
      when 'next-channel' then perform private.by_next_channel(m, result ->> 'reason', result ->> 'block', at);
      when 'lost' then
        if m.channels[array_position(m.channels, m.channel) + 1] = 'own' then
          perform private.by_next_channel(m, 'lost', null, at);
        else
          update public.messages set state = 'failed', reason = 'lost' where id = m.id;
          delete from private.message_queue where message_id = m.id;
        end if;
      when 'not-sent' then
        update public.messages set state = 'not-sent', reason = result ->> 'reason' where id = m.id;
        delete from private.message_queue where message_id = m.id;
    end case;
  end loop;
  return settled;
end $$;
grant execute on function public.settle_messages(jsonb, timestamptz) to service_role;

-- A provider has taken a message, and may have said more of it already. Told twice, it is one sending.
create function private.write_sent(m public.messages, result jsonb, at timestamptz) returns void
language plpgsql set search_path = '' as $$
declare
  sending private.message_sendings;
  heard jsonb;
begin
  insert into private.message_sendings (message_id, tenant_id, channel, provider, provider_id, recipient_hash, sent_at, check_at)
  values (m.id, m.tenant_id, m.channel, result ->> 'provider', result ->> 'providerId', result ->> 'recipientHash', at, at + interval '30 minutes')
  on conflict do nothing returning * into sending;
  if sending.message_id is null then
    -- Gone by this channel already: there is nothing left to send, or to ask for.
    if exists (select from private.message_sendings where message_id = m.id and channel = m.channel) then
      update public.messages set state = 'sent' where id = m.id and state in ('planned', 'unknown');
      delete from private.message_queue where message_id = m.id;
    end if;
    return;
  end if;
  update public.messages set state = 'sent', template = result ->> 'template', sent_at = at where id = m.id and state in ('planned', 'unknown');
  insert into public.appointment_links (tenant_id, id, appointment_id, token_hash)
  select m.tenant_id, gen_random_uuid(), m.appointment_id, result ->> 'linkHash' where result ->> 'linkHash' is not null and m.appointment_id is not null
  on conflict do nothing;
  delete from private.message_queue where message_id = m.id;
  for heard in delete from private.message_statuses s where (s.provider, s.provider_id) = (sending.provider, sending.provider_id) returning status loop
    select * into sending from private.message_sendings where message_id = m.id and channel = sending.channel;
    perform private.apply_status(sending, heard, at);
  end loop;
  if result ->> 'heard' is not null then
    select * into sending from private.message_sendings where message_id = m.id and channel = sending.channel;
    perform private.apply_status(sending, result -> 'heard', at);
  end if;
end $$;

-- Those of a provider's messages that are none of ours yet: what was found when a message was asked for may be another's.
create function public.unclaimed_sendings(p_provider text, p_ids text[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(id), '[]') from unnest(p_ids) id
  where not exists (select from private.message_sendings where provider = p_provider and provider_id = id)
$$;
grant execute on function public.unclaimed_sendings(text, text[]) to service_role;

-- Takes what a provider says of a message, see private.apply_status. Of one that we have not written down yet it is kept until we have.
-- Answers whether we know the message.
create function public.hear_status(p_provider text, p_provider_id text, p_status jsonb, p_now timestamptz default null) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  sending private.message_sendings;
begin
  select * into sending from private.message_sendings where provider = p_provider and provider_id = p_provider_id;
  if not found then
    insert into private.message_statuses (provider, provider_id, status) values (p_provider, p_provider_id, p_status) on conflict do nothing;
    return false;
  end if;
  perform private.take_turn(sending.tenant_id);
  select * into sending from private.message_sendings where provider = p_provider and provider_id = p_provider_id;
  perform private.apply_status(sending, p_status, coalesce(p_now, now()));
  return true;
end $$;
grant execute on function public.hear_status(text, text, jsonb, timestamptz) to service_role;

-- The sendings that are to be asked for: their callbacks have not said how they ended, or what they cost. Each comes back later and later, four times in all.
-- Answers [{channel, provider, providerId, sentAt, checks, sender}]. What was heard of messages that are not ours goes after three days.
create function public.claim_checks(p_limit int, p_now timestamptz default null, p_tenant uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  at timestamptz := coalesce(p_now, now());
  told record;
  answer jsonb;
begin
  -- What was heard in the very moment in which we wrote down that it was taken saw nothing of that, nor that of it.
  for told in
    select s.provider, s.provider_id, status from private.message_statuses join private.message_sendings s using (provider, provider_id)
    where p_tenant is null or s.tenant_id = p_tenant order by s.tenant_id, heard_at
  loop
    perform public.hear_status(told.provider, told.provider_id, told.status, at);
    delete from private.message_statuses where (provider, provider_id, status) = (told.provider, told.provider_id, told.status);
  end loop;
  delete from private.message_statuses where heard_at < at - interval '3 days';
  with due as (
    select message_id, channel from private.message_sendings where check_at <= at and (p_tenant is null or tenant_id = p_tenant) order by check_at limit p_limit for update skip locked),
  claimed as (
    update private.message_sendings s
    set checks = s.checks + 1, check_at = case s.checks when 0 then at + interval '1 hour' when 1 then at + interval '6 hours' when 2 then at + interval '1 day' end
    from due where (s.message_id, s.channel) = (due.message_id, due.channel) returning s.*)
  select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'provider', provider, 'providerId', provider_id, 'sentAt', sent_at, 'state', state)), '[]') into answer from claimed;
  return answer;
end $$;
grant execute on function public.claim_checks(int, timestamptz, uuid) to service_role;
