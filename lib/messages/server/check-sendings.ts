import 'server-only'
import { toInstant } from '@/lib/kernel/zone'
import type { Status } from './channels/channel'
import type { Work } from './work'

interface Check {
  channel: 'whatsapp' | 'sms' | 'email'
  provider: string
  providerId: string
  sentAt: string
  state: Status['state']
}

/** At most so many in one run: each is a question to the provider. */
const AT_ONCE = 20

/** Taken by WhatsApp and not there after so long: the phone is off, or the customer has blocked the sender, of which nobody is told. */
const UNDELIVERED_MS = 30 * 60_000

/** Asks providers for what their callbacks have not told: how a message ended, and what it cost. Answers how many were asked for. Throws DbError. */
export async function checkSendings(on: Pick<Work, 'rpc' | 'channels' | 'now' | 'tenantId'>): Promise<number> {
  const checks = await on.rpc<Check[]>('claim_checks', { p_limit: AT_ONCE, p_now: on.now, p_tenant: on.tenantId })
  await Promise.all(
    checks.map(async check => {
      const channel = on.channels.get(check.channel)
      if (channel?.provider !== check.provider) return // the operator has another provider now
      const status = await lookOrNull(() => channel.look(check.providerId))
      const told =
        status && isOverdue(check, status, on.now) ? { ...status, state: 'failed', reason: 'not-delivered' } : status
      if (!told) return
      const { provider, providerId } = check
      await on.rpc('hear_status', { p_provider: provider, p_provider_id: providerId, p_status: told, p_now: on.now })
    }),
  )
  return checks.length
}

const isOverdue = ({ channel, sentAt }: Check, { state }: Status, now: string | null) =>
  channel === 'whatsapp' &&
  state === 'sent' &&
  Date.parse(now ?? toInstant(new Date())) - Date.parse(sentAt) >= UNDELIVERED_MS

/** A provider that does not answer is asked again later. */
async function lookOrNull(look: () => Promise<Status | null>): Promise<Status | null> {
  try {
    return await look()
  } catch (error) {
    console.error(`a provider could not be asked: ${(error as Error).name}`)
    return null
  }
}
