import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageingOf, openDebts } from '@/lib/cash/ageing'
import { balancesOf } from '@/lib/cash/balances'
import type { Transfer } from '@/lib/cash/transfer'
import { newId } from '@/lib/kernel/id'
import { addDays, instantAt } from '@/lib/kernel/zone'

const zone = 'Europe/Istanbul'
const today = '2026-11-25'
const mine = new Set(['veresiye', 'veresiye of who turned out to be him'])
const daysAgo = (days: number) => instantAt(addDays(today, -days), 14 * 60, zone)

const transfer = (from: string, to: string, amount: number, days: number): Transfer => ({
  id: newId(),
  fromAccountId: from,
  toAccountId: to,
  amount,
  eventAt: daysAgo(days),
  createdAt: null,
  createdBy: newId(),
  appointmentId: null,
  saleId: null,
  lineId: null,
  kdv: 0,
  reversesId: null,
  note: null,
})
const sold = (amount: number, days: number, account = 'veresiye') => ({
  ...transfer('hizmet', account, amount, days),
  lineId: newId(),
})
const collected = (amount: number, days: number) => transfer('veresiye', 'kasa', amount, days)
const takenBack = (one: Transfer): Transfer => ({
  ...transfer(one.toAccountId, one.fromAccountId, one.amount, 0),
  reversesId: one.id,
})
/** What was sold on veresiye, given back off the debt. */
const givenBack = (one: Transfer, amount: number, days: number) => ({
  ...transfer('veresiye', 'hizmet', amount, days),
  lineId: one.lineId,
})
const lefts = (transfers: Transfer[]) => openDebts(transfers, mine).map(({ left }) => left)

describe('[CA12] what is given back off the debt', () => {
  test('ends the debt of what came back, and pays nobody else’s line', () => {
    const [old, returned] = [sold(100_000, 100), sold(50_000, 0)]
    const back = givenBack(returned, 50_000, 0)
    expect(openDebts([old, returned, back], mine)).toEqual([{ transfer: old, left: 100_000 }])
    expect(lefts([old, returned, { ...back, amount: 20_000 }])).toEqual([100_000, 30_000])
    expect(lefts([old, returned, back, takenBack(back)])).toEqual([100_000, 50_000])
  })

  test('pays the oldest debt with what is over: a thing that was paid in part, or not on veresiye', () => {
    const [old, returned] = [sold(100_000, 100), sold(50_000, 0)]
    expect(lefts([old, returned, givenBack(returned, 60_000, 0)])).toEqual([90_000])
    expect(lefts([old, givenBack(sold(1, 0), 30_000, 0)])).toEqual([70_000])
    // Paid for already, and now given back: what was paid is free for the other.
    expect(lefts([returned, collected(50_000, 0), givenBack(returned, 50_000, 0), old])).toEqual([50_000])
  })
})

describe('[CA12] a payment', () => {
  test('pays the oldest debt first, in part if it must, whatever came in first', () => {
    const [old, young] = [sold(40_000, 70), sold(30_000, 10)]
    expect(lefts([young, collected(50_000, 5), old])).toEqual([20_000])
    expect(lefts([collected(15_000, 5), young, old])).toEqual([25_000, 30_000])
  })

  test('that was taken back has paid nothing, and a debt that was taken back is none', () => {
    const [debt, payment] = [sold(40_000, 20), collected(40_000, 10)]
    expect(lefts([debt, payment])).toEqual([])
    expect(lefts([debt, payment, takenBack(payment)])).toEqual([40_000])
    expect(lefts([debt, takenBack(debt)])).toEqual([])
  })

  test('[CA14] reaches what somebody owed who turned out to be him', () => {
    expect(
      lefts([sold(10_000, 40, 'veresiye of who turned out to be him'), sold(5_000, 3), collected(12_000, 1)]),
    ).toEqual([3_000])
  })

  test('leaves what the balance says, in whatever order everything is heard', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    const one = fc.record({ amount, days: fc.nat(200), pays: fc.boolean(), of: fc.option(fc.nat()) })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (list, order) => {
        const moved = list.map(({ amount, days, pays }) => (pays ? collected : sold)(amount, days))
        // Some of what went out was given back of something.
        const transfers = moved.map((it, i) => {
          const of = list[i]!.of === null ? undefined : moved[list[i]!.of % moved.length]
          return list[i]!.pays && of ? { ...it, lineId: of.lineId } : it
        })
        const shuffled = transfers
          .map(it => [order.next().value, it] as const)
          .sort(([a], [b]) => a - b)
          .map(([, it]) => it)
        const owed = Math.max(0, balancesOf(transfers).get('veresiye') ?? 0)
        expect(lefts(transfers).reduce((sum, left) => sum + left, 0)).toBe(owed)
        expect(openDebts(shuffled, mine)).toEqual(openDebts(transfers, mine))
      }),
    )
  })
})

test('[CA12] a debt is as old as the day it was made', () => {
  const debts = openDebts(
    [sold(1, 0), sold(2, 30), sold(4, 31), sold(8, 60), sold(16, 61), sold(32, 90), sold(64, 91)],
    mine,
  )
  expect(ageingOf(debts, today, zone)).toEqual({ upTo30: 3, upTo60: 12, upTo90: 48, older: 64 })
})
