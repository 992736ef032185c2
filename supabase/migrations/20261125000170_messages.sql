-- Messages to customers: planned when the book is written, looked at once more when they are due, sent once. The rules are numbered in lib/messages/SPEC.md.
-- No text and no number of a customer is in any of these tables: what is said is put together when it is sent, from a template and from the book.

-- How a shop writes to its customers. One row a shop; its id is the shop's.
create table public.message_settings (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null check (id = tenant_id),
  plan text not null default 'own' check (plan in ('none', 'own', 'whatsapp', 'whatsapp-sms', 'sms')),
  remind_day_before boolean not null default true,                   -- 24 hours before
  remind_two_hours boolean not null default false,                   -- 2 hours before
  monthly_cap int not null default 500 check (monthly_cap between 0 and 100000),   -- of those that cost money, in a month of the shop's calendar
  whatsapp_sender text unique check (whatsapp_sender ~ '^\+[1-9][0-9]{6,14}$'),    -- the shop's own, registered by the operator; null: the platform's
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id)
);
-- What is written to that number is that shop's to read: nobody says of himself that it is his. [AR7]
insert into private.operators_columns values ('message_settings', 'whatsapp_sender');

-- One thing to tell somebody. The owner reads here what became of it; how it is carried out is in the private tables below.
create table public.messages (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('request-received', 'confirmation', 'reminder-day', 'reminder-hours', 'moved', 'cancelled', 'declined', 'slot-offer',
                                     'statement', 'kvkk-link', 'accountant-link')),
  class text not null default 'transactional' check (class = 'transactional'),     -- there is no word for promotion [ME2]
  subject uuid not null,                                             -- what it is about: the visit, the appointment, else the customer; or itself
  customer_id uuid,                                                  -- null: somebody who is no customer, see recipient
  appointment_id uuid,                                               -- the visit's first part when it was planned
  about_at private.instant not null,                                 -- the time it speaks of: the start of the visit
  recipient private.sealed,                                          -- address of who is no customer; emptied when it is over
  amount bigint,                                                     -- of a statement: kuruş, as it stood when it was planned
  link private.sealed,                                               -- the path it carries, made by whoever planned it; emptied when it is over
  due_at private.instant not null,
  expires_at private.instant not null,                               -- from then on it is of no use
  channels text[] not null check (cardinality(channels) between 1 and 4 and channels <@ '{whatsapp,sms,email,own}'),   -- in the order in which they are tried
  channel text not null,                                             -- the one it goes by, or went
  state text not null default 'planned' check (state in ('planned', 'unknown', 'sent', 'failed', 'delivered', 'read', 'not-sent')),
  reason text check (reason ~ '^[a-z]+(-[a-z]+)*$'),                 -- why not, or why not by the channel before (lib/messages/message.ts)
  template text check (template ~ '^[a-z]+(-[a-z]+)*@[1-9][0-9]*$'),
  sent_at private.instant,
  sent_by uuid,                                                      -- who sent it by hand
  delivered_at private.instant,
  read_at private.instant,
  cost bigint check (cost >= 0),                                     -- millionths of the currency, of all channels it went by
  currency text check (currency ~ '^[A-Z]{3}$'),
  created_at private.instant not null default now(),
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, subject, kind, due_at, about_at),               -- [ME1]
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id),
  foreign key (tenant_id, appointment_id) references public.appointments (tenant_id, id),
  check (channel = any (channels)),
  check (num_nonnulls(customer_id, recipient) >= 1 or state <> 'planned')
);
create index on public.messages (tenant_id, customer_id);
create index on public.messages (tenant_id, appointment_id);

-- By what a customer is not written to, and why: he said so, or the channel does.
create table public.contact_blocks (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  channel text not null check (channel in ('whatsapp', 'sms', 'email')),
  purpose text not null default 'transactional' check (purpose in ('transactional', 'promotion')),
  why text not null check (why in ('opted-out', 'no-whatsapp', 'unreachable')),
  created_at private.instant not null default now(),
  lifted_at private.instant,                                         -- he wants them again, or has another number
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, customer_id, channel, purpose, why),
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id)
);

