'use client'

import { useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { DayStrip } from '@/components/ui/day-strip'
import { TextField } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import type { Appointment } from '@/lib/appointments/appointment'
import { agendaOfDay } from '@/lib/appointments/browser/agenda'
import { everyChair, everyWorkingHours } from '@/lib/appointments/browser/chairs'
import { inTheWay, isWithinHours, type Slot } from '@/lib/appointments/chair-time'
import { freeSlots } from '@/lib/appointments/free-slots'
import type { Id } from '@/lib/kernel/id'
import { addMinutes, type Day, dayOf, formatTime, instantAt } from '@/lib/kernel/zone'
import { useNow } from './use-now'

interface TimeChooserProps {
  minutes: number
  /** Where to begin looking. A chair that no longer serves gives way to the first that does. */
  day: Day
  staffId: Id | null
  /** The appointment that is looking for another time: it is not in its own way. */
  movingId?: Id
  onPick: (slot: Slot) => void
}

/** When, and with whom: the free times of a day as buttons, another day, or any time written out. */
export function TimeChooser({ minutes, movingId, onPick, ...first }: TimeChooserProps) {
  const { shop } = useShop()
  const now = useNow()
  const [day, setDay] = useState(first.day)
  const [chosenId, setChosenId] = useState(first.staffId)
  const book = useLive(
    async database => ({
      day,
      chairs: (await everyChair(database)).filter(chair => !chair.archivedAt),
      hours: await everyWorkingHours(database),
      appointments: (await agendaOfDay(database, day, shop.zone)).filter(one => one.id !== movingId),
    }),
    [day, shop.zone, movingId],
  )
  const chair = book?.chairs.find(one => one.id === chosenId) ?? book?.chairs[0]
  if (!book) return null
  if (!chair) return <p>Önce Ayarlar’dan bir çalışan ekleyin.</p>

  const slots = freeSlots({ ...book, zone: shop.zone, staffId: chair.id, minutes, now })
  return (
    <>
      {book.chairs.length > 1 && (
        <Segmented
          label="Kim yapacak?"
          choices={book.chairs.map(({ id, name }) => ({ value: id, label: name }))}
          value={chair.id}
          onChange={setChosenId}
        />
      )}
      <DayStrip day={day} onChange={setDay} today={dayOf(now, shop.zone)} />
      {slots.length > 0 ? (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
          {slots.map(slot => (
            <li key={slot.startsAt}>
              <button
                type="button"
                onClick={() => onPick(slot)}
                className="min-h-target w-full rounded-control border border-edge bg-card font-semibold active:bg-do-soft"
              >
                {formatTime(slot.startsAt, shop.zone)}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">Bu gün boş yer yok. Başka bir güne bakın ya da saati kendiniz yazın.</p>
      )}
      <ExactTime
        slotAt={wall => {
          const startsAt = instantAt(book.day, wall, shop.zone)
          return { staffId: chair.id, startsAt, endsAt: addMinutes(startsAt, minutes) }
        }}
        whyNot={slot => taken(inTheWay(book.appointments, slot), shop.zone)}
        remark={slot => {
          if (slot.startsAt < now) return 'Bu saat geçti; yine de yazabilirsiniz.'
          return isWithinHours(book.hours, slot, shop.zone) ? undefined : 'Çalışma saatleri dışında.'
        }}
        onPick={onPick}
      />
    </>
  )
}

const taken = (holder: Appointment | undefined, zone: string) =>
  holder && `Dolu: ${formatTime(holder.startsAt, zone)}–${formatTime(holder.endsAt, zone)} arası başka randevu var.`

interface ExactTimeProps {
  /** The slot that begins at that minute of the day. */
  slotAt: (minuteOfDay: number) => Slot
  /** Why it cannot be. */
  whyNot: (slot: Slot) => string | undefined
  /** What is unusual about it. */
  remark: (slot: Slot) => string | undefined
  onPick: (slot: Slot) => void
}

function ExactTime({ slotAt, whyNot, remark, onPick }: ExactTimeProps) {
  const [time, setTime] = useState('')
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  const slot = time === '' ? null : slotAt(hour * 60 + minute)
  const reason = slot ? whyNot(slot) : undefined
  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={event => {
        event.preventDefault()
        if (slot && !reason) onPick(slot)
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-28">
          <TextField type="time" label="Tam saat" value={time} onChange={event => setTime(event.target.value)} />
        </div>
        <Button type="submit" variant="do" disabled={!slot || reason !== undefined}>
          Bu saate yaz
        </Button>
      </div>
      <p role="status" className={reason ? 'text-look' : 'text-ink-soft'}>
        {reason ?? (slot && remark(slot))}
      </p>
    </form>
  )
}
