'use client'

import { useLive } from '@/components/shop/shop-context'
import { everyChair, everyService } from '@/lib/appointments/browser/chairs'
import { everyAccount } from '@/lib/cash/browser/till'
import { expenseKinds, incomeKinds, type MonthTotals } from '@/lib/cash/month-totals'
import type { AccountKind } from '@/lib/cash/transfer'
import type { Kurus } from '@/lib/kernel/money'
import { paidWords } from '../evening/day-words'
import { MoneyRows } from '../money-rows'
import { type Ranked, RankedList } from './ranked-list'

interface MonthReportsProps {
  totals: MonthTotals
  before: MonthTotals | null
}

type Row = { key: string; count?: number; amount: Kurus }

/** What a month was made of: how it was paid, what was done, who did it, what it went to. */
export function MonthReports({ totals, before }: MonthReportsProps) {
  const named = useLive(async database => ({
    accounts: new Map((await everyAccount(database)).map(account => [account.id, account])),
    services: new Map((await everyService(database)).map(service => [service.id, service.name])),
    chairs: new Map((await everyChair(database)).map(chair => [chair.id, chair.name])),
  }))
  if (!named) return null
  const { accounts, services, chairs } = named

  /** What is in either month, so that what was there once and is no more shows too. */
  const ranked = (of: (month: MonthTotals) => Row[], nameOf: (key: string) => string | undefined): Ranked[] => {
    const now = new Map(of(totals).map(row => [row.key, row]))
    const then = new Map((before ? of(before) : []).map(row => [row.key, row]))
    return [...new Set([...now.keys(), ...then.keys()])].map(key => ({
      key,
      word: nameOf(key) ?? 'Diğer',
      count: now.get(key)?.count,
      amount: now.get(key)?.amount ?? 0,
      before: before ? (then.get(key)?.amount ?? 0) : null,
    }))
  }
  const payments = ranked(
    ({ payments }) => Object.entries(payments).map(([key, amount]) => ({ key, amount })),
    kind => paidWords.find(([known]) => known === kind)?.[1],
  )
  const work = ranked(
    month =>
      month.services.map(({ serviceId, name, accountId, count, amount }) => ({
        key: `${serviceId ?? ''}|${accountId ?? ''}|${name ?? ''}`,
        count,
        amount,
      })),
    key => {
      const [serviceId = '', accountId = '', name] = key.split('|')
      return services.get(serviceId) ?? (name || accounts.get(accountId)?.name)
    },
  )
  const staff = ranked(
    month => month.staff.map(({ staffId, amount }) => ({ key: staffId ?? '', amount })),
    id => (id ? chairs.get(id) : 'Kimin yaptığı yazılmamış'),
  )
  const categories = (kinds: readonly AccountKind[]) =>
    ranked(
      month =>
        month.categories
          .filter(({ accountId }) => kinds.includes(accounts.get(accountId)?.kind ?? 'owner'))
          .map(({ accountId, amount }) => ({ key: accountId, amount })),
      id => accounts.get(id)?.name,
    )
  const taxes = [
    { word: 'Satışların içindeki KDV', amount: totals.kdvSold },
    { word: 'Giderlerin içindeki KDV', amount: totals.kdvPaid },
    { word: 'Tahsil edilen veresiye', amount: totals.collected },
  ].filter(({ amount }) => amount !== 0)
  return (
    <>
      <RankedList title="Nasıl ödendi" rows={payments} />
      <RankedList title="Ne yapıldı" rows={work} />
      <RankedList title="Kim yaptı" rows={staff} />
      <RankedList title="Gelir türleri" rows={categories(incomeKinds)} />
      <RankedList title="Gider türleri" rows={categories(expenseKinds)} tone="look" />
      {taxes.length > 0 && (
        <section aria-label="KDV ve tahsilat" className="border-line border-t pt-4 pb-6">
          <MoneyRows rows={taxes} />
        </section>
      )}
    </>
  )
}