-- What customers wrote back. Kept once, worked later; what no rule understands is a note for the owner.
create table public.inbound_messages (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null,
  channel text not null check (channel in ('whatsapp', 'sms')),
  provider text not null check (char_length(provider) <= 40),
  provider_id text not null check (char_length(provider_id) <= 200),
  customer_id uuid,                                                  -- null: nobody this shop knows
  message_id uuid,                                                   -- what it answers
  appointment_id uuid,                                               -- what it is about
  contact private.sealed not null,                                   -- the number, or the WhatsApp user id where there is none
  text private.sealed,
  outcome text check (outcome in ('confirmed', 'cancelled', 'accepted', 'declined', 'opted-out', 'opted-in', 'too-late', 'note')),   -- null: not worked yet
  received_at private.instant not null default now(),
  handled_at private.instant,                                        -- the owner has dealt with it
  rev bigint not null,
  primary key (id),
  unique (tenant_id, id),
  unique (tenant_id, provider, provider_id),                         -- of the shop: what another says it was told must not make us deaf
  foreign key (tenant_id, customer_id) references public.customers (tenant_id, id),
  foreign key (tenant_id, message_id) references public.messages (tenant_id, id),
  foreign key (tenant_id, appointment_id) references public.appointments (tenant_id, id)
);

-- The workers' list. `next_at`: nobody touches it before. With a lease, somebody began to send it; when its time is up nobody knows how that ended. [ME4]
create table private.message_queue (
  message_id uuid primary key,
  tenant_id uuid not null,
  next_at timestamptz not null,
  lease uuid,
  claimed_at timestamptz,
  asking boolean not null default false,                             -- the lease is to ask the provider, not to send
  attempts int not null default 0,
  asks int not null default 0,
  foreign key (tenant_id, message_id) references public.messages (tenant_id, id) on delete cascade
);
create index on private.message_queue (next_at);
create index on private.message_queue (tenant_id) where lease is not null;

-- What a provider took from us. To whom is an HMAC under a key that the database does not have: it finds the message that a reply answers.
create table private.message_sendings (
  message_id uuid not null,
  tenant_id uuid not null,
  channel text not null,
  provider text not null,
  provider_id text not null,
  recipient_hash text not null,
  state text not null default 'sent' check (state in ('sent', 'failed', 'delivered', 'read')),
  sent_at timestamptz not null,
  check_at timestamptz,                                              -- when to ask the provider for what its callbacks have not told; null: all is known
  checks int not null default 0,
  cost bigint,
  currency text,
  primary key (message_id, channel),                                 -- by each channel once
  unique (provider, provider_id),
  foreign key (tenant_id, message_id) references public.messages (tenant_id, id) on delete cascade
);
create index on private.message_sendings (tenant_id, sent_at);
create index on private.message_sendings (recipient_hash, sent_at);
create index on private.message_sendings (check_at) where check_at is not null;

-- What providers told us of messages before we had written down that they took them.
create table private.message_statuses (
  provider text not null,
  provider_id text not null,
  status jsonb not null,
  heard_at timestamptz not null default now(),
  primary key (provider, provider_id, status)
);
create index on private.message_statuses (heard_at);
alter table private.message_queue enable row level security;
alter table private.message_sendings enable row level security;
alter table private.message_statuses enable row level security;

revoke all on public.message_settings, public.messages, public.contact_blocks, public.inbound_messages from public, anon, authenticated;
grant select on public.message_settings, public.messages, public.contact_blocks, public.inbound_messages to authenticated;
grant update (plan, remind_day_before, remind_two_hours, monthly_cap) on public.message_settings to authenticated;
grant select on public.message_settings, public.messages, public.contact_blocks, public.inbound_messages to service_role;

select private.mirror('message_settings');
select private.mirror('messages', 'due_at > now() - interval ''62 days''');
select private.mirror('contact_blocks', 'lifted_at is null');
select private.mirror('inbound_messages', 'received_at > now() - interval ''30 days''');

alter table public.message_settings enable row level security;
alter table public.message_settings force row level security;
alter table public.messages enable row level security;
alter table public.messages force row level security;
alter table public.contact_blocks enable row level security;
alter table public.contact_blocks force row level security;
alter table public.inbound_messages enable row level security;
alter table public.inbound_messages force row level security;

