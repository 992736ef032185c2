'use client'

import { useState } from 'react'
import { navigate } from '@/components/shop/router'
import { useLive, useSend, useUnconfirmed } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { DeleteIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { useSnackbar } from '@/components/ui/snackbar'
import { holdsItsChair, type Staff } from '@/lib/appointments/appointment'
import { archiveStaff } from '@/lib/appointments/archive-staff'
import { appointmentsBetween } from '@/lib/appointments/browser/agenda'
import { everyChair, everyWorkingHours } from '@/lib/appointments/browser/chairs'
import { saveStaff } from '@/lib/appointments/save-staff'
import { addMinutes, toInstant } from '@/lib/kernel/zone'
import { HoursSheet } from './hours-sheet'
import { hoursWords, weekdays, weekdayWords } from './hours-words'
import { SettingsPage } from './settings-page'

const UP = '/ayarlar/calisanlar'

/** As far ahead as phones keep appointments. */
const AHEAD_MINUTES = 120 * 24 * 60

/** One who serves: his name, his week, and the way out. */
export function ChairPage({ id }: { id: string }) {
  const unconfirmed = useUnconfirmed()
  const [weekday, setWeekday] = useState<number | null>(null)
  const read = useLive(
    async database => ({
      chairs: (await everyChair(database)).filter(chair => !chair.archivedAt),
      hours: (await everyWorkingHours(database)).filter(hours => hours.staffId === id),
    }),
    [id],
  )
  const chair = read?.chairs.find(one => one.id === id)
  if (!read) return null
  if (!chair)
    return (
      <SettingsPage title="Çalışanlar" up={UP}>
        Bu çalışan artık listede değil.
      </SettingsPage>
    )

  const hoursOn = (weekday: number) => read.hours.find(hours => hours.weekday === weekday)
  return (
    <SettingsPage title={chair.name} up={UP}>
      <NameForm key={chair.name} chair={chair} />
      <section>
        <h2 className="font-semibold">Çalışma saatleri</h2>
        <ul className="-mx-gutter">
          {weekdays.map(weekday => (
            <li key={weekday}>
              <ListRow
                title={weekdayWords[weekday]!}
                detail={hoursWords(hoursOn(weekday)?.ranges ?? [])}
                pending={unconfirmed.has(`working_hours/${hoursOn(weekday)?.id}`)}
                onSelect={() => setWeekday(weekday)}
              />
            </li>
          ))}
        </ul>
      </section>
      {/* The last one stays: a shop without a chair can write nothing down. */}
      {read.chairs.length > 1 && <Removal chair={chair} />}
      {weekday && (
        <HoursSheet
          staffId={id}
          weekday={weekday}
          ranges={hoursOn(weekday)?.ranges ?? []}
          onClose={() => setWeekday(null)}
        />
      )}
    </SettingsPage>
  )
}

function NameForm({ chair }: { chair: Staff }) {
  const send = useSend()
  const [name, setName] = useState(chair.name)
  const changed = name.trim() !== chair.name
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={event => {
        event.preventDefault()
        if (name.trim() !== '') return send(saveStaff, { id: chair.id, name, position: chair.position })
      }}
    >
      <TextField
        label="Adı"
        maxLength={80}
        value={name}
        error={name.trim() === '' ? 'Bir ad yazın.' : undefined}
        onChange={event => setName(event.target.value)}
      />
      {changed && name.trim() !== '' && (
        <Button type="submit" variant="do">
          Adı kaydet
        </Button>
      )}
    </form>
  )
}

function Removal({ chair: { id, name } }: { chair: Staff }) {
  const send = useSend()
  const { show } = useSnackbar()
  const coming = useLive(
    async database => {
      const now = toInstant(new Date())
      const ahead = await appointmentsBetween(database, now, addMinutes(now, AHEAD_MINUTES))
      return ahead.filter(one => one.staffId === id && holdsItsChair(one, now)).length
    },
    [id],
  )
  const remove = async () => {
    navigate(UP)
    await send(archiveStaff, { id, archived: true })
    show({
      text: `${name} kaldırıldı`,
      action: { label: 'Geri al', run: () => void send(archiveStaff, { id, archived: false }) },
    })
  }
  return (
    <div className="flex flex-col gap-1">
      {coming !== undefined && coming > 0 && (
        <p>Önünde {coming} randevu var. Kaldırırsanız randevular defterde kalır, yenisi verilmez.</p>
      )}
      <Button icon={<DeleteIcon />} onClick={remove}>
        Listeden kaldır
      </Button>
    </div>
  )
}
