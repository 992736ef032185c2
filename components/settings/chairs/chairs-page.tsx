'use client'

import { useState } from 'react'
import { navigate } from '@/components/shop/router'
import { useLive, useSend, useShop, useTogether, useUnconfirmed } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { AddIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { Sheet } from '@/components/ui/sheet'
import { everyChair, everyWorkingHours } from '@/lib/appointments/browser/chairs'
import { saveStaff } from '@/lib/appointments/commands/save-staff'
import { setHours } from '@/lib/appointments/commands/set-hours'
import { newId } from '@/lib/kernel/id'
import { dayOf, toInstant, weekdayOf } from '@/lib/kernel/zone'
import { hoursWords, usualRanges, weekdays } from '../hours/hours-words'

/** Those who serve, and when. */
export function ChairsPage() {
  const { shop } = useShop()
  const unconfirmed = useUnconfirmed()
  const [adding, setAdding] = useState(false)
  const read = useLive(async database => ({
    every: await everyChair(database),
    hours: await everyWorkingHours(database),
  }))
  if (!read) return null

  const chairs = read.every.filter(chair => !chair.archivedAt)
  const today = weekdayOf(dayOf(toInstant(new Date()), shop.zone))
  const hoursToday = (staffId: string) => read.hours.find(one => one.staffId === staffId && one.weekday === today)
  return (
    <>
      <ul className="-mx-gutter">
        {chairs.map(chair => (
          <li key={chair.id}>
            <ListRow
              title={chair.name}
              detail={`Bugün ${hoursWords(hoursToday(chair.id)?.ranges ?? [])}`}
              pending={unconfirmed.has(`staff/${chair.id}`)}
              onSelect={() => navigate(`/ayarlar/calisanlar/${chair.id}`)}
            />
          </li>
        ))}
      </ul>
      <Button variant="do" full icon={<AddIcon />} onClick={() => setAdding(true)}>
        Çalışan ekle
      </Button>
      {adding && (
        <NewChairSheet
          position={Math.max(0, ...read.every.map(chair => chair.position)) + 1}
          // Most shops open for everybody at once.
          rangesOn={weekday => {
            const first = read.hours.filter(one => one.staffId === chairs[0]?.id)
            return first.length > 0 ? (first.find(one => one.weekday === weekday)?.ranges ?? []) : usualRanges(weekday)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

interface NewChairSheetProps {
  position: number
  /** The hours he begins with. */
  rangesOn: (weekday: number) => [number, number][]
  onClose: () => void
}

function NewChairSheet({ position, rangesOn, onClose }: NewChairSheetProps) {
  const send = useSend()
  const together = useTogether()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)

  const save = async () => {
    if (name.trim() === '') return setTried(true)
    onClose()
    const id = newId()
    await together(async () => {
      await send(saveStaff, { id, name, position })
      for (const weekday of weekdays) {
        await send(setHours, { id: newId(), staffId: id, weekday, ranges: rangesOn(weekday) })
      }
    })
    navigate(`/ayarlar/calisanlar/${id}`)
  }
  return (
    <Sheet
      open
      title="Yeni çalışan"
      onClose={onClose}
      footer={
        <div className="pt-2">
          <Button variant="do" full onClick={save}>
            Kaydet
          </Button>
        </div>
      }
    >
      <TextField
        data-autofocus
        label="Adı"
        hint="Randevu defterinde kendi sütunu olur."
        maxLength={80}
        value={name}
        error={tried ? 'Bir ad yazın.' : undefined}
        onChange={event => setName(event.target.value)}
      />
    </Sheet>
  )
}
