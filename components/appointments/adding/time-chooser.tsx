'use client'

import { useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { DayStrip } from '@/components/ui/day-strip'
import { Segmented } from '@/components/ui/segmented'
import { asBook, servingStaff, shopBook } from '@/lib/appointments/browser/shop-book'
import { availableSlots, type OfferedPart } from '@/lib/appointments/offers/available-slots'
import { type WishedPart, whoServes } from '@/lib/appointments/offers/who-serves'
import type { Id } from '@/lib/kernel/id'
import { type Day, dayOf, formatTime } from '@/lib/kernel/zone'
import { dayNotes } from '../day/day-notes'
import { useNow } from '../use-now'
import { ExactTime } from './exact-time'

interface TimeChooserProps {
  /** What is to be done, in order. Of a single thing, whoever does it can be chosen here. */
  wished: readonly WishedPart[]
  /** Where to begin looking. */
  day: Day
  /** Those that are looking for another time: they are not in their own way. */
  movingIds?: readonly Id[]
  onPick: (parts: OfferedPart[]) => void
}

const ANYBODY = ''

/** When, and with whom: the free times of a day as buttons, another day, or any time written out. */
export function TimeChooser({ wished, movingIds = [], onPick, ...first }: TimeChooserProps) {
  const { shop } = useShop()
  const now = useNow()
  const [day, setDay] = useState(first.day)
  const [chosenId, setChosenId] = useState<Id | ''>(wished[0]?.staffId ?? ANYBODY)
  const read = useLive(async db => ({ day, book: await shopBook(db, day, 1, shop.zone) }), [day, shop.zone])
  if (!read) return null

  const book = asBook(read.book, now, movingIds)
  if (book.chairs.length === 0) return <p>Önce Ayarlar’dan bir çalışan ekleyin.</p>
  const alone = wished.length === 1
  const able = alone ? whoServes(book, { ...wished[0]!, staffId: null }).map(({ staffId }) => staffId) : []
  // A chair that no longer serves, or not this, gives way to whoever does.
  const staffId = able.length === 1 ? able[0]! : able.includes(chosenId) ? chosenId : null
  const parts = alone ? [{ ...wished[0]!, staffId }] : wished
  const offers = availableSlots(book, {
    parts,
    from: read.day,
    to: read.day,
    stepMinutes: read.book.stepMinutes,
    limits: null,
  })
  const nameOf = (id: Id) => read.book.staff.find(chair => chair.id === id)?.name
  const notes = dayNotes({
    hours: read.book.hours,
    day: read.day,
    zone: shop.zone,
    chairs: servingStaff(read.book).filter(({ id }) => staffId === null || staffId === id),
  })
  return (
    <>
      {able.length > 1 && (
        <Segmented
          label="Kim yapacak?"
          choices={[
            { value: ANYBODY, label: 'Fark etmez' },
            ...able.map(id => ({ value: id, label: nameOf(id) ?? '' })),
          ]}
          value={staffId ?? ANYBODY}
          onChange={setChosenId}
        />
      )}
      <DayStrip day={day} onChange={setDay} today={dayOf(now, shop.zone)} />
      {/* Until the day is read that the strip shows, nothing of the day before can be taken. */}
      <div className="contents" inert={read.day !== day}>
        {notes.length > 0 && <p className="-my-2 text-ink-soft">{notes.join(' · ')}</p>}
        {offers.length > 0 ? (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
            {offers.map(offer => (
              <li key={offer.startsAt}>
                <button
                  type="button"
                  onClick={() => onPick(offer.parts)}
                  className="min-h-target w-full rounded-control border border-edge bg-card px-1 active:bg-do-soft"
                >
                  <span className="block font-semibold">{formatTime(offer.startsAt, shop.zone)}</span>
                  {able.length > 1 && staffId === null && (
                    <span className="block truncate text-ink-soft text-small">{nameOf(offer.parts[0]!.staffId)}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-soft">Bu gün boş yer yok. Başka bir güne bakın ya da saati kendiniz yazın.</p>
        )}
        <ExactTime
          planning={{ book, appointments: read.book.appointments, except: movingIds }}
          wished={parts}
          day={read.day}
          onPick={onPick}
        />
      </div>
    </>
  )
}