create policy "Owners and staff see how their shop writes to customers" on public.message_settings for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners choose how their shop writes to customers" on public.message_settings for update to authenticated
  using (tenant_id in (select private.shops_of_me('{owner}'))) with check (tenant_id in (select private.shops_of_me('{owner}')));
create policy "Owners and staff see what became of messages" on public.messages for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff see who does not want messages" on public.contact_blocks for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));
create policy "Owners and staff see what customers wrote back" on public.inbound_messages for select to authenticated
  using (tenant_id in (select private.shops_of_me('{owner,staff}')));

-- Every shop is born with its settings; those born before get them now.
create function private.lay_down_message_settings() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.message_settings (tenant_id, id) values (new.id, new.id);
  return new;
end $$;
create trigger then_lay_down_message_settings after insert on public.tenants for each row execute function private.lay_down_message_settings();
insert into public.message_settings (tenant_id, id) select id, id from public.tenants;

-- How far a message has come by its channel. [ME6]
create function private.message_rank(state text) returns int
language sql immutable set search_path = '' as $$
  select array_position('{planned,unknown,sent,failed,delivered,read,not-sent}', state)
$$;

-- No message ever goes back: not to an earlier channel, but when it has come by that after all, nor by the same channel to an earlier state. What it no longer
-- needs it gives up.
create function private.keep_message() returns trigger
language plpgsql set search_path = '' as $$
declare
  was int := array_position(old.channels, old.channel);
  is_now int := array_position(new.channels, new.channel);
begin
  if old.state = 'planned' and new.state = 'planned' and old.channels <> new.channels then return new; end if;   -- the owner chose another plan
  if is_now < was and not (old.state = 'planned' and new.state in ('delivered', 'read'))
     or is_now = was and private.message_rank(new.state) < private.message_rank(old.state) then
    raise exception 'message % would go back from % by % to % by %', old.id, old.state, old.channel, new.state, new.channel;
  end if;
  if new.state in ('not-sent', 'delivered', 'read') then
    new.recipient := null;
    new.link := null;
  end if;
  return new;
end $$;
create trigger keep_message before update on public.messages for each row execute function private.keep_message();

