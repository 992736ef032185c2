import 'server-only'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { serviceClient, serviceRpc } from '@/lib/db/server/service-client'
import type { Id } from '@/lib/kernel/id'
import { keyringOf } from '@/lib/tenants/server/keyring'
import { channelsOfEnv } from './channels-of-env'
import { checkSendings } from './check-sendings'
import { type Tally, work } from './work'

/** Requests on their way to a provider, of one run. More would only wait at Twilio, which takes some ten to eighty a second. */
const AT_ONCE = 20

/** Sends what is due and asks for what is not known, for at most so long. Safe to run any number of times at once. Throws DbError. */
export async function runMessages({
  budgetMs,
  now = null,
  tenantId = null,
}: {
  budgetMs: number
  now?: string | null
  tenantId?: Id | null
}): Promise<Tally> {
  const keyrings = new Map<Id, Promise<Keyring>>()
  const on = {
    rpc: serviceRpc,
    channels: channelsOfEnv(),
    atOnce: AT_ONCE,
    budgetMs,
    now,
    tenantId,
    // A shop's messages come in bunches: its keys are fetched once a run.
    keyring: (tenantId: Id) => {
      const keyring = keyrings.get(tenantId) ?? keyringOf(serviceClient(), tenantId)
      keyrings.set(tenantId, keyring)
      return keyring
    },
  }
  const tally = await work(on)
  const checked = await checkSendings(on)
  return checked > 0 ? { ...tally, checked } : tally
}
