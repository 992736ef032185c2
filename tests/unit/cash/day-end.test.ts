import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closingMessage, differenceWords } from '@/components/cash/evening/day-words'
import { stepOf } from '@/components/cash/month/day-bars'
import { comparison } from '@/components/cash/month/month-view'
import { bookedDay, openDay } from '@/lib/cash/booked-day'
import { closeDay } from '@/lib/cash/commands/close-day'
import type { DaySummary } from '@/lib/cash/day-closing'
import { addMonths, daysOf, isMonth, lastDayOf } from '@/lib/cash/month'
import type { MonthTotals } from '@/lib/cash/month-totals'
import { type StaffShare, shareId, shareOf, shareOn } from '@/lib/cash/share'
import { newId } from '@/lib/kernel/id'

const zone = 'Europe/Istanbul'

describe('[CA30] [CA31] the day of a movement', () => {
  test('is its own, and the first open one where that is closed', () => {
    const evening = '2026-11-25T20:59:59.000Z' // a second before midnight in the shop
    expect(openDay(evening, null, zone)).toBe('2026-11-25')
    expect(openDay(evening, '2026-11-24', zone)).toBe('2026-11-25')
    expect(openDay(evening, '2026-11-25', zone)).toBe('2026-11-26')
    expect(openDay('2026-11-25T21:00:00.000Z', '2026-11-25', zone)).toBe('2026-11-26')
  })

  test('is what the server said, whatever was closed since', () => {
    expect(bookedDay({ day: '2026-11-03', eventAt: '2026-11-01T09:00:00.000Z' }, '2026-11-25', zone)).toBe('2026-11-03')
  })
})

