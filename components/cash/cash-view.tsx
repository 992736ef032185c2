'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { navigate, useSearchParam } from '@/components/shop/router'
import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { DayStrip } from '@/components/ui/day-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { MoneyInIcon, MoneyOutIcon } from '@/components/ui/icons'
import { MIRRORED_DAYS } from '@/lib/cash/browser/till'
import type { Id } from '@/lib/kernel/id'
import { addDays, type Day } from '@/lib/kernel/zone'
import { DayDoors } from './day-doors'
import { DebtsRow } from './debts/debts-row'
import { RefusedClosings } from './evening/refused-closings'
import { LineSheet } from './line-sheet'
import { RefusedMoney } from './refused-money'
import { TillRow } from './till-row'
import { TillSummary } from './till-summary'
import { useOpenDay } from './use-open-day'
import { useTill } from './use-till'

const DayEndView = later(() => import('./evening/day-end-view').then(module => module.DayEndView))
const MonthView = later(() => import('./month/month-view').then(module => module.MonthView))
const DebtsView = later(() => import('./debts/debts-view').then(module => module.DebtsView))
const IncomeSheet = later(() => import('./selling/income-sheet').then(module => module.IncomeSheet))
const ExpenseSheet = later(() => import('./expense-sheet').then(module => module.ExpenseSheet))

type Open = { kind: 'income' | 'expense' } | { kind: 'line'; id: Id }

/** Kasa; the end of the day (`?gunsonu`), the month (`?ay`) and who owes what (`?veresiye`) have addresses of their own in it. */
export function CashView() {
  const { me } = useShop()
  const [dayEnd, month, debts] = [useSearchParam('gunsonu'), useSearchParam('ay'), useSearchParam('veresiye')]
  if (dayEnd !== null) return <DayEndView />
  if (month !== null) return <MonthView />
  // Who may not see the till has only his own part of what is owed.
  return debts === null || !me.seesTill ? <Till /> : <DebtsView />
}

/** What came in and went out on a day; money that moves now is written down now, on whatever day one is looking at. */
function Till() {
  const { me } = useShop()
  // Once today is closed what comes is tomorrow's: the till has turned the page.
  const { open: today, today: calendarDay } = useOpenDay()
  const asked = useSearchParam('gun')
  const day = asked && isMirrored(asked, today) ? asked : today
  const read = useTill(day)
  const [open, setOpen] = useState<Open | null>(null)
  const line = open?.kind === 'line' ? read?.lines.find(one => one.id === open.id) : undefined

  const goTo = (there: Day) => {
    if (isMirrored(there, today)) navigate(there === today ? '/kasa' : `/kasa?gun=${there}`, { replace: true })
  }
  const record = (kind: 'income' | 'expense') => {
    goTo(today)
    setOpen({ kind })
  }
  return (
    <main className="flex flex-1 flex-col">
      <h1 className="sr-only">Kasa</h1>
      <header className="px-gutter pt-[env(safe-area-inset-top)]">
        <DayStrip day={day} today={today} onChange={goTo} />
      </header>
      <div className="lg:flex lg:items-start">
        <div className="flex flex-col gap-3 px-gutter py-3 lg:w-88 lg:shrink-0">
          <RefusedClosings />
          <RefusedMoney />
          {!me.seesTill && <p className="text-ink-soft">Yalnızca kendi aldıklarınızı görürsünüz.</p>}
          {read && read.lines.length > 0 && <TillSummary till={read.till} />}
          {me.seesTill && <DebtsRow />}
          {me.seesTill && <DayDoors day={day} />}
        </div>
        {read && read.lines.length > 0 && (
          <ul className="min-w-0 border-line border-t lg:flex-1 lg:border-t-0 lg:border-l">
            {read.lines.map(one => (
              <li key={one.id}>
                <TillRow line={one} onSelect={() => setOpen({ kind: 'line', id: one.id })} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {read?.lines.length === 0 && (
        <EmptyState
          text={day === calendarDay ? 'Bugün henüz para girmedi, çıkmadı.' : 'Bu gün para girmemiş, çıkmamış.'}
        />
      )}
      {day === addDays(today, 1 - MIRRORED_DAYS) && (
        <p className="px-gutter py-4 text-center text-ink-soft">Telefonda son {MIRRORED_DAYS} gün durur.</p>
      )}
      {read && me.role !== 'accountant' && (
        <div
          data-foot
          className="sticky bottom-bar mt-auto grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-2 border-line border-t bg-paper px-gutter py-2 lg:bottom-0"
        >
          <Button variant="do" full icon={<MoneyInIcon />} onClick={() => record('income')}>
            Gelir
          </Button>
          <Button full icon={<MoneyOutIcon />} onClick={() => record('expense')}>
            Gider
          </Button>
        </div>
      )}

      {read && open?.kind === 'income' && <IncomeSheet accounts={read.accounts} onClose={() => setOpen(null)} />}
      {read && open?.kind === 'expense' && <ExpenseSheet accounts={read.accounts} onClose={() => setOpen(null)} />}
      {line && <LineSheet line={line} onClose={() => setOpen(null)} />}
    </main>
  )
}

const isMirrored = (day: Day, today: Day) => day <= today && day > addDays(today, -MIRRORED_DAYS)
