'use client'

import { useState } from 'react'
import { useSend, useShop } from '@/components/shop/shop-context'
import { Button, IconButton } from '@/components/ui/button'
import { CheckField, TextField } from '@/components/ui/field'
import { AddIcon, CloseIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { setHours } from '@/lib/appointments/set-hours'
import { type Id, newId } from '@/lib/kernel/id'
import { formatMinutes } from '@/lib/kernel/zone'
import { inOneTransaction } from '@/lib/sync/browser/database'
import { type Ranges, usualRanges, weekdays, weekdayWords } from './hours-words'

/** More breaks in a day than this nobody takes, and the database does not keep. */
const MAX_RANGES = 6

/** A range as it stands in two time fields. */
interface TypedRange {
  key: Id
  from: string
  to: string
}

interface HoursSheetProps {
  staffId: Id
  weekday: number
  ranges: Ranges
  onClose: () => void
}

/** One weekday of one chair: from when to when, with as many breaks as there are; and the days that are the same. */
export function HoursSheet({ staffId, weekday, ranges, onClose }: HoursSheetProps) {
  const { database } = useShop()
  const send = useSend()
  const [typed, setTyped] = useState(() => ranges.map(asTyped))
  const [alsoOn, setAlsoOn] = useState<number[]>([])
  const [tried, setTried] = useState(false)
  const read = readRanges(typed)

  const change = (key: Id, part: Partial<TypedRange>) =>
    setTyped(typed.map(one => (one.key === key ? { ...one, ...part } : one)))
  const add = () => {
    const last = typed.at(-1)
    const next: [number, number] = last ? afterBreak(minutesOf(last.to)) : usualRanges(1)[0]!
    setTyped([...typed, asTyped(next)])
  }
  const save = async () => {
    if (!read) return setTried(true)
    onClose()
    await inOneTransaction(database, async () => {
      for (const day of [weekday, ...alsoOn]) await send(setHours, { id: newId(), staffId, weekday: day, ranges: read })
    })
  }
  return (
    <Sheet
      open
      title={weekdayWords[weekday]!}
      onClose={onClose}
      footer={
        <div className="pt-2">
          <Button variant="do" full onClick={save}>
            Kaydet
          </Button>
        </div>
      }
    >
      {typed.length === 0 && <p>Bu gün kapalı.</p>}
      {typed.map(({ key, from, to }) => (
        <div key={key} className="flex flex-wrap items-end justify-end gap-2">
          <div className="min-w-0 flex-1 basis-28">
            <TextField
              type="time"
              label="Açılış"
              value={from}
              onChange={event => change(key, { from: event.target.value })}
            />
          </div>
          <div className="min-w-0 flex-1 basis-28">
            <TextField
              type="time"
              label="Kapanış"
              value={to}
              onChange={event => change(key, { to: event.target.value })}
            />
          </div>
          <IconButton
            icon={<CloseIcon />}
            label={`${from}–${to} saatlerini sil`}
            onClick={() => setTyped(typed.filter(one => one.key !== key))}
          />
        </div>
      ))}
      {tried && !read && (
        <p role="alert" className="text-look">
          Saatler sırayla olmalı: her kapanış açılıştan sonra, her açılış öncekinin kapanışından sonra.
        </p>
      )}
      {typed.length < MAX_RANGES && (
        <Button icon={<AddIcon />} onClick={add}>
          {typed.length === 0 ? 'Saat ekle' : 'Aradan sonra devam et'}
        </Button>
      )}
      <fieldset>
        <legend className="font-semibold">Şu günler de aynı olsun</legend>
        <div className="grid grid-cols-2 gap-x-2">
          {weekdays
            .filter(day => day !== weekday)
            .map(day => (
              <CheckField
                key={day}
                label={weekdayWords[day]}
                checked={alsoOn.includes(day)}
                onChange={event =>
                  setAlsoOn(event.target.checked ? [...alsoOn, day] : alsoOn.filter(one => one !== day))
                }
              />
            ))}
        </div>
      </fieldset>
    </Sheet>
  )
}

const DAY_END = 24 * 60

const asTyped = ([from, to]: [number, number]): TypedRange => ({
  key: newId(),
  from: formatMinutes(from),
  to: formatMinutes(to % DAY_END),
})

/** The two hours after a break of one, as far as the day goes. */
const afterBreak = (closing: number): [number, number] => [
  Math.min(closing + 60, DAY_END - 60),
  Math.min(closing + 5 * 60, DAY_END),
]

const minutesOf = (time: string) => {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return hour * 60 + minute
}

/** Null when a field is empty or the ranges are not in order. A closing time of 00:00 is the end of the day. */
function readRanges(typed: TypedRange[]): Ranges | null {
  if (typed.some(({ from, to }) => from === '' || to === '')) return null
  const ranges = typed.map(({ from, to }): [number, number] => [minutesOf(from), minutesOf(to) || DAY_END])
  const inOrder = ranges.every(([from, to], i) => from < to && (i === 0 || ranges[i - 1]![1] < from))
  return inOrder ? ranges : null
}
