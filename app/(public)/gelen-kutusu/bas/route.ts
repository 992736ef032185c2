import type { NextRequest } from 'next/server'
import { actOnVisit } from '@/lib/booking/server/act-on-visit'
import { visitOfLink } from '@/lib/booking/server/visit-of-link'
import { serviceRpc } from '@/lib/db/server/service-client'
import { toInstant } from '@/lib/kernel/zone'
import { inboxFolder } from '@/lib/messages/server/channels-of-env'
import { landedIn, press } from '@/lib/messages/server/inbox-store'
import { nudgeMessages } from '@/lib/messages/server/nudge'
import { nothingHere, readPost, seeOther } from '../../post'

/** A button is pressed on the page that looks like the customer's phone: the message was read, and answered. */
export async function POST(request: NextRequest): Promise<Response> {
  const folder = inboxFolder()
  if (!folder) return nothingHere()
  const form = await readPost(request)
  if (form instanceof Response) return form
  const message = (await landedIn(folder)).find(({ id }) => id === form('mesaj')[0])
  const button = message?.buttons.find(({ reply }) => reply !== null && reply === form('yanit')[0])
  if (!message || !button) return nothingHere()
  await press(folder, { id: message.id, title: button.title, at: toInstant(new Date()) })
  await serviceRpc('hear_status', { p_provider: 'inbox', p_provider_id: message.id, p_status: { state: 'read' } })
  const token = message.buttons
    .find(({ href }) => href)
    ?.href?.split('/')
    .at(-1)
  if (token) {
    await actOnVisit(token, button.reply === 'confirm' || button.reply === 'accept' ? 'confirm' : 'cancel')
    const visit = await visitOfLink(token)
    if (visit) nudgeMessages(visit.shop.id)
  }
  return seeOther(`/gelen-kutusu?kime=${new URL(request.url).searchParams.get('kime') ?? ''}`)
}
