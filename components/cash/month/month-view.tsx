'use client'

import { useEffect } from 'react'
import { MonthFilesDoor } from '@/components/accounting/month-files-door'
import { later } from '@/components/shop/later'
import { navigate, useSearchParam } from '@/components/shop/router'
import { useShop } from '@/components/shop/shop-context'
import { Button, IconButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { EarlierIcon, LaterIcon } from '@/components/ui/icons'
import { TopBar } from '@/components/ui/top-bar'
import { isOnPhone } from '@/lib/cash/browser/month'
import { addMonths, formatMonth, isMonth, type Month, monthOf } from '@/lib/cash/month'
import type { MonthTotals } from '@/lib/cash/month-totals'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import type { Day } from '@/lib/kernel/zone'
import { MoneyRows } from '../money-rows'
import { useOpenDay } from '../use-open-day'
import { DayBars, DayTable } from './day-bars'
import { useMonth } from './use-month'

const MonthReports = later(() => import('./month-reports').then(module => module.MonthReports))

/** A month by day and by what it was made of (`?ay=2026-11`), beside the month before. */
export function MonthView() {
  const { me } = useShop()
  const { open: today } = useOpenDay()
  const newest = monthOf(today)
  const asked = useSearchParam('ay') ?? ''
  const month = isMonth(asked) && asked <= newest ? asked : newest
  const { read, again } = useMonth(month, today)
  const goTo = (there: Month) => navigate(`/kasa?ay=${there}`, { replace: true })
  useEffect(() => {
    if (asked !== month) navigate(`/kasa?ay=${month}`, { replace: true })
  }, [asked, month])

  if (!me.seesTill) return <EmptyState text="Ayı dükkân sahibi görür." />
  return (
    <>
      <TopBar title="Ay ve raporlar" back={() => navigate('/kasa')} />
      <main className="flex w-full max-w-2xl flex-1 flex-col gap-5 px-gutter py-2">
        <div className="flex items-center justify-between">
          <IconButton icon={<EarlierIcon />} label="Önceki ay" onClick={() => goTo(addMonths(month, -1))} />
          <h2 aria-live="polite" className="text-center text-name font-semibold">
            {formatMonth(month)}
          </h2>
          <IconButton
            icon={<LaterIcon />}
            label="Sonraki ay"
            disabled={month === newest}
            onClick={() => goTo(addMonths(month, 1))}
          />
        </div>
        {!read && !isOnPhone(month, today) && <p role="status">Getiriliyor…</p>}
        {read && !read.totals && (
          <EmptyState
            text="Eski aylar internetten gelir; şimdi bağlantı yok. Bu ay ile geçen ay telefonunuzda durur."
            action={<Button onClick={again}>Yeniden dene</Button>}
          />
        )}
        {read?.totals && <OneMonth today={today} totals={read.totals} before={read.before} whole={read.whole} />}
        <MonthFilesDoor month={month} />
      </main>
    </>
  )
}

interface OneMonthProps {
  today: Day
  totals: MonthTotals
  before: MonthTotals | null | undefined
  whole: boolean
}

function OneMonth({ today, totals, before, whole }: OneMonthProps) {
  const { month, income, expense, days } = totals
  return (
    <>
      <section aria-label="Ayın toplamı">
        <p className="text-ink-soft">Gelir</p>
        <p className="text-[min(2rem,9vw)]/tight font-semibold">{formatMoney(income)}</p>
        {before === null && <p className="text-ink-soft">Önceki ayla karşılaştırma için internet gerekiyor.</p>}
        {before && (
          <p className="text-ink-soft">{comparison(income, before, monthOf(today) === month ? today : null)}</p>
        )}
        <div className="mt-2">
          <MoneyRows
            rows={[
              { word: 'Gider', amount: -expense },
              { word: 'Kalan', amount: income - expense, strong: true },
            ]}
          />
        </div>
      </section>
      {days.length === 0 ? (
        <p className="py-6 text-center text-ink-soft">Bu ay para girmemiş, çıkmamış.</p>
      ) : (
        <>
          <section aria-label="Gün gün">
            <DayBars month={month} days={days} />
            <details>
              <summary className="flex min-h-target cursor-pointer items-center text-do">Gün gün tablo</summary>
              <DayTable month={month} days={days} />
            </details>
          </section>
          {whole && <MonthReports totals={totals} before={before ?? null} />}
        </>
      )}
    </>
  )
}

/** `Ekim ayının ilk 25 gününde ₺11.000,00 idi: %13 fazla`. The month that is not over is held against as many days. */
export function comparison(income: Kurus, before: MonthTotals, today: Day | null): string {
  const [name] = formatMonth(before.month).split(' ')
  const when = today ? `${name} ayının ilk ${Number(today.slice(8))} gününde` : `${name} ayında`
  const was = `${when} ${formatMoney(before.income)} idi`
  if (before.income <= 0) return `${was}.`
  const percent = Math.round(((income - before.income) / before.income) * 100)
  if (percent > 200) return `${was}.` // a month in which the shop had hardly begun: %4528 says nothing
  return percent === 0 ? `${was}: aynı.` : `${was}: %${Math.abs(percent)} ${percent > 0 ? 'fazla' : 'az'}.`
}
