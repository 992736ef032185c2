'use client'

import { useState } from 'react'
import { useSend, useTogether } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import type { Ranges } from '@/lib/appointments/appointment'
import { setHours } from '@/lib/appointments/commands/set-hours'
import { newId } from '@/lib/kernel/id'
import { usualRanges, weekdays, weekdayWords } from './hours-words'
import { RangesEditor } from './ranges-editor'
import { asTyped, rangeSentences, readRanges } from './typed-ranges'

interface HoursSheetProps {
  staffId: string
  weekday: number
  ranges: Ranges
  onClose: () => void
}

/** One weekday of one chair: from when to when, with as many breaks as there are; and the days that are the same. */
export function HoursSheet({ staffId, weekday, ranges, onClose }: HoursSheetProps) {
  const send = useSend()
  const together = useTogether()
  const [typed, setTyped] = useState(() => asTyped(ranges))
  const [alsoOn, setAlsoOn] = useState<number[]>([])
  const [tried, setTried] = useState(false)
  const read = readRanges(typed)

  const save = async () => {
    if (!read.ok) return setTried(true)
    onClose()
    await together(async () => {
      for (const day of [weekday, ...alsoOn]) {
        await send(setHours, { id: newId(), staffId, weekday: day, ranges: read.value })
      }
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
      <RangesEditor
        typed={typed}
        onChange={setTyped}
        usual={usualRanges(1)}
        error={tried && !read.ok ? rangeSentences[read.error] : undefined}
      />
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
