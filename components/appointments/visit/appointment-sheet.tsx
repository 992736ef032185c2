'use client'

import { AppointmentKapora } from '@/components/cash/selling/appointment-kapora'
import { PhoneActions } from '@/components/customers/phone-actions'
import { VisitMessages } from '@/components/messages/visit-messages'
import { ShopLink } from '@/components/shop/router'
import { useShop } from '@/components/shop/shop-context'
import { ContactsIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import type { Agenda, AgendaItem } from '../day/use-agenda'
import { standingOf } from '../words'
import { EndedActs } from './ended-acts'
import { OpenActs } from './open-acts'
import { ShareVisit } from './share-visit'
import { VisitFacts } from './visit-facts'
import { VisitHistory } from './visit-history'

export interface AppointmentSheetProps {
  item: AgendaItem
  /** The whole visit, itself included, in the order of the clock. */
  parts: AgendaItem[]
  agenda: Agenda
  now: Instant
  onClose: () => void
  onTakeMoney: () => void
  onMove: () => void
  onCancel: () => void
}

/** Everything about one appointment, and everything that can be done with it. */
export function AppointmentSheet(props: AppointmentSheetProps) {
  const { item, parts, now, onClose } = props
  const { shop } = useShop()
  const { appointment, name } = item
  const standing = standingOf(appointment, now)
  const isOpen = ['held', 'requested', 'confirmed', 'arrived'].includes(standing)
  const begun = dayOf(appointment.startsAt, shop.zone) <= dayOf(now, shop.zone)
  return (
    <Sheet open title={name} onClose={onClose}>
      <VisitFacts {...props} />
      <VisitMessages first={parts[0]!.appointment} now={now} />
      <div className="flex flex-col gap-1 empty:hidden">
        <Reach item={item} />
        {item.customer && (
          <AppointmentKapora
            appointmentId={appointment.id}
            customerId={item.customer.id}
            name={name}
            isOpen={isOpen && standing !== 'held'}
          />
        )}
      </div>
      {isOpen ? <OpenActs {...props} begun={begun} /> : <EndedActs {...props} />}
      {isOpen && item.customer && standing !== 'held' && <ShareVisit first={parts[0]!} />}
      <VisitHistory parts={parts.map(part => part.appointment)} now={now} />
    </Sheet>
  )
}

/** The ways to the customer: by phone, by WhatsApp, to his card. */
function Reach({ item: { customer } }: { item: AgendaItem }) {
  if (!customer) return null
  const phone = customer.phones?.[0]
  return (
    <div className="flex flex-col gap-1">
      {phone && <PhoneActions phone={phone} main={false} />}
      <ShopLink
        href={`/musteriler/${customer.id}`}
        className="flex min-h-target items-center justify-center gap-2 font-semibold text-do"
      >
        <ContactsIcon className="size-5" />
        Müşteri kartı
      </ShopLink>
    </div>
  )
}
