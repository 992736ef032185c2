'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { AddIcon } from '@/components/ui/icons'
import type { Id } from '@/lib/kernel/id'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import { useMark } from '../visit/use-mark'
import { DayCards } from './day-cards'
import { DayList } from './day-list'
import { DayNotes } from './day-notes-line'
import { DayRest } from './day-rest'
import { NowOrNextCard } from './now-or-next-card'
import { type Open, OpenSheet } from './open-sheet'
import type { Agenda } from './use-agenda'
import { useWide } from './use-wide'

// A phone has no room for them.
const DayColumns = later(() => import('./day-columns').then(module => module.DayColumns))

interface DayOfBookProps {
  agenda: Agenda
  now: Instant
  /** There is something in the book, on whatever day. */
  begun: boolean
  filter: Id | null
}

/** One day: what matters now, what waits for a word, and everything in the order of the clock. */
export function DayOfBook({ agenda, now, begun, filter }: DayOfBookProps) {
  const { shop } = useShop()
  const mark = useMark()
  const wide = useWide()
  const [open, setOpen] = useState<Open | null>(null)

  const chairs = filter ? [filter] : agenda.chairs.map(chair => chair.id)
  const isToday = agenda.day === dayOf(now, shop.zone)
  const openAppointment = (id: Id) => setOpen({ kind: 'appointment', id })
  const Timeline = wide ? DayColumns : DayList
  return (
    <>
      <DayNotes agenda={agenda} chairs={chairs} />
      {isToday && (
        <div className="px-gutter pt-2 empty:hidden">
          <NowOrNextCard
            appointments={agenda.book.appointments.filter(one => chairs.includes(one.staffId))}
            items={agenda.items}
            now={now}
            onOpen={({ appointment }) => openAppointment(appointment.id)}
            onFinish={({ appointment }) => setOpen({ kind: 'take', id: appointment.id })}
            onArrived={({ appointment }) => mark([appointment], 'arrived')}
          />
        </div>
      )}
      <DayCards now={now} isToday={isToday} onOpen={openAppointment} />
      {begun ? (
        <Timeline
          agenda={agenda}
          chairs={chairs}
          now={now}
          onOpen={openAppointment}
          onGap={gap => setOpen({ kind: 'book', gap })}
        />
      ) : (
        <EmptyState
          text="Defteriniz hazır. İlk randevuyu yazın, gerisi kendiliğinden gelir."
          action={
            <Button variant="do" icon={<AddIcon />} onClick={() => setOpen({ kind: 'book' })}>
              İlk randevuyu ekle
            </Button>
          }
        />
      )}
      <DayRest agenda={agenda} chairs={chairs} now={now} onOpen={openAppointment} />
      <div
        data-foot
        className="pointer-events-none sticky bottom-bar mt-auto flex justify-end gap-2 p-gutter lg:bottom-0 [&>*]:pointer-events-auto"
      >
        {isToday && (
          <span>
            <Button aria-label="Sıraya ekle" onClick={() => setOpen({ kind: 'queue' })}>
              Sıraya ekle
            </Button>
          </span>
        )}
        {begun && (
          <span>
            <Button variant="do" aria-label="Randevu ekle" icon={<AddIcon />} onClick={() => setOpen({ kind: 'book' })}>
              Ekle
            </Button>
          </span>
        )}
      </div>
      {open && (
        <OpenSheet
          open={open}
          agenda={agenda}
          now={now}
          filter={filter}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
