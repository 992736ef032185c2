import { env } from '@/lib/env/server'
import type { ChannelsHere } from '@/lib/messages/channels-here'
import { channelsOfEnv, inboxFolder } from '@/lib/messages/server/channels-of-env'
import { sessionOfRequest } from '@/lib/tenants/server/session-of-request'

/** Which channels this Siftah has and what a message costs by each: for the settings page, which asks while there is a network. */
export async function GET(): Promise<Response> {
  if (!(await sessionOfRequest())) return new Response(null, { status: 401 })
  const has = channelsOfEnv()
  const here: ChannelsHere = {
    whatsapp: has.has('whatsapp'),
    sms: has.has('sms'),
    prices: { whatsapp: kurus(env.WHATSAPP_PRICE), sms: kurus(env.SMS_PRICE) },
    inbox: inboxFolder() !== null,
  }
  return Response.json(here)
}

const kurus = (lira: number | undefined) => (lira === undefined ? null : lira * 100)
