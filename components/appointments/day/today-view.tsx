'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { navigate, ShopLink, useSearchParam } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { DayStrip } from '@/components/ui/day-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { SettingsIcon } from '@/components/ui/icons'
import { anyAppointment } from '@/lib/appointments/browser/agenda'
import { everyChair } from '@/lib/appointments/browser/chairs'
import { type Day, dayOf } from '@/lib/kernel/zone'
import { useNow } from '../use-now'
import { ChairFilter } from './chair-filter'
import { DayOfBook } from './day-of-book'
import { useAgenda } from './use-agenda'
import { useChairFilter } from './use-chair-filter'

const MonthSheet = later(() => import('./month-sheet').then(module => module.MonthSheet))

/** Bugün. The day is in the address (`?gun=2026-11-23`), so that it can be linked to and survives a reload. */
export function TodayView() {
  const { shop, me } = useShop()
  const now = useNow()
  const today = dayOf(now, shop.zone)
  const asked = useSearchParam('gun')
  const day = asked && isDay(asked) ? asked : today
  const agenda = useAgenda(day)
  const begun = useLive(anyAppointment)
  const serving = (useLive(everyChair) ?? []).filter(chair => !chair.archivedAt)
  const [filter, setFilter] = useChairFilter(serving)
  const [month, setMonth] = useState(false)

  const goTo = (there: Day) => navigate(there === today ? '/bugun' : `/bugun?gun=${there}`, { replace: true })
  return (
    <main className="flex flex-1 flex-col">
      <h1 className="sr-only">Bugün</h1>
      <header className="px-gutter pt-[env(safe-area-inset-top)]">
        <DayStrip
          day={day}
          today={today}
          onChange={goTo}
          onName={() => setMonth(true)}
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
        agenda &&
        begun !== undefined && (
          // Until the day is read that the strip shows, nothing can be done in the day before by mistake.
          <div className="contents" inert={agenda.day !== day}>
            <DayOfBook agenda={agenda} now={now} begun={begun} filter={filter} />
          </div>
        )
      )}
      {month && (
        <MonthSheet
          day={day}
          now={now}
          filter={filter}
          onClose={() => setMonth(false)}
          onPick={there => {
            setMonth(false)
            goTo(there)
          }}
        />
      )}
    </main>
  )
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
