import 'server-only'
import type { Keyring } from '@/lib/crypto/server/data-key'
import type { Rpc } from '@/lib/db/server/rpc'
import type { Id } from '@/lib/kernel/id'
import { toInstant } from '@/lib/kernel/zone'
import { KeysOutOfReach } from '@/lib/tenants/server/keyring'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import { everyTemplate, nameOf } from '../templates/every-template'
import type { Channels, Handed } from './channels/channel'
import { type Claimed, letterOf } from './letter-of'
import { recipientHash } from './secrets'
import { type Settled, settler } from './settler'

export interface Work {
  /** With the secret key. */
  rpc: Rpc
  channels: Channels
  keyring: (tenantId: Id) => Promise<Keyring>
  /** So many are under way at once. */
  atOnce: number
  /** No further ones are taken after so many milliseconds: whoever called is about to stop listening. */
  budgetMs: number
  /** The moment it is, for those who try things on a clock of their own; null: the database's. */
  now: string | null
  /** Only of this shop; null: of all. */
  tenantId: Id | null
}

/** How many ended how. */
export type Tally = Record<string, number>

/** A claim holds for so long. Whoever has not begun by half of it lets go: somebody else may be asking already. */
const LEASE_SECONDS = 120

/** After a refusal that may pass: so many seconds, then by the next channel. */
const RETRIES = [30, 120, 600, 1_800]

/** Of a message that may have been sent the provider is asked after so many seconds; found nowhere, it is sent once more. */
const ASKS = [30, 120]

type Ending = { outcome: string } & Record<string, unknown>

/** Sends what is due until nothing is, or the budget is over. Any number may do so at once (SPEC ME4). Throws DbError. */
export async function work(on: Work): Promise<Tally> {
  const tally: Tally = {}
  const settle = settler(on.rpc, on.now)
  const end = performance.now() + on.budgetMs
  const under: Set<Promise<void>> = new Set()
  let failed: { error: unknown } | undefined
  while (!failed && performance.now() < end) {
    // What ends while the claim is under way may leave something due that it has not seen: the next channel's turn.
    const alone = under.size === 0
    const claimed = await on.rpc<Claimed[]>('claim_messages', {
      p_channels: [...on.channels.keys()],
      p_limit: on.atOnce - under.size,
      p_lease: `${LEASE_SECONDS} seconds`,
      p_now: on.now,
      p_tenant: on.tenantId,
    })
    const begun = performance.now()
    for (const it of claimed) {
      const one: Promise<void> = carryOut(it, on, begun)
        .then(async ending => {
          tally[ending.outcome] = (tally[ending.outcome] ?? 0) + 1
          await settle({ id: it.id, lease: it.lease, ...ending } satisfies Settled)
        })
        .catch(error => {
          failed ??= { error }
        })
        .finally(() => under.delete(one))
      under.add(one)
    }
    if (alone && claimed.length === 0) break
    // Half a hand is worth a new claim; fewer would be a call for each message.
    const until = claimed.length === 0 ? 0 : on.atOnce / 2
    while (under.size > until) await Promise.race(under)
  }
  await Promise.all(under)
  if (failed) throw failed.error
  return tally
}

async function carryOut(it: Claimed, on: Work, begun: number): Promise<Ending> {
  if (it.do === 'not-sent' || it.do === 'next-channel') return { outcome: it.do, reason: it.reason }
  if (it.do === 'wait') return { outcome: 'wait', until: it.until }
  const channel = on.channels.get(it.channel as never)
  if (!channel) return { outcome: 'next-channel', reason: 'channel-off' }
  const keyring = await keyringOrNull(it, on)
  if (!keyring)
    return it.do === 'ask' ? { outcome: 'unknown', after: RETRIES.at(-1) } : ending({ outcome: 'retry' }, it)
  const written = letterOf(it, keyring)
  if ('reason' in written) return { outcome: 'next-channel', reason: written.reason }
  const { letter, madeToken } = written
  const taken = (providerId: string, heard: unknown = null): Ending => ({
    outcome: 'sent',
    provider: channel.provider,
    providerId,
    recipientHash: recipientHash(letter.to),
    template: nameOf(everyTemplate[it.kind]),
    linkHash: madeToken && tokenHash(madeToken),
    heard,
  })

  if (it.do === 'ask') {
    const found = await channel.find(letter, toInstant(new Date(it.claimedAt)))
    if (found === null) return { outcome: 'lost' }
    if (found === 'not-now') return { outcome: 'unknown', after: ASKS.at(-1) }
    const [ours] = found.length > 0 ? await unclaimed(on.rpc, channel.provider, found) : []
    if (ours) return taken(ours)
    const after = ASKS[it.asks + 1]
    return after === undefined ? { outcome: 'retry', after: 0 } : { outcome: 'ask-later', after }
  }
  if (performance.now() - begun > (LEASE_SECONDS * 1000) / 2) return { outcome: 'wait', after: 0 }
  const handed = await channel.send(letter)
  return handed.outcome === 'sent' ? taken(handed.providerId, handed.heard) : ending(handed, it)
}

/** A shop whose keys cannot be had must not hold up the others. */
async function keyringOrNull({ tenantId }: Claimed, on: Work): Promise<Keyring | null> {
  try {
    return await on.keyring(tenantId)
  } catch (error) {
    if (!(error instanceof KeysOutOfReach)) throw error
    console.error(`messages: ${error.message}`)
    return null
  }
}

const unclaimed = (rpc: Rpc, provider: string, ids: string[]) =>
  rpc<string[]>('unclaimed_sendings', { p_provider: provider, p_ids: ids })

function ending(handed: Exclude<Handed, { outcome: 'sent' }>, it: Claimed): Ending {
  switch (handed.outcome) {
    case 'unknown':
      return { outcome: 'unknown', after: ASKS[0] }
    case 'retry': {
      const after = RETRIES[it.attempts - 1]
      return after === undefined
        ? { outcome: 'next-channel', reason: 'provider' }
        : { outcome: 'retry', after: Math.max(after, handed.after ?? 0) }
    }
    case 'next-channel':
      if (handed.code) console.error(`message ${it.id} by ${it.channel}: ${handed.reason}, error ${handed.code}`)
      return { outcome: 'next-channel', reason: handed.reason, block: handed.block }
  }
}
