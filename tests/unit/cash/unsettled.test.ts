import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDebts } from '@/lib/cash/ageing'
import type { Account, Transfer } from '@/lib/cash/transfer'
import { unsettled, worth } from '@/lib/cash/unsettled'
import { addMinutes } from '@/lib/kernel/zone'

const veresiye: Account = {
  id: 'veresiye',
  kind: 'veresiye',
  name: 'Veresiye',
  customerId: 'Işıl',
  staffId: null,
  position: 0,
  createdAt: null,
}
const own = new Set([veresiye.id])
const START = '2026-01-01T09:00:00.000Z'
const day = (n: number) => addMinutes(START, n * 24 * 60)

let made = 0
const transfer = (
  from: string,
  to: string,
  amount: number,
  onDay: number,
  reversesId: string | null = null,
): Transfer => ({
  id: `transfer ${String(made++).padStart(6, '0')}`,
  fromAccountId: from,
  toAccountId: to,
  amount,
  eventAt: day(onDay),
  createdAt: null,
  createdBy: 'Mehmet',
  appointmentId: null,
  saleId: null,
  lineId: null,
  kdv: 0,
  reversesId,
  note: null,
})
const sold = (amount: number, onDay: number) => transfer('hizmet', 'veresiye', amount, onDay)
const paid = (amount: number, onDay: number) => transfer('veresiye', 'kasa', amount, onDay)

test('[CA15] what was settled goes, and what came after stays', () => {
  const all = [sold(100, 1), paid(100, 2), sold(50, 3), paid(20, 4)]
  expect([...unsettled(all, [veresiye], day(10))]).toEqual([all[2]!.id, all[3]!.id])
})

test('[CA15] what was settled too lately stays whole, though the debt is old', () => {
  const all = [sold(100, 1), paid(100, 9)]
  expect(unsettled(all, [veresiye], day(5)).size).toBe(2)
  expect(unsettled(all, [veresiye], day(9)).size).toBe(0)
})

test('[CA15] without what is left out everything owed is owed, and for as long', () => {
  const one = fc.record({
    amount: fc.constantFrom(100, 200, 300),
    onDay: fc.nat(300),
    pays: fc.boolean(),
    // What is sold on a line is given back after it, if ever.
    givesBack: fc.option(fc.record({ amount: fc.constantFrom(100, 200, 300), later: fc.nat(200) })),
    takenBack: fc.nat(5).map(n => n === 0),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.nat(300), (list, until) => {
      const all = list.flatMap(({ amount, onDay, pays, givesBack, takenBack }, i) => {
        const it = pays ? paid(amount, onDay) : { ...sold(amount, onDay), lineId: `line ${i}` }
        if (takenBack) return [it, transfer(it.toAccountId, it.fromAccountId, amount, onDay, it.id)]
        if (pays || !givesBack) return [it]
        const back = transfer('veresiye', 'hizmet', givesBack.amount, onDay + givesBack.later)
        return [it, { ...back, lineId: it.lineId }]
      })
      const kept = unsettled(all, [veresiye], day(until))
      // A phone has what is recent besides.
      const onPhone = all.filter(({ id, eventAt }) => kept.has(id) || eventAt > day(until))
      expect(worth(onPhone, own)).toBe(worth(all, own))
      expect(openDebts(onPhone, own)).toEqual(openDebts(all, own))
    }),
  )
})
