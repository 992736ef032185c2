'use client'

import { useState, useSyncExternalStore } from 'react'
import { later } from '@/components/shop/later'
import { navigate, ShopLink, useSearchParam } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { DayStrip } from '@/components/ui/day-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { AddIcon, CloseIcon, OpenIcon, SettingsIcon } from '@/components/ui/icons'
import type { Staff } from '@/lib/appointments/appointment'
import { anyAppointment } from '@/lib/appointments/browser/agenda'
import { everyChair } from '@/lib/appointments/browser/chairs'
import { refusedAppointments } from '@/lib/appointments/browser/refused-appointments'
import type { Slot } from '@/lib/appointments/chair-time'
import type { Id } from '@/lib/kernel/id'
import { type Day, dayOf, type Instant } from '@/lib/kernel/zone'
import { BookSheet } from './book-sheet'
import { AppointmentRow, DayTimeline } from './day-timeline'
import { FoldedRows } from './folded-rows'
import { NowOrNextCard } from './now-or-next-card'
import { useActs } from './use-acts'
import { type Agenda, useAgenda } from './use-agenda'
import { useChairFilter } from './use-chair-filter'
import { useNow } from './use-now'

// The day is on the screen before these are read.
const RefusedCard = later(() => import('./refused-card').then(module => module.RefusedCard))
const AppointmentSheet = later(() => import('./appointment-sheet').then(module => module.AppointmentSheet))
const MoveSheet = later(() => import('./move-sheet').then(module => module.MoveSheet))
const TakeMoneySheet = later(() => import('./take-money-sheet').then(module => module.TakeMoneySheet))

/** Bugün. The day is in the address (`?gun=2026-11-23`), so that it can be linked to and survives a reload. */
export function TodayView() {
  const { shop, me } = useShop()
  const now = useNow()
  const today = dayOf(now, shop.zone)
  const asked = useSearchParam('gun')
  const day = asked && isDay(asked) ? asked : today
  const agenda = useAgenda(day)
  const begun = useLive(anyAppointment)
  const refused = useLive(refusedAppointments) ?? []
  const serving = (useLive(everyChair) ?? []).filter(chair => !chair.archivedAt)
  const [filter, setFilter] = useChairFilter(serving)

  const goTo = (there: Day) => navigate(there === today ? '/bugun' : `/bugun?gun=${there}`, { replace: true })
  return (
    <main className="flex flex-1 flex-col">
      <h1 className="sr-only">Bugün</h1>
      <header className="px-gutter pt-[env(safe-area-inset-top)]">
        <DayStrip
          day={day}
          today={today}
          onChange={goTo}
          corner={
            <ShopLink
              href="/ayarlar"
              aria-label="Ayarlar"
              title="Ayarlar"
              className="-mr-[min(0.75rem,4vw)] flex size-target shrink-0 items-center justify-center rounded-control active:bg-line"
            >
              <SettingsIcon />
            </ShopLink>
          }
          aside={serving.length > 1 && <ChairFilter chairs={serving} value={filter} onChange={setFilter} />}
        />
      </header>
      {me.role === 'accountant' ? (
        <EmptyState text="Randevuları yalnızca dükkânda çalışanlar görür." />
      ) : (
        <>
          {refused.length > 0 && (
            <div className="flex flex-col gap-2 px-gutter pt-2">
              {refused.map(one => (
                <RefusedCard key={one.seq} refused={one} now={now} />
              ))}
            </div>
          )}
          {agenda && begun !== undefined && <DayOfBook agenda={agenda} now={now} begun={begun} filter={filter} />}
        </>
      )}
    </main>
  )
}

interface ChairFilterProps {
  chairs: readonly Staff[]
  value: Id | null
  onChange: (id: Id | '') => void
}

