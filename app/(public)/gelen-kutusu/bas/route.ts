import { randomBytes } from 'node:crypto'
import type { NextRequest } from 'next/server'
import { instant } from '@/lib/kernel/fields'
import { toInstant } from '@/lib/kernel/zone'
import { INBOX_NUMBER } from '@/lib/messages/server/channels/inbox'
import { inboxFolder } from '@/lib/messages/server/channels-of-env'
import { answer, landedIn } from '@/lib/messages/server/inbox-store'
import { recipientHash } from '@/lib/messages/server/secrets'
import { signedByInbox, takeWebhook } from '@/lib/messages/server/webhooks/take-webhook'
import { takeBack } from '../../../api/round'
import { nothingHere, readPost, seeOther } from '../../post'

const BUDGET_MS = 25_000

/** As long as WhatsApp lets anybody write. */
const LONGEST = 4096

/**
 * A button is pressed, or an answer typed, on the page that looks like the customer's phone. It comes back as a provider's call does: signed, kept once, and
 * worked from there; what follows from it happens at the time that the page shows.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const folder = inboxFolder()
  if (!folder) return nothingHere()
  const form = await readPost(request)
  if (form instanceof Response) return form
  const { searchParams } = new URL(request.url)
  const kime = searchParams.get('kime') ?? ''
  const clock = instant.safeParse(searchParams.get('saat'))
  const landed = await landedIn(folder)
  const tapped = landed.find(({ id }) => id === form('mesaj')[0])
  const button = tapped?.buttons.find(({ reply }) => reply !== null && reply === form('yanit')[0])
  const text = button?.title ?? form('metin')[0]?.trim().slice(0, LONGEST)
  const read = tapped ?? landed.findLast(({ channel, to }) => channel === 'whatsapp' && recipientHash(to) === kime)
  if (!read || !text) return nothingHere()
  await answer(folder, { from: read.to, text, at: toInstant(new Date()) })
  await takeWebhook('inbox', 'status', signedByInbox('status', { MessageSid: read.id, MessageStatus: 'read' }))
  await takeWebhook(
    'inbox',
    'inbound',
    signedByInbox('inbound', {
      MessageSid: `IN${randomBytes(16).toString('hex')}`,
      From: `whatsapp:${read.to}`,
      To: `whatsapp:${INBOX_NUMBER}`,
      Body: text,
      ...(button?.reply && { ButtonText: text, ButtonPayload: button.reply, OriginalRepliedMessageSid: read.id }),
    }),
  )
  await takeBack({ budgetMs: BUDGET_MS, clock: clock.success ? clock.data : null })
  return seeOther(`/gelen-kutusu?${new URLSearchParams({ kime, ...(clock.success && { saat: clock.data }) })}`)
}
