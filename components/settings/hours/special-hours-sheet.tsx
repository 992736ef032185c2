'use client'

import { useState } from 'react'
import { useLive, useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { UndoIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import type { Ranges, SpecialHours, WorkingHours } from '@/lib/appointments/appointment'
import { everyChair, everyWorkingHours } from '@/lib/appointments/browser/chairs'
import { setSpecialHours } from '@/lib/appointments/commands/set-special-hours'
import { type Id, newId } from '@/lib/kernel/id'
import { addDays, type Day, formatDay, weekdayOf } from '@/lib/kernel/zone'
import { usualRanges } from './hours-words'
import { RangesEditor } from './ranges-editor'
import { asTyped, rangeSentences, readRanges, type TypedRange } from './typed-ranges'

interface SpecialHoursSheetProps {
  /** Null: of every chair. */
  staffId: Id | null
  /** The date that is changed; null: another one. */
  known: SpecialHours | null
  /** The dates that have hours of their own already: chosen again, they are the ones that change. */
  coming: readonly SpecialHours[]
  today: Day
  onClose: () => void
}

/** The hours of one date in place of all others (SPEC AP1), and the way back to the usual ones. */
export function SpecialHoursSheet({ staffId, known, coming, today, onClose }: SpecialHoursSheetProps) {
  const send = useSend()
  const { show } = useSnackbar()
  const usualOn = useUsualHours(staffId)
  const [day, setDay] = useState(known?.day ?? addDays(today, 1))
  const [edited, setEdited] = useState<TypedRange[] | null>(null)
  const [tried, setTried] = useState(false)
  if (!usualOn) return null

  const before = coming.find(one => one.day === day)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day)
  const dayError = isDay && day >= today ? undefined : 'Bugün ya da ileri bir gün seçin.'
  const shown = edited ?? asShown(before?.ranges ?? (isDay ? usualOn(day) : []))
  const read = readRanges(shown)

  const save = async () => {
    if (dayError || !read.ok) return setTried(true)
    onClose()
    await send(setSpecialHours, { id: before?.id ?? newId(), staffId, day, ranges: read.value })
  }
  const backToUsual = async ({ id, ranges }: SpecialHours) => {
    onClose()
    await send(setSpecialHours, { id, staffId, day, ranges: null })
    show({
      text: `${formatDay(day)} her zamanki gibi`,
      action: { label: 'Geri al', run: () => void send(setSpecialHours, { id: newId(), staffId, day, ranges }) },
    })
  }
  return (
    <Sheet
      open
      title={known ? formatDay(known.day) : 'Farklı saatler'}
      onClose={onClose}
      footer={
        <div className="flex flex-col gap-1 pt-2">
          <Button variant="do" full onClick={save}>
            Kaydet
          </Button>
          {known && (
            <Button variant="quiet" full icon={<UndoIcon />} onClick={() => backToUsual(known)}>
              Her zamanki saatlere dön
            </Button>
          )}
        </div>
      }
    >
      {!known && (
        <TextField
          type="date"
          label="Hangi gün?"
          min={today}
          value={day}
          error={tried ? dayError : undefined}
          onChange={event => setDay(event.target.value)}
        />
      )}
      <RangesEditor
        typed={shown}
        onChange={setEdited}
        usual={usualRanges(1)}
        error={tried && !read.ok ? rangeSentences[read.error] : undefined}
      />
    </Sheet>
  )
}

/** Keys by place: these fields follow the day until somebody types into them. */
const asShown = (ranges: Ranges): TypedRange[] => asTyped(ranges).map((range, i) => ({ ...range, key: String(i) }))

/** The usual hours of a date, of the chair or (for the whole shop) of its first one; undefined until read. */
function useUsualHours(staffId: Id | null): ((day: Day) => Ranges) | undefined {
  const hours = useLive(
    async (database): Promise<WorkingHours[]> => {
      const chair = staffId ?? (await everyChair(database)).find(one => !one.archivedAt)?.id
      return (await everyWorkingHours(database)).filter(one => one.staffId === chair)
    },
    [staffId],
  )
  return hours && (day => hours.find(one => one.weekday === weekdayOf(day))?.ranges ?? [])
}
