import postgres from 'postgres'
import { inject } from 'vitest'
import type { Rpc } from '@/lib/db/server/rpc'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import type { Channel, Channels, Handed, Letter, Status } from '@/lib/messages/server/channels/channel'
import type { Tally } from '@/lib/messages/server/work'
import { keyringFor, type Shop } from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'

// Workers on the real database, and a provider that goes wrong when it is told to. The clock is the test's.

// lib/env is read once, when the worker is imported.
Object.assign(process.env, {
  SUPABASE_URL: 'http://localhost:54321',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_test',
  SUPABASE_SECRET_KEY: 'sb_secret_test',
  APP_URL: 'https://siftah.example',
  KEY_SERVICE: 'local',
  KEY_FILE: '/dev/null',
  OPERATOR_NAME: 'Örnek',
  OPERATOR_ADDRESS: 'Örnek Sokak 1, İzmir',
  OPERATOR_EMAIL: 'kvkk@ornek.com',
})

const sql = connect()

/** Calls functions as the server does, over a connection that stays. */
export function serverRpc(on: postgres.Sql): Rpc {
  return async <Answer>(name: string, parameters: Record<string, unknown>) => {
    const list = Object.keys(parameters).map((key, at) => `${key} => $${at + 1}`)
    const values = Object.values(parameters).map(value =>
      Array.isArray(value) && value.every(one => typeof one === 'string')
        ? value
        : typeof value === 'object' && value
          ? on.json(value as never)
          : value,
    )
    const [row] = await on.unsafe(`select public.${name}(${list}) as result`, values as never[])
    return row?.result as Answer
  }
}

/** What went wrong at the provider with one message. `refuse` is its answer; the others are as their names say. */
export type Fault = 'timeout-after-accept' | 'timeout-before' | Exclude<Handed, { outcome: 'sent' }>

export interface Provider extends Channel {
  /** Everything it took, in order. What is here twice the customer got twice. */
  took: (Letter & { id: string })[]
  /** The next messages meet these, one each. */
  faults: Fault[]
  /** What it says when it is asked. */
  statuses: Map<string, Status>
  /** It forgets what it took when somebody asks. */
  forgetful: boolean
  /** Runs when a message is handed over, before it is taken. */
  before?: (letter: Letter) => Promise<void>
}

export function provider(name: string): Provider {
  const took: Provider['took'] = []
  const take = (letter: Letter) => {
    const id = `${name}-${newId()}`
    took.push({ ...letter, id })
    return id
  }
  const it: Provider = {
    provider: name,
    took,
    faults: [],
    statuses: new Map(),
    forgetful: false,
    async send(letter) {
      await it.before?.(letter)
      const fault = it.faults.shift()
      if (fault === 'timeout-before') return { outcome: 'unknown' }
      if (fault === 'timeout-after-accept') {
        take(letter)
        return { outcome: 'unknown' }
      }
      if (fault) return fault
      return { outcome: 'sent', providerId: take(letter) }
    },
    find: async ({ to, text }) =>
      it.forgetful ? null : took.filter(one => one.to === to && one.text === text).map(({ id }) => id),
    look: async id => it.statuses.get(id) ?? null,
  }
  return it
}

interface MessageRow {
  id: Id
  kind: string
  state: string
  channel: string
  channels: string[]
  reason: string | null
  due_at: Date
  about_at: Date
  subject: Id
  template: string | null
  cost: string | null
  currency: string | null
}

/** A post office: two providers, workers, and a clock that stands where it is put. Everything is looked at for this shop only. */
export async function openPostOffice(shop: Shop) {
  const { work } = await import('@/lib/messages/server/work')
  const { checkSendings } = await import('@/lib/messages/server/check-sendings')
  const whatsapp = provider('whatsapp')
  const sms = provider('sms')
  const line = postgres(inject('databaseUrl'), {
    max: 4,
    onnotice: () => {},
    connection: { role: 'service_role', 'request.jwt.claims': JSON.stringify({ role: 'service_role' }) },
  })
  const channels = new Map([
    ['whatsapp', whatsapp],
    ['sms', sms],
  ]) as Channels
  const keyring = (tenantId: Id) => keyringFor(shop.owner, tenantId)
  const server = serverRpc(line)
  let now: Instant | null = null
  return {
    whatsapp,
    sms,
    channels,
    rpc: server,
    /** The clock shows that; null: the database's. */
    setClock: (shown: Instant | null) => {
      now = shown
    },
    /** One worker sends what is due. */
    run: (rpc: Rpc = server, on: Channels = channels): Promise<Tally> =>
      work({ rpc, channels: on, keyring, atOnce: 10, budgetMs: 60_000, now, tenantId: shop.id }),
    check: () => checkSendings({ rpc: server, channels, now, tenantId: shop.id }),
    hear: (id: string, status: Status, name = 'whatsapp') =>
      server<boolean>('hear_status', { p_provider: name, p_provider_id: id, p_status: status, p_now: now }),
    plan: (plan: string, more: object = {}) =>
      sql`update public.message_settings set ${sql({ plan, ...more } as Record<string, string>)} where tenant_id = ${shop.id}`,
    messages: (subject?: Id) =>
      sql<MessageRow[]>`
        select kind, state, channel, reason, due_at, about_at, id, subject, channels, template, cost, currency from public.messages
        where tenant_id = ${shop.id} ${subject ? sql`and subject = ${subject}` : sql``} order by created_at, due_at, kind`,
    queue: (id: Id) => sql`select * from private.message_queue where message_id = ${id}`,
    close: () => line.end(),
  }
}
export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/** `minutes` after midnight of a day so many days from now, on the wall of Istanbul (always three hours ahead). */
export function wall(days: number, minutes: number): Instant {
  const today = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10)
  return addMinutes(new Date(`${today}T00:00:00.000Z`).toISOString(), days * 24 * 60 + minutes - 180)
}
