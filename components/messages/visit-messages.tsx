'use client'

import { timeWords } from '@/components/appointments/words'
import { useLive, useShop } from '@/components/shop/shop-context'
import { WhatsAppIcon } from '@/components/ui/icons'
import type { Appointment } from '@/lib/appointments/appointment'
import type { Customer } from '@/lib/customers/customer'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { blocksOf, messageSettings, messagesAbout } from '@/lib/messages/browser/own-messages'
import { mirror } from '@/lib/sync/browser/database'
import { visitSentence } from './visit-sentence'

/** Whether the customer of a visit was told, in one sentence; with no network, as this phone last heard. */
export function VisitMessages({ first, now }: { first: Appointment; now: Instant }) {
  const { shop } = useShop()
  const { customerId } = first
  const subject = first.visitId ?? first.id
  const read = useLive(
    async db => ({
      messages: await messagesAbout(db, subject),
      customer: customerId ? await mirror<Customer>(db, 'customers').get(customerId) : undefined,
      settings: await messageSettings(db, shop.id),
      blocks: customerId ? await blocksOf(db, customerId) : [],
    }),
    [subject, customerId, shop.id],
  )
  const sentence =
    read && visitSentence({ first, now, ...read }, at => timeWords({ startsAt: at }, dayOf(now, shop.zone), shop.zone))
  if (!sentence) return null
  return (
    <p className="flex gap-2 text-ink-soft">
      <WhatsAppIcon className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">{sentence}</span>
    </p>
  )
}
