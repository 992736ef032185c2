import 'server-only'
import { offerFreed } from '@/lib/booking/server/offer-freed'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { serviceClient, serviceRpc } from '@/lib/db/server/service-client'
import type { Id } from '@/lib/kernel/id'
import { type Instant, toInstant } from '@/lib/kernel/zone'
import { channelsOfEnv } from '@/lib/messages/server/channels-of-env'
import { runMessages } from '@/lib/messages/server/run-messages'
import { workCallbacks } from '@/lib/messages/server/webhooks/work-callbacks'
import type { Tally } from '@/lib/messages/server/work'
import { keyringOf } from '@/lib/tenants/server/keyring'

/** A worker's round: what came back is done, what became free is offered, and what is due is sent, in this order: each makes work for the next. Throws DbError. */
export async function round({
  budgetMs,
  clock = null,
  tenantId = null,
}: {
  budgetMs: number
  /** On the built-in stack somebody may try things on a clock of his own. */
  clock?: Instant | null
  /** Messages and freed times of this shop only. */
  tenantId?: Id | null
}): Promise<Tally> {
  await workCallbacks({ rpc: serviceRpc, keyring: keyringOfShop })
  await offerFreed({ rpc: serviceRpc, channels: channelsHere(), now: clock ?? toInstant(new Date()), clock, tenantId })
  return runMessages({ budgetMs, now: clock, tenantId })
}

/** Does what a provider has just told us, and what follows from it in the shops that it is about. `clock` as above. Throws DbError. */
export async function takeBack({
  budgetMs,
  clock = null,
}: {
  budgetMs: number
  clock?: Instant | null
}): Promise<void> {
  for (const tenantId of await workCallbacks({ rpc: serviceRpc, keyring: keyringOfShop })) {
    await offerFreed({
      rpc: serviceRpc,
      channels: channelsHere(),
      now: clock ?? toInstant(new Date()),
      clock,
      tenantId,
    })
    await runMessages({ budgetMs, now: clock, tenantId })
  }
}

const channelsHere = () => [...channelsOfEnv().keys()]

const keyringOfShop = (tenantId: Id): Promise<Keyring> => keyringOf(serviceClient(), tenantId)
