'use client'

import { useState, useSyncExternalStore } from 'react'
import { navigate, ShopLink, useSearchParam } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { DayStrip } from '@/components/ui/day-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { AddIcon, SettingsIcon } from '@/components/ui/icons'
import { Segmented } from '@/components/ui/segmented'
import { anyAppointment } from '@/lib/appointments/browser/agenda'
import { refusedAppointments } from '@/lib/appointments/browser/refused-appointments'
import type { Slot } from '@/lib/appointments/chair-time'
import type { Id } from '@/lib/kernel/id'
import { type Day, dayOf } from '@/lib/kernel/zone'
import { AppointmentSheet } from './appointment-sheet'
import { BookSheet } from './book-sheet'
import { AppointmentRow, DayTimeline } from './day-timeline'
import { MoveSheet } from './move-sheet'
import { NowOrNextCard } from './now-or-next-card'
import { RefusedCard } from './refused-card'
import { TakeMoneySheet } from './take-money-sheet'
import { useActs } from './use-acts'
import { type Agenda, useAgenda } from './use-agenda'
import { useChairFilter } from './use-chair-filter'
import { useNow } from './use-now'

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

  const goTo = (there: Day) => navigate(there === today ? '/bugun' : `/bugun?gun=${there}`, { replace: true })
  return (
    <main className="flex flex-1 flex-col">
      <h1 className="sr-only">Bugün</h1>
      <header className="grid grid-cols-[1fr_auto] px-gutter pt-[env(safe-area-inset-top)]">
        <DayStrip day={day} today={today} onChange={goTo} />
        <ShopLink
          href="/ayarlar"
          aria-label="Ayarlar"
          title="Ayarlar"
          className="-mr-3 flex size-target items-center justify-center rounded-control active:bg-line"
        >
          <SettingsIcon />
        </ShopLink>
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
          {agenda && begun !== undefined && <DayOfBook agenda={agenda} now={now} begun={begun} />}
        </>
      )}
    </main>
  )
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

type Open = { kind: 'book'; gap?: Slot } | { kind: 'appointment' | 'take' | 'move'; id: Id }

/** `begun`: there is something in the book, on whatever day. */
function DayOfBook({ agenda, now, begun }: { agenda: Agenda; now: string; begun: boolean }) {
  const { shop } = useShop()
  const { mark } = useActs()
  const wide = useWide()
  const [filter, setFilter] = useChairFilter(agenda.chairs)
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
      {agenda.chairs.length > 1 && (
        <div className="px-gutter pt-2">
          <Segmented
            label="Kimin randevuları"
            choices={[
              { value: '', label: 'Hepsi' },
              ...agenda.chairs.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={filter ?? ''}
            onChange={setFilter}
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
        <details className="px-gutter pt-2">
          <summary className="min-h-target content-center text-ink-soft">İptal edilenler ({cancelled.length})</summary>
          <ul className="-mx-gutter">
            {cancelled.map(({ id }) => (
              <li key={id}>
                <AppointmentRow item={agenda.items.get(id)!} onOpen={openAppointment} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {begun && (
        <div className="pointer-events-none sticky bottom-bar mt-auto flex justify-end p-gutter lg:bottom-0">
          <span className="pointer-events-auto">
            <Button variant="do" icon={<AddIcon />} onClick={() => setOpen({ kind: 'book' })}>
              Randevu ekle
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