function ChairFilter({ chairs, value, onChange }: ChairFilterProps) {
  return (
    <div className="relative max-w-28 self-center">
      <select
        aria-label="Kimin randevuları"
        value={value ?? ''}
        onChange={event => onChange(event.target.value)}
        className="field-sizing-content min-h-target max-w-full appearance-none text-ellipsis rounded-control bg-transparent py-1 pr-8 pl-2 text-do"
      >
        <option value="">Hepsi</option>
        {chairs.map(chair => (
          <option key={chair.id} value={chair.id}>
            {chair.name}
          </option>
        ))}
      </select>
      <OpenIcon className="pointer-events-none absolute top-1/2 right-2 size-5 -translate-y-1/2 text-do" />
    </div>
  )
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

type Open = { kind: 'book'; gap?: Slot } | { kind: 'appointment' | 'take' | 'move'; id: Id }

interface DayOfBookProps {
  agenda: Agenda
  now: Instant
  /** There is something in the book, on whatever day. */
  begun: boolean
  filter: Id | null
}

function DayOfBook({ agenda, now, begun, filter }: DayOfBookProps) {
  const { shop } = useShop()
  const { mark } = useActs()
  const wide = useWide()
  const [open, setOpen] = useState<Open | null>(null)

  const chairs = filter ? [filter] : agenda.chairs.map(chair => chair.id)
  const shown = agenda.appointments.filter(one => chairs.includes(one.staffId))
  const cancelled = shown.filter(one => one.status === 'cancelled')
  const columns = wide ? chairs.map(id => [id]) : [chairs]
  const close = () => setOpen(null)
  const openAppointment = (id: Id) => setOpen({ kind: 'appointment', id })
  const item = open && open.kind !== 'book' ? agenda.items.get(open.id) : undefined

  return (
    <>
      {agenda.day === dayOf(now, shop.zone) && (
        <div className="px-gutter pt-2 empty:hidden">
          <NowOrNextCard
            appointments={shown}
            items={agenda.items}
            now={now}
            onOpen={({ appointment }) => openAppointment(appointment.id)}
            onFinish={({ appointment }) => setOpen({ kind: 'take', id: appointment.id })}
            onArrived={({ appointment }) => mark(appointment, 'arrived')}
          />
        </div>
      )}
      {begun ? (
        <div className="mt-2 border-line border-t lg:flex lg:items-start lg:overflow-x-auto">
          {columns.map(ids => (
            <section key={ids.join()} className="lg:min-w-64 lg:flex-1 lg:border-line lg:border-r">
              {wide && (
                <h2 className="px-gutter py-2 font-semibold">
                  {agenda.chairs.find(chair => chair.id === ids[0])?.name}
                </h2>
              )}
              <DayTimeline
                agenda={agenda}
                chairs={ids}
                now={now}
                namesChair={ids.length > 1}
                onOpen={openAppointment}
                onGap={gap => setOpen({ kind: 'book', gap })}
              />
            </section>
          ))}
        </div>
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
      {cancelled.length > 0 && (
        <FoldedRows icon={<CloseIcon className="size-5" />} label={`İptal edilen ${cancelled.length} randevu`}>
          {cancelled.map(({ id }) => (
            <li key={id}>
              <AppointmentRow item={agenda.items.get(id)!} onOpen={openAppointment} />
            </li>
          ))}
        </FoldedRows>
      )}
      {begun && (
        <div className="pointer-events-none sticky bottom-bar mt-auto flex justify-end p-gutter lg:bottom-0">
          <span className="pointer-events-auto">
            <Button variant="do" aria-label="Randevu ekle" icon={<AddIcon />} onClick={() => setOpen({ kind: 'book' })}>
              Ekle
            </Button>
          </span>
        </div>
      )}

      {open?.kind === 'book' && (
        <BookSheet day={agenda.day} staffId={open.gap?.staffId ?? filter} gap={open.gap} onClose={close} />
      )}
      {item && open?.kind === 'appointment' && (
        <AppointmentSheet
          item={item}
          agenda={agenda}
          now={now}
          onClose={close}
          onTakeMoney={() => setOpen({ kind: 'take', id: item.appointment.id })}
          onMove={() => setOpen({ kind: 'move', id: item.appointment.id })}
        />
      )}
      {item && open?.kind === 'take' && <TakeMoneySheet item={item} onClose={close} />}
      {item && open?.kind === 'move' && <MoveSheet item={item} onClose={close} />}
    </>
  )
}

/** From here on each chair has a column of its own. */
const WIDE = '(min-width: 64rem)'

const useWide = () =>
  useSyncExternalStore(
    listener => {
      const query = matchMedia(WIDE)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(WIDE).matches,
    () => false,
  )