describe('[CA35] a share', () => {
  const share = (fromDay: string, other: Partial<StaffShare>): StaffShare => ({
    id: newId(),
    staffId: 'kemal',
    fromDay,
    percent: null,
    fixed: null,
    ...other,
  })

  test('is the one that was set last before that day', () => {
    const shares = [share('2026-11-20', { fixed: 100 }), share('2026-11-01', { percent: 40 }), share('2026-11-10', {})]
    const on = (day: string) => shareOn(shares, 'kemal', day)
    expect(on('2026-10-31')).toBeUndefined()
    expect(on('2026-11-09')?.percent).toBe(40)
    expect(on('2026-11-10')).toMatchObject({ percent: null, fixed: null })
    expect(on('2026-12-01')?.fixed).toBe(100)
  })

  test('set on two phones from one day on is one share', () => {
    expect(shareId(newId(), '2026-11-01')).not.toBe(shareId(newId(), '2026-11-01'))
    const chair = newId()
    expect(shareId(chair, '2026-11-01')).toBe(shareId(chair, '2026-11-01'))
  })

  const anyShare = fc.oneof(
    fc.record({ percent: fc.integer({ min: 1, max: 100 }), fixed: fc.constant(null) }),
    fc.record({ percent: fc.constant(null), fixed: fc.integer({ min: 1, max: 100_000_000 }) }),
  )

  test('of a piece collected in parts comes to the whole one in the end, grows with what is collected, and is whole kuruş', () => {
    fc.assert(
      fc.property(
        anyShare,
        fc.integer({ min: 1, max: 100_000_000_000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rate, gross, quantity, part) => {
          const given = share('2026-11-01', rate)
          const some = shareOf({ gross, quantity, collected: Math.floor(gross * part) }, given)
          const all = shareOf({ gross, quantity, collected: gross }, given)
          expect(Number.isSafeInteger(some)).toBe(true)
          expect(some).toBeGreaterThanOrEqual(0)
          expect(some).toBeLessThanOrEqual(all)
          if (rate.fixed) expect(all).toBe(rate.fixed * quantity)
        },
      ),
    )
  })
})

describe('a closing', () => {
  const sound = {
    id: newId(),
    day: '2026-11-25',
    counted: 47_000,
    left: 10_000,
    opening: 0,
    notes: null,
    reason: null,
    opens: [],
  }
  test.each([
    ['counted below nothing', { counted: -1, left: -1 }],
    ['counted to half a kuruş', { counted: 0.5, left: 0 }],
    ['counted beyond all counting', { counted: 100_000_000_001 }],
    ['that leaves more than there is', { left: 47_001 }],
    ['whose notes are not worth what was counted', { notes: { 20000: 1 } }],
    ['with a note that nobody prints', { notes: { 47000: 1 } }],
    ['of a day that is none', { day: '2026-02-30' }],
  ])('%s is refused at the door', (_, args) => {
    expect(closeDay.args.safeParse(sound).success).toBe(true)
    expect(closeDay.args.safeParse({ ...sound, ...args }).success).toBe(false)
  })

  const summary: DaySummary = {
    version: 1,
    day: '2026-11-25',
    since: '2026-11-24',
    closedAt: '2026-11-25T17:00:00.000Z',
    flows: [
      { from: 'income', to: 'card', amount: 30_000, count: 1 },
      { from: 'income', to: 'cash', amount: 50_000, count: 2 },
      { from: 'cash', to: 'income', amount: 5_000, count: 1 },
      { from: 'veresiye', to: 'cash', amount: 7_000, count: 1 },
      { from: 'cash', to: 'expense', amount: 2_000, count: 1 },
    ],
    sales: 3,
    late: 0,
    kdv: 0,
    staff: [{ id: newId(), name: 'Kemal', earned: 16_000, tips: 500, paid: 10_000, owed: 6_500 }],
    cash: {
      began: 10_000,
      moved: 50_000,
      expected: 60_000,
      counted: 59_000,
      difference: -1_000,
      taken: 49_000,
      left: 10_000,
    },
  }

  test('is one message, with no link and to the kuruş', () => {
    expect(closingMessage('Berber Mehmet', summary, 'Para üstü')).toBe(
      `Berber Mehmet · Gün sonu
24 Kasım Salı – 25 Kasım Çarşamba

Satış: ₺750,00 (3 satış)
Nakit: ₺450,00
Kart: ₺300,00
Veresiye tahsilatı: ₺70,00
Gider: -₺20,00

Kasada olması gereken: ₺600,00
Sayılan: ₺590,00
Fark: ₺10,00 eksik (Para üstü)
Kasadan alınan: ₺490,00
Yarına kalan: ₺100,00

Kemal: hakediş ₺160,00 · bahşiş ₺5,00 · verilen ₺100,00 · alacağı ₺65,00`,
    )
  })

  test('says in words what is too much or too little', () => {
    expect([0, 250, -250].map(difference => differenceWords({ difference }))).toEqual([
      'Tam',
      '₺2,50 fazla',
      '₺2,50 eksik',
    ])
  })
})

describe('a month', () => {
  test('is followed by the next, over the turn of the year and in leap years', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2026-11', -23)).toBe('2024-12')
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
    expect(daysOf('2026-11')).toHaveLength(30)
    expect(['2026-00', '2026-13', '26-01', '2026-1', '0001-01'].filter(isMonth)).toEqual([])
  })

  test('that is not over is held against as many days of the one before', () => {
    const before = { month: '2026-10', income: 100_000 } as MonthTotals
    expect(comparison(113_000, before, '2026-11-25')).toBe('Ekim ayının ilk 25 gününde ₺1.000,00 idi: %13 fazla.')
    expect(comparison(4_113_000, before, '2026-11-25')).toBe('Ekim ayının ilk 25 gününde ₺1.000,00 idi.')
    expect(comparison(50_000, before, null)).toBe('Ekim ayında ₺1.000,00 idi: %50 az.')
    expect(comparison(50_000, { ...before, income: 0 }, null)).toBe('Ekim ayında ₺0,00 idi.')
  })

  test('has at most four steps at its side, and the highest bar fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), highest => {
        const step = stepOf(highest)
        expect(step * 4).toBeGreaterThanOrEqual(highest)
        expect(Math.ceil(highest / step)).toBeLessThanOrEqual(4)
      }),
    )
  })
})
