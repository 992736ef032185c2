'use client'

import { whenWords } from '@/components/appointments/visit/history'
import { useMark } from '@/components/appointments/visit/use-mark'
import { nameOf } from '@/components/customers/names'
import { whatsAppHref } from '@/components/customers/whatsapp'
import { useLive, useSend, useShop } from '@/components/shop/shop-context'
import { Button, ButtonLink } from '@/components/ui/button'
import { CallIcon, OpenIcon, WhatsAppIcon } from '@/components/ui/icons'
import type { Appointment } from '@/lib/appointments/appointment'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import { formatPhone } from '@/lib/kernel/phone-format'
import type { Instant } from '@/lib/kernel/zone'
import { unhandledInbound } from '@/lib/messages/browser/inbound'
import { handleInbound } from '@/lib/messages/handle-inbound'
import type { InboundMessage, Message } from '@/lib/messages/message'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { inboundSentence } from './inbound-words'

/** The day must not sink under them: the next ones come when these are dealt with. */
const SHOWN = 5

interface InboundCardsProps {
  now: Instant
  onOpen: (id: Id) => void
}

/** What customers wrote that no rule could do by itself: each with what there is to do, one tap (lib/messages/SPEC.md ME15). */
export function InboundCards({ now, onOpen }: InboundCardsProps) {
  const rows = useLive(readAll)
  if (!rows || rows.length === 0) return null
  return (
    <details open className="group">
      <summary className="flex min-h-target cursor-pointer list-none items-center gap-2 font-semibold text-look">
        <WhatsAppIcon className="size-5" />
        {rows.length} müşteri yazdı
        <OpenIcon className="ml-auto size-5 group-open:rotate-180" />
      </summary>
      <ul className="grid gap-2 md:grid-cols-2 xl:grid-cols-3">
        {rows.slice(0, SHOWN).map(row => (
          <li key={row.inbound.id}>
            <InboundCard {...row} now={now} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <p className="py-2 text-ink-soft">Bunlar bitince {rows.length - SHOWN} tane daha çıkar.</p>
      )}
    </details>
  )
}

interface InboundRow {
  inbound: InboundMessage
  customer: Customer | undefined
  /** What he answered. */
  message: Message | undefined
  /** The parts of what it is about that still stand. */
  parts: Appointment[]
}

async function readAll(db: ShopDatabase): Promise<InboundRow[]> {
  const all = await unhandledInbound(db)
  const customers = await mirror<Customer>(db, 'customers').bulkGet(all.map(one => one.customerId ?? ''))
  const messages = await mirror<Message>(db, 'messages').bulkGet(all.map(one => one.messageId ?? ''))
  const first = await mirror<Appointment>(db, 'appointments').bulkGet(all.map(one => one.appointmentId ?? ''))
  return Promise.all(
    all.map(async (inbound, i) => {
      const one = first[i]
      const others = one?.visitId
        ? await mirror<Appointment>(db, 'appointments').where('visitId').equals(one.visitId).toArray()
        : []
      const parts = (others.length > 0 ? others : one ? [one] : []).filter(({ status }) => status === 'confirmed')
      return { inbound, customer: customers[i], message: messages[i], parts }
    }),
  )
}

function InboundCard({
  inbound,
  customer,
  message,
  parts,
  now,
  onOpen,
}: InboundRow & { now: Instant; onOpen: (id: Id) => void }) {
  const { shop } = useShop()
  const send = useSend()
  const mark = useMark()
  const { id, contact, text, outcome, appointmentId, receivedAt } = inbound
  const number = contact.startsWith('+') ? contact : undefined
  const name = customer ? nameOf(customer) : number ? formatPhone(number) : 'WhatsApp’tan biri'
  const phone = number ?? customer?.phones?.[0]
  const said = inboundSentence(inbound, message?.kind)
  const mayCancel = outcome === 'too-late' && message?.kind !== 'slot-offer' && parts.length > 0
  const handled = () => send(handleInbound, { id })
  const cancel = async () => {
    await mark(parts, 'cancelled')
    await handled()
  }
  const chat = whatsAppHref(phone)
  const what = (
    <>
      <span className="block text-name font-semibold wrap-anywhere">{name}</span>
      <span className="block text-ink-soft">{whenWords(receivedAt, { zone: shop.zone, now })}</span>
      {said && <span className="block">{said}</span>}
      <span className="block whitespace-pre-line wrap-anywhere">
        {text ? `“${text}”` : said ? null : 'Yazı yok: resim ya da ses gönderdi.'}
      </span>
    </>
  )
  return (
    <section
      aria-label={`Müşteri yazdı: ${name}`}
      className="flex flex-col gap-2 rounded-control border border-look bg-look-soft p-3"
    >
      {appointmentId ? (
        <button type="button" onClick={() => onOpen(appointmentId)} className="text-left">
          {what}
        </button>
      ) : (
        <p>{what}</p>
      )}
      <div className="flex flex-wrap gap-2 *:flex-auto">
        {mayCancel && (
          <Button variant="look" onClick={() => void cancel()}>
            İptal et
          </Button>
        )}
        <Button variant="do" onClick={() => void handled()}>
          Tamam
        </Button>
        {outcome === 'note' && chat && (
          <ButtonLink
            href={chat}
            target="_blank"
            rel="noopener"
            icon={<WhatsAppIcon />}
            aria-label={`Cevap yaz: ${name}`}
          >
            Cevap yaz
          </ButtonLink>
        )}
        {outcome === 'too-late' && phone && (
          <ButtonLink href={`tel:${phone}`} icon={<CallIcon />} aria-label={`Ara: ${name}`}>
            Ara
          </ButtonLink>
        )}
      </div>
    </section>
  )
}
