'use client'

import { useState } from 'react'
import { useNow } from '@/components/appointments/use-now'
import { navigate, ShopLink } from '@/components/shop/router'
import { useLive, useSend, useShop, useUnconfirmed } from '@/components/shop/shop-context'
import { useOnline } from '@/components/shop/use-online'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { DeleteIcon, LaterIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { useSnackbar } from '@/components/ui/snackbar'
import { holdsItsChair, type Staff } from '@/lib/appointments/appointment'
import { appointmentsBetween } from '@/lib/appointments/browser/agenda'
import {
  everyChair,
  everyService,
  everyWorkingHours,
  servicesOfChair,
  specialHoursFrom,
  timeOffFrom,
} from '@/lib/appointments/browser/chairs'
import { archiveStaff } from '@/lib/appointments/commands/archive-staff'
import { saveStaff } from '@/lib/appointments/commands/save-staff'
import { type StaffShare, shareOn } from '@/lib/cash/share'
import { addMinutes, dayOf } from '@/lib/kernel/zone'
import { mirror } from '@/lib/sync/browser/database'
import { HoursSheet } from '../hours/hours-sheet'
import { hoursWords, weekdays, weekdayWords } from '../hours/hours-words'
import { SettingsPage } from '../settings-page'
import { shareWords } from './chair-share'

const UP = '/ayarlar/calisanlar'

/** As far ahead as phones keep appointments. */
const AHEAD_MINUTES = 120 * 24 * 60

/** One who serves: his name, his week, what is different about him, and the way out. */
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
      <Differences id={id} />
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

/** What only some chairs need, each a page of its own. */
function Differences({ id }: { id: string }) {
  const { shop } = useShop()
  const offline = !useOnline()
  const now = useNow()
  const read = useLive(
    async database => {
      const [services, own] = await Promise.all([everyService(database), servicesOfChair(database, id)])
      const offered = services.filter(service => !service.archivedAt)
      const without = offered.filter(service => own.some(one => one.serviceId === service.id && !one.offered))
      return {
        services: without.length === 0 ? 'hepsi' : `${without.length} hizmeti yapmaz`,
        hours: (await specialHoursFrom(database, id, dayOf(now, shop.zone))).length,
        share: shareWords(
          shareOn(
            await mirror<StaffShare>(database, 'staff_shares').where('staffId').equals(id).toArray(),
            id,
            dayOf(now, shop.zone),
          ),
        ),
        off: (await timeOffFrom(database, id, now)).length,
      }
    },
    [id, now, shop.zone],
  )
  if (!read) return null
  const later = <LaterIcon className="text-ink-soft" />
  const rows = [
    { part: 'isler', title: 'Yaptığı işler', detail: read.services },
    { part: 'saatler', title: 'Farklı saatler', detail: read.hours > 0 ? `${read.hours} gün` : 'yok' },
    { part: 'hakedis', title: 'Hakediş', detail: read.share },
    { part: 'izin', title: 'İzin', detail: read.off > 0 ? `${read.off} izin` : 'yok' },
  ]
  return (
    <ul className="-mx-gutter border-line border-t">
      {rows.map(({ part, title, detail }) => (
        <li key={part}>
          <ShopLink href={`${UP}/${id}/${part}`} className="block active:bg-do-soft">
            <ListRow title={title} detail={detail} value={later} />
          </ShopLink>
        </li>
      ))}
      <li>
        <a href={`/ekip?dukkan=${shop.id}#takvim`} className="block active:bg-do-soft">
          <ListRow
            title="Takvim bağlantısı"
            detail={offline ? 'internet gerekir' : 'randevuları telefonunun takviminde görür'}
            value={later}
          />
        </a>
      </li>
    </ul>
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
  const now = useNow()
  const coming = useLive(
    async database => {
      const ahead = await appointmentsBetween(database, now, addMinutes(now, AHEAD_MINUTES))
      return ahead.filter(one => one.staffId === id && holdsItsChair(one, now)).length
    },
    [id, now],
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