-- Nobody is written to at night: from 21:00 to 09:00 on the shop's wall. [ME7]
create function private.is_quiet(at timestamptz, zone text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return (at at time zone zone)::time not between '09:00' and '20:59:59.999999';
end $$;

-- The moment itself, or when the night is over.
create function private.after_quiet(at timestamptz, zone text) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  wall timestamp := at at time zone zone;
begin
  if not private.is_quiet(at, zone) then return at; end if;
  return (wall::date + case when wall::time >= '21:00' then 1 else 0 end + time '09:00') at time zone zone;
end $$;

-- When to remind of a visit so long before it. What would fall into the night comes in the morning where that is still an hour and a half before the visit, else
-- on the evening before. [ME8]
create function private.reminder_due(starts_at timestamptz, lead interval, zone text) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  due timestamptz := starts_at - lead;
  morning timestamptz := private.after_quiet(due, zone);
  wall timestamp := due at time zone zone;
begin
  if morning <= starts_at - least(lead, interval '90 minutes') then return morning; end if;
  return ((wall::date - case when wall::time < '09:00' then 1 else 0 end) + time '20:45') at time zone zone;
end $$;

-- Every message stands in the queue until it is over. What the owner sends himself is looked at once: when it is of no use any more.
create function private.queue_message() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.message_queue (message_id, tenant_id, next_at)
  select new.id, new.tenant_id, case when new.channel = 'own' then new.expires_at else private.after_quiet(new.due_at, zone) end
  from public.tenants where id = new.tenant_id;
  return null;
end $$;
-- What an archive brings back was told long ago.
create trigger queue_message after insert on public.messages
  for each row when (current_setting('siftah.restoring', true) is distinct from 'on') execute function private.queue_message();

-- The channels that a plan means for a kind. A text message holds no link, so what is nothing but a link does not go by it. [ME10]
create function private.channels_of(plan text, kind text) returns text[]
language sql immutable set search_path = '' as $$
  select case when kind in ('kvkk-link', 'accountant-link') then array_remove(channels, 'sms') else channels end
  from (select case plan when 'whatsapp' then '{whatsapp,own}' when 'whatsapp-sms' then '{whatsapp,sms,own}' when 'sms' then '{sms,own}' when 'own' then '{own}' else '{}' end::text[] as channels) _
$$;

-- Writes a message down, once. p_message: {kind, subject, customerId, appointmentId, aboutAt, dueAt, expiresAt}, and id, recipient, link, amount, channels
-- where they are given. Whoever makes a link to be sent (KVKK, the accountant's) plans its message by this, in the function that makes the link.
create function private.plan_message(shop uuid, p_message jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.messages (tenant_id, id, kind, subject, customer_id, appointment_id, about_at, recipient, link, amount, due_at, expires_at, channels, channel)
  select shop, coalesce((p_message ->> 'id')::uuid, gen_random_uuid()), p_message ->> 'kind', (p_message ->> 'subject')::uuid, (p_message ->> 'customerId')::uuid,
         (p_message ->> 'appointmentId')::uuid, (p_message ->> 'aboutAt')::timestamptz, p_message ->> 'recipient', p_message ->> 'link', (p_message ->> 'amount')::bigint,
         (p_message ->> 'dueAt')::timestamptz, (p_message ->> 'expiresAt')::timestamptz, channels, channels[1]
  from (select coalesce(array(select jsonb_array_elements_text(nullif(p_message -> 'channels', 'null'))), '{}') as given, plan
        from public.message_settings where tenant_id = shop) s,
       lateral (select case when given <> '{}' then given else private.channels_of(plan, p_message ->> 'kind') end as channels) c
  where channels <> '{}'
  on conflict do nothing
$$;

-- The parts of a visit, or the one appointment, in their order.
create function private.parts_of(shop uuid, p_subject uuid) returns setof public.appointments
language sql stable set search_path = '' as $$
  select * from public.appointments
  where tenant_id = shop and (id = p_subject or visit_id = p_subject) and deleted_at is null order by starts_at, id
$$;

-- The last thing that the customer was told, or is just being told, of where his visit stands.
create function private.last_told(shop uuid, p_subject uuid) returns public.messages
language sql stable set search_path = '' as $$
  select m from public.messages m left join private.message_queue q on q.message_id = m.id
  where m.tenant_id = shop and m.subject = p_subject and m.kind in ('request-received', 'confirmation', 'moved', 'cancelled', 'declined')
    and (m.state in ('unknown', 'sent', 'delivered', 'read') or m.state = 'planned' and q.lease is not null)
  order by m.created_at desc limit 1
$$;

-- Plans the reminders that the shop chose. What would come right behind the confirmation is no reminder. [ME8]
create function private.plan_reminders(first public.appointments) returns void
language sql set search_path = '' as $$
  select private.plan_message(first.tenant_id, jsonb_build_object(
    'kind', kind, 'subject', coalesce(first.visit_id, first.id), 'customerId', first.customer_id, 'appointmentId', first.id,
    'aboutAt', first.starts_at, 'dueAt', due, 'expiresAt', first.starts_at))
  from public.message_settings s join public.tenants t on t.id = s.tenant_id,
       lateral (values ('reminder-day', interval '24 hours', s.remind_day_before), ('reminder-hours', interval '2 hours', s.remind_two_hours)) chosen (kind, lead, wanted),
       lateral private.reminder_due(first.starts_at, lead, t.zone) due
  where s.tenant_id = first.tenant_id and wanted and due > now() + lead / 8
$$;

-- Where an appointment stands as its customer sees it: a request that does not lapse is an agreed visit to him. [AP23]
create function private.stands_as(a public.appointments) returns text
language sql immutable set search_path = '' as $$
  select case when a.status = 'requested' and a.lapses_at is null then 'confirmed' else a.status end
$$;

-- For how long a member may take back what he did before its customer is told: the screen offers it for five seconds. A freed time is offered at once, for its
-- minutes are counted; and what the owner sends himself waits for his own hand.
create function private.undo_time() returns interval language sql immutable set search_path = '' as $$ select interval '8 seconds' $$;

-- What there is to tell when the book changes. [ME3]
create function private.plan_messages() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  stands text := private.stands_as(new);
  was text := case tg_op when 'UPDATE' then private.stands_as(old) end;
  moved boolean := tg_op = 'UPDATE' and new.starts_at is distinct from old.starts_at;
  about uuid := coalesce(new.visit_id, new.id);
  first public.appointments;                                         -- of the parts that stand
  about_at timestamptz;                                              -- when they begin, else when what ended with this one was to begin
  kind text;
  told public.messages;
  knows boolean;
begin
  if new.customer_id is null or new.deleted_at is not null or new.starts_at <= now() or not moved and stands is not distinct from was then return null; end if;
  -- Who has no number is told by nobody.
  if not exists (select from public.customers where tenant_id = new.tenant_id and id = new.customer_id and phone_indexes <> '{}') then return null; end if;
  select * into first from private.parts_of(new.tenant_id, about) where status in ('held', 'requested', 'confirmed', 'arrived') limit 1;

  kind := case
    when stands = 'held' then case when new.waiting_id is not null and was is null then 'slot-offer' end
    when moved and stands = was then case when stands in ('requested', 'confirmed') then 'moved' end
    when stands = 'requested' then 'request-received'
    when stands = 'confirmed' and coalesce(was, 'held') in ('held', 'requested', 'lapsed', 'cancelled') then 'confirmation'
    -- Of a visit in parts only the whole is called off; and who did it himself need not be told.
    when stands in ('cancelled', 'lapsed') and first.id is null and new.status_actor <> 'customer' then
      case was when 'requested' then 'declined' when 'confirmed' then case stands when 'cancelled' then 'cancelled' end end
  end;

  if kind is not null and kind <> 'slot-offer' then
    told := private.last_told(new.tenant_id, about);
    knows := told.id is not null or new.booked_name is not null
             or exists (select from public.appointment_links l where l.tenant_id = new.tenant_id and l.appointment_id in (select id from private.parts_of(new.tenant_id, about)));
    -- Who was never told of it is not told that it changed.
    if not knows and kind = 'moved' then kind := case stands when 'confirmed' then 'confirmation' end; end if;
    if not knows and kind in ('cancelled', 'declined') then kind := null; end if;
    -- Nor is anybody told twice running what he knows.
    if told.about_at = first.starts_at and (told.kind = kind or told.kind in ('confirmation', 'moved') and kind in ('confirmation', 'moved')) then kind := null; end if;
    -- Of a series the first is confirmed; the others are reminded of when their time comes.
    if kind = 'confirmation' and new.series_id is not null and exists (
      select from public.appointments a
      where a.tenant_id = new.tenant_id and a.series_id = new.series_id and a.status = 'confirmed' and a.starts_at > now() and a.starts_at < first.starts_at) then kind := null; end if;
    -- Who is written in by the shop for in a moment stands before it.
    if kind = 'confirmation' and was is null and new.status_actor = 'member' and new.starts_at < now() + interval '30 minutes' then kind := null; end if;
  end if;
  if kind is not null then
    about_at := coalesce(first.starts_at, (select min(starts_at) from private.parts_of(new.tenant_id, about) where (status, status_at) = (new.status, new.status_at)));
    perform private.plan_message(new.tenant_id, jsonb_build_object(
      'kind', kind, 'subject', about, 'customerId', new.customer_id, 'appointmentId', coalesce(first.id, new.id), 'aboutAt', about_at,
      'dueAt', now() + case when kind <> 'slot-offer' and private.actor() = 'member' and (select plan from public.message_settings where tenant_id = new.tenant_id) <> 'own'
                         then private.undo_time() else interval '0' end,
      'expiresAt', case when kind in ('slot-offer', 'request-received') then coalesce(new.lapses_at, new.starts_at) else about_at end));
  end if;
  if stands = 'confirmed' and private.stands_as(first) = 'confirmed' then perform private.plan_reminders(first); end if;
  return null;
end $$;
create trigger then_plan_messages after insert or update of status, starts_at on public.appointments
  for each row when (current_setting('siftah.restoring', true) is distinct from 'on') execute function private.plan_messages();

-- What lies ahead gets the reminders that the owner wants.
create function private.plan_all_reminders(shop uuid) returns void
language sql set search_path = '' as $$
  select private.plan_reminders(a) from public.appointments a
  where a.tenant_id = shop and private.stands_as(a) = 'confirmed' and a.customer_id is not null and a.starts_at > now()
    and a.id = (select id from private.parts_of(a.tenant_id, coalesce(a.visit_id, a.id)) where status in ('held', 'requested', 'confirmed', 'arrived') limit 1)
$$;

-- An archive brings its reminders back and not the queue in which they stood: those that had not gone are planned anew, and nothing else goes out again. [AR9]
create or replace function private.after_restore(shop uuid) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.messages m
  where m.tenant_id = shop and m.kind in ('reminder-day', 'reminder-hours') and m.state = 'planned'
    and not exists (select from public.inbound_messages i where i.tenant_id = shop and i.message_id = m.id);
  perform private.plan_all_reminders(shop);
end $$;

-- The channels of a plan that a message has not gone by yet.
create function private.channels_left(m public.messages, plan text) returns text[]
language sql stable set search_path = '' as $$
  select array(select way from unnest(private.channels_of(plan, m.kind)) with ordinality ways (way, nth)
               where not exists (select from private.message_sendings s where s.message_id = m.id and s.channel = way) order by nth)
$$;

-- The owner chose otherwise: what is still to go goes as he says now, by no channel twice, and what lies ahead gets the reminders that he wants.
create function private.replan_messages() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.plan <> old.plan then
    with changed as (
      update public.messages m set channels = chosen.channels, channel = chosen.channels[1]
      from (select q.message_id, private.channels_left(o, new.plan) as channels
            from private.message_queue q join public.messages o on o.id = q.message_id
            where q.tenant_id = new.tenant_id and q.lease is null) chosen
      where m.id = chosen.message_id and m.state = 'planned' and m.recipient is null and chosen.channels <> '{}' and chosen.channels <> m.channels
      returning m.id, m.channel, m.due_at, m.expires_at)
    update private.message_queue q
    set next_at = case changed.channel when 'own' then changed.expires_at else private.after_quiet(changed.due_at, t.zone) end
    from changed, public.tenants t where q.message_id = changed.id and t.id = new.tenant_id;
  end if;
  perform private.plan_all_reminders(new.tenant_id);
  return null;
end $$;
create trigger then_replan_messages after update of plan, remind_day_before, remind_two_hours on public.message_settings
  for each row execute function private.replan_messages();

-- A link that a member gave out himself told the customer what was waiting to be told: by his own WhatsApp.
create function private.told_by_link() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if auth.uid() is not null then
    perform private.settle_by_hand(m.tenant_id, m.id, 'sent', now())
    from public.messages m
    where m.tenant_id = new.tenant_id and m.state = 'planned' and m.channel = 'own' and m.due_at <= now()
      and m.subject = (select coalesce(visit_id, id) from public.appointments where tenant_id = new.tenant_id and id = new.appointment_id);
  end if;
  return null;
end $$;
create trigger then_told_by_link after insert on public.appointment_links for each row execute function private.told_by_link();

-- The owner, or who works for him, sent it himself, or says that it need not be sent. Only what is his to send. [ME11]
create function private.settle_by_hand(shop uuid, p_message uuid, outcome text, happened_at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if shop not in (select private.shops_of_me('{owner,staff}')) then return false; end if;
  update public.messages
  set state = outcome, sent_at = case outcome when 'sent' then happened_at end, sent_by = auth.uid(), reason = case outcome when 'not-sent' then 'by-owner' else reason end
  where tenant_id = shop and id = p_message and state = 'planned' and channel = 'own';
  if found then delete from private.message_queue where message_id = p_message; end if;
  -- Sent by somebody else meanwhile, or over: there is nothing left to say, and nothing to complain of.
  return exists (select from public.messages where tenant_id = shop and id = p_message);
end $$;
grant execute on function private.settle_by_hand(uuid, uuid, text, timestamptz) to authenticated;

-- args: {id, outcome: sent | not-sent}.
create function commands."messages.settle@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  if not private.settle_by_hand(shop, (command #>> '{args,id}')::uuid, command #>> '{args,outcome}', (command ->> 'eventAt')::timestamptz) then
    perform private.refuse('missing');
  end if;
end $$;

-- What a customer owes: what went into his veresiye and has not come out again. Kuruş.
create function private.owed_by(shop uuid, customer uuid) returns bigint
language sql stable set search_path = '' as $$
  select coalesce(sum(case t.to_account_id when a.id then t.amount else -t.amount end), 0)
  from public.accounts a join public.transfers t on t.tenant_id = shop and a.id in (t.to_account_id, t.from_account_id)
  where a.tenant_id = shop and a.customer_id = customer and a.kind = 'veresiye'
$$;

-- Tells a customer what he owes. args: {id, customerId}. Once a day. [ME3]
create function private.plan_statement(shop uuid, p_message uuid, customer uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if shop not in (select private.shops_of_me('{owner,staff}')) then perform private.refuse('forbidden'); end if;
  if exists (select from public.messages where tenant_id = shop and customer_id = customer and kind = 'statement' and state not in ('not-sent', 'failed') and due_at > now() - interval '1 day') then
    perform private.refuse('exists');
  end if;
  if private.owed_by(shop, customer) <= 0 then perform private.refuse('missing'); end if;
  perform private.plan_message(shop, jsonb_build_object('id', p_message, 'kind', 'statement', 'subject', customer, 'customerId', customer, 'amount', private.owed_by(shop, customer),
                                                        'aboutAt', now(), 'dueAt', now(), 'expiresAt', now() + interval '3 days'));
end $$;
grant execute on function private.plan_statement(uuid, uuid, uuid) to authenticated;

create function commands."messages.statement@1"(shop uuid, command jsonb) returns void
language sql set search_path = '' as $$
  select private.plan_statement(shop, (command #>> '{args,id}')::uuid, private.living_customer(shop, (command #>> '{args,customerId}')::uuid))
$$;

-- Only what was changed is in args. args: {id, plan?, remindDayBefore?, remindTwoHours?, monthlyCap?}.
create function commands."messages.set-rules@1"(shop uuid, command jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  a jsonb := command -> 'args';
begin
  update public.message_settings s set
    plan = coalesce(a ->> 'plan', s.plan),
    remind_day_before = coalesce((a ->> 'remindDayBefore')::boolean, s.remind_day_before),
    remind_two_hours = coalesce((a ->> 'remindTwoHours')::boolean, s.remind_two_hours),
    monthly_cap = coalesce((a ->> 'monthlyCap')::int, s.monthly_cap)
  where tenant_id = shop;
  if not found then perform private.refuse('forbidden'); end if;
end $$;
insert into private.owner_commands values ('messages.set-rules@1');

-- What was said to a merged customer, and what he said, is the other's.
create function private.hand_over_messages() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.inbound_messages set customer_id = new.merged_into where tenant_id = new.tenant_id and customer_id = new.id;
  update public.contact_blocks b set customer_id = new.merged_into
  where tenant_id = new.tenant_id and customer_id = new.id
    and not exists (select from public.contact_blocks o where o.tenant_id = b.tenant_id and o.customer_id = new.merged_into and (o.channel, o.purpose, o.why) = (b.channel, b.purpose, b.why));
  -- Who said as one of the two that he wants none wants none, though the other had changed his mind before. [ME9]
  update public.contact_blocks o set lifted_at = null, created_at = b.created_at
  from public.contact_blocks b
  where b.tenant_id = new.tenant_id and b.customer_id = new.id and b.why = 'opted-out' and b.lifted_at is null
    and (o.tenant_id, o.customer_id, o.channel, o.purpose, o.why) = (b.tenant_id, new.merged_into, b.channel, b.purpose, b.why) and o.lifted_at is not null;
  -- When his blocks are in their place, for what waits for the owner's hand is looked at as it is written: the other's too.
  update public.messages set customer_id = new.merged_into
  where tenant_id = new.tenant_id and (customer_id = new.id or customer_id = new.merged_into and state = 'planned' and channel = 'own');
  return null;
end $$;
create trigger then_hand_over_messages after update of merged_into on public.customers
  for each row when (new.merged_into is not null) execute function private.hand_over_messages();

-- What a number could not take another may; what a person did not want stays unwanted.
create function private.lift_blocks() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.contact_blocks set lifted_at = now()
  where tenant_id = new.tenant_id and customer_id = new.id and why <> 'opted-out' and lifted_at is null;
  return null;
end $$;
create trigger then_lift_blocks after update of phone_indexes on public.customers
  for each row when (new.phone_indexes is distinct from old.phone_indexes) execute function private.lift_blocks();
