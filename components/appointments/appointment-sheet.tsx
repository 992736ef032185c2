'use client'

import { placeWords } from '@/components/cash/words'
import { PhoneActions } from '@/components/customers/phone-actions'
import { ShopLink } from '@/components/shop/router'
import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { ContactsIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { holdsItsChair } from '@/lib/appointments/appointment'
import { inTheWay } from '@/lib/appointments/chair-time'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatDay, formatTime, type Instant } from '@/lib/kernel/zone'
import { StatusMark } from './status-mark'
import { useActs } from './use-acts'
import type { Agenda, AgendaItem } from './use-agenda'

interface AppointmentSheetProps {
  item: AgendaItem
  agenda: Agenda
  now: Instant
  onClose: () => void
  onTakeMoney: () => void
  onMove: () => void
}

/** Everything about one appointment, and everything that can be done with it. */
export function AppointmentSheet({ item, agenda, now, onClose, onTakeMoney, onMove }: AppointmentSheetProps) {
  const { shop } = useShop()
  const { appointment, name, service, chair } = item
  const day = dayOf(appointment.startsAt, shop.zone)
  const [starts, ends] = [appointment.startsAt, appointment.endsAt].map(instant => formatTime(instant, shop.zone))
  return (
    <Sheet open title={name} onClose={onClose}>
      <div>
        <p className="text-name font-semibold">
          {starts}–{ends}
        </p>
        <p>{[service?.name, formatMoney(appointment.price)].filter(Boolean).join(' · ')}</p>
        <p className="text-ink-soft">
          {[formatDay(day), agenda.chairs.length > 1 && chair?.name].filter(Boolean).join(' · ')}
        </p>
        {appointment.note && <p className="mt-1 whitespace-pre-line">{appointment.note}</p>}
        {appointment.status !== 'confirmed' && (
          <p className="mt-1 font-semibold">
            <StatusMark status={appointment.status} />
          </p>
        )}
        {item.payments.map(({ transfer, place, signed }) => (
          <p key={transfer.id}>
            {formatMoney(signed)} alındı · {placeWords[place.kind]}
          </p>
        ))}
      </div>
      <Reach item={item} />
      {holdsItsChair(appointment, now) ? (
        <OpenActs
          item={item}
          begun={day <= dayOf(now, shop.zone)}
          onClose={onClose}
          onTakeMoney={onTakeMoney}
          onMove={onMove}
        />
      ) : (
        <EndedActs item={item} agenda={agenda} now={now} onClose={onClose} onTakeMoney={onTakeMoney} />
      )}
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

interface OpenActsProps {
  item: AgendaItem
  /** Its day has come: he can have come, or not, or be done. */
  begun: boolean
  onClose: () => void
  onTakeMoney: () => void
  onMove: () => void
}

function OpenActs({ item: { appointment }, begun, onClose, onTakeMoney, onMove }: OpenActsProps) {
  const { mark } = useActs()
  const markAs = (status: Parameters<typeof mark>[1]) => {
    onClose()
    return mark(appointment, status)
  }
  return (
    <div className="grid grid-cols-2 gap-2">
      <Button onClick={onMove}>Taşı</Button>
      <Button onClick={() => markAs('cancelled')}>İptal et</Button>
      {begun && (
        <>
          {appointment.status !== 'arrived' && <Button onClick={() => markAs('arrived')}>Geldi</Button>}
          <Button onClick={() => markAs('no-show')}>Gelmedi</Button>
          <div className="col-span-2">
            <Button variant="do" full onClick={onTakeMoney}>
              Bitti, parayı al
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

interface EndedActsProps {
  item: AgendaItem
  agenda: Agenda
  now: Instant
  onClose: () => void
  onTakeMoney: () => void
}

function EndedActs({ item, agenda, now, onClose, onTakeMoney }: EndedActsProps) {
  const { reopen } = useActs()
  const { appointment, payments } = item
  const unpaid = appointment.status === 'done' && payments.length === 0
  return (
    <div className="flex flex-col gap-2">
      {inTheWay(agenda.appointments, appointment, now) ? (
        <p className="text-ink-soft">Saati bu arada doldu; yeniden açılamaz.</p>
      ) : (
        <Button
          full
          onClick={() => {
            onClose()
            return reopen(item)
          }}
        >
          {payments.length > 0 ? 'Geri al (para da geri alınır)' : 'Yeniden aç'}
        </Button>
      )}
      {unpaid && (
        <Button variant="do" full onClick={onTakeMoney}>
          Parayı al
        </Button>
      )}
    </div>
  )
}
