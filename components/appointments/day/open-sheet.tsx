'use client'

import { later } from '@/components/shop/later'
import { useLive, useShop } from '@/components/shop/shop-context'
import type { Appointment } from '@/lib/appointments/appointment'
import { shopBook } from '@/lib/appointments/browser/shop-book'
import type { Slot } from '@/lib/appointments/time/chair-time'
import type { Id } from '@/lib/kernel/id'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { mirror } from '@/lib/sync/browser/database'
import { type Agenda, itemsOf, openParts, visitOf } from './use-agenda'

// The day is on the screen before these are read.
const BookSheet = later(() => import('../adding/book-sheet').then(module => module.BookSheet))
const AppointmentSheet = later(() => import('../visit/appointment-sheet').then(module => module.AppointmentSheet))
const CancelSheet = later(() => import('../visit/cancel-sheet').then(module => module.CancelSheet))
const MoveSheet = later(() => import('../visit/move-sheet').then(module => module.MoveSheet))
const QueueSheet = later(() => import('../queue/queue-sheet').then(module => module.QueueSheet))
const TakeMoneySheet = later(() => import('../visit/take-money-sheet').then(module => module.TakeMoneySheet))

/** What lies over the day. */
export type Open =
  | { kind: 'book'; gap?: Slot }
  | { kind: 'queue' }
  | { kind: 'appointment' | 'take' | 'move' | 'cancel'; id: Id }

interface OpenSheetProps {
  open: Open
  agenda: Agenda
  now: Instant
  filter: Id | null
  onOpen: (open: Open) => void
  onClose: () => void
}

export function OpenSheet({ open, agenda, now, filter, onOpen, onClose }: OpenSheetProps) {
  if (open.kind === 'queue') return <QueueSheet onClose={onClose} />
  if (open.kind === 'book') {
    return <BookSheet day={agenda.day} staffId={open.gap?.staffId ?? filter} gap={open.gap} onClose={onClose} />
  }
  if (agenda.items.has(open.id)) {
    return <VisitSheet open={open} agenda={agenda} now={now} onOpen={onOpen} onClose={onClose} />
  }
  return <ElsewhereSheet open={open} now={now} onOpen={onOpen} onClose={onClose} />
}

interface VisitSheetProps {
  open: Exclude<Open, { kind: 'book' | 'queue' }>
  agenda: Agenda
  now: Instant
  onOpen: (open: Open) => void
  onClose: () => void
}

function VisitSheet({ open, agenda, now, onOpen, onClose }: VisitSheetProps) {
  const item = agenda.items.get(open.id)!
  const parts = visitOf(agenda, item)
  const isOpen = openParts(parts)
  const openItems = parts.filter(({ appointment }) => isOpen.includes(appointment))
  const { id } = open
  // Meanwhile it ended on another phone: there is nothing left to move.
  if ((open.kind === 'move' || open.kind === 'cancel') && isOpen.length === 0) return null
  if (open.kind === 'take') return <TakeMoneySheet item={item} parts={parts} onClose={onClose} />
  if (open.kind === 'move') return <MoveSheet parts={openItems} now={now} onClose={onClose} />
  if (open.kind === 'cancel') {
    const turningDown = item.appointment.status === 'requested'
    const { name, customer } = item
    return <CancelSheet {...{ name, customer, now, turningDown, onClose }} parts={isOpen} />
  }
  return (
    <AppointmentSheet
      item={item}
      parts={parts}
      agenda={agenda}
      now={now}
      onClose={onClose}
      onTakeMoney={() => onOpen({ kind: 'take', id })}
      onMove={() => onOpen({ kind: 'move', id })}
      onCancel={() => onOpen({ kind: 'cancel', id })}
    />
  )
}

/** Of another day than the one that is shown: a request, or news. */
function ElsewhereSheet({ open, ...rest }: Omit<VisitSheetProps, 'agenda'>) {
  const { shop } = useShop()
  const agenda = useLive(
    async (db): Promise<Agenda | null> => {
      const appointment = await mirror<Appointment>(db, 'appointments').get(open.id)
      if (!appointment) return null
      const day = dayOf(appointment.startsAt, shop.zone)
      const book = await shopBook(db, day, 1, shop.zone)
      const items = await itemsOf(db, book, book.appointments)
      return { day, book, items, chairs: book.staff.filter(chair => !chair.archivedAt) }
    },
    [open.id, shop.zone],
  )
  return agenda?.items.has(open.id) ? <VisitSheet open={open} agenda={agenda} {...rest} /> : null
}
