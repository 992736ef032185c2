'use client'

import { useState } from 'react'
import { nameOf } from '@/components/customers/names'
import { later } from '@/components/shop/later'
import { useLive, useShop } from '@/components/shop/shop-context'
import { OpenIcon, WhatsAppIcon } from '@/components/ui/icons'
import type { Appointment } from '@/lib/appointments/appointment'
import type { Customer } from '@/lib/customers/customer'
import { type Instant, toInstant } from '@/lib/kernel/zone'
import { ownMessages } from '@/lib/messages/browser/own-messages'
import { mirror } from '@/lib/sync/browser/database'

// What a message says and how it is sent is read when somebody looks.
const OwnMessageRow = later(() => import('./own-message-row').then(module => module.OwnMessageRow))

/** The day must not sink under them: the next ones come when these are dealt with. */
const SHOWN = 5

/** What waits to be sent from the owner's own WhatsApp, one tap each; works with no network (lib/messages/SPEC.md ME11). */
export function OwnMessagesCard({ now }: { now: Instant }) {
  const { shop } = useShop()
  const [isOpen, setOpen] = useState(false)
  const read = useLive(
    async db => {
      // By the clock, not by the last tick of it: what a booking has just made is due at once.
      const messages = await ownMessages(db, toInstant(new Date()))
      const shown = messages.slice(0, SHOWN)
      const customers = await mirror<Customer>(db, 'customers').bulkGet(shown.map(one => one.customerId ?? ''))
      const appointments = await mirror<Appointment>(db, 'appointments').bulkGet(
        shown.map(one => one.appointmentId ?? ''),
      )
      return {
        count: messages.length,
        rows: shown.map((message, i) => ({ message, customer: customers[i], appointment: appointments[i] })),
      }
    },
    [now],
  )
  if (!read || read.count === 0) return null
  return (
    <details
      className="group rounded-control border border-line bg-card"
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-target cursor-pointer list-none items-center gap-2 px-3 py-2 font-semibold">
        <WhatsAppIcon className="size-5" />
        {read.count} mesajı sizin göndermeniz bekleniyor
        <OpenIcon className="ml-auto size-5 group-open:rotate-180" />
      </summary>
      <ul className="border-line border-t">
        {(isOpen ? read.rows : []).map(({ message, customer, appointment }) => (
          <OwnMessageRow
            key={message.id}
            message={message}
            name={customer ? nameOf(customer) : 'Muhasebeciniz'}
            phone={customer?.phones?.find(isMobile) ?? message.recipient ?? undefined}
            lapsesAt={appointment?.lapsesAt ?? null}
            zone={shop.zone}
          />
        ))}
      </ul>
      {read.count > SHOWN && (
        <p className="px-3 py-2 text-ink-soft">Bunlar bitince {read.count - SHOWN} mesaj daha çıkar.</p>
      )}
    </details>
  )
}

const isMobile = (e164: string) => /^\+(?!90)|^\+905/.test(e164)
