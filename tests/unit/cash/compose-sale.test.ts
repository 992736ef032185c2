import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sell } from '@/lib/cash/commands/sell'
import { composeSale, type Draft, type Ware } from '@/lib/cash/compose-sale'
import { kdvIn, kdvRates } from '@/lib/cash/kdv'
import { type WayKind, wayKinds } from '@/lib/cash/movement'
import { ownAccount } from '@/lib/cash/own-account'
import { grossOf } from '@/lib/cash/sale'
import { newId } from '@/lib/kernel/id'

const [hizmet, urun, chair, customer, service] = Array.from({ length: 5 }, newId) as [
  string,
  string,
  string,
  string,
  string,
]
const places = { cash: newId(), card: newId(), bank: newId() }

const haircut: Ware = {
  accountId: hizmet,
  serviceId: service,
  staffId: chair,
  appointmentId: null,
  name: null,
  price: 40_000,
  kdvRate: 20,
}
const shampoo: Ware = { ...haircut, accountId: urun, serviceId: null, staffId: null, name: 'Şampuan', price: 10_000 }
const draft = (more: Partial<Draft>): Draft => ({
  customerId: customer,
  appointmentId: null,
  wares: [haircut],
  amount: 40_000,
  tipTo: null,
  note: null,
  ways: { cash: 40_000 },
  ...more,
})
const compose = (more: Partial<Draft> = {}) => composeSale(draft(more), kind => places[kind])
const total = (amounts: readonly { amount: number }[]) => amounts.reduce((sum, { amount }) => sum + amount, 0)

describe('a sale that somebody makes up', () => {
  test('at its price, paid in one way, is one line and one transfer', () => {
    const { lines, transfers, opens } = compose()
    expect(lines).toMatchObject([{ staffId: chair, serviceId: service, unitPrice: 40_000, discount: 0 }])
    expect(transfers).toMatchObject([{ fromAccountId: hizmet, toAccountId: places.cash, amount: 40_000, kdv: 6_667 }])
    expect(opens).toEqual([])
  })

  test('[CA19] for less gives every line its share of the discount', () => {
    const { lines } = compose({ wares: [haircut, shampoo], amount: 45_000, ways: { cash: 45_000 } })
    expect(lines.map(({ discount }) => discount)).toEqual([4_000, 1_000])
  })

  test('[CA19] [CA10] for more is a higher price, or the chair’s tip', () => {
    const more = { amount: 45_000, ways: { cash: 45_000 } }
    expect(compose(more).lines).toMatchObject([{ unitPrice: 45_000, discount: 0 }])
    const { lines, transfers, opens } = compose({ ...more, tipTo: chair })
    expect(lines).toMatchObject([{ unitPrice: 40_000 }])
    expect(opens).toEqual([ownAccount('staff', chair)])
    expect(transfers.at(-1)).toMatchObject({ lineId: null, fromAccountId: opens[0]!.id, amount: 5_000, kdv: 0 })
  })

  test('[CA7] paid in every way at once: the debt and the kapora first, so that a tip is what lies on the counter', () => {
    const ways = { cash: 12_000, card: 10_000, veresiye: 15_000, kapora: 8_000 }
    const { transfers, opens } = compose({ amount: 45_000, ways, tipTo: chair })
    const [debt, ahead] = [ownAccount('veresiye', customer), ownAccount('kapora', customer)]
    expect(transfers.map(({ toAccountId, amount }) => [toAccountId, amount])).toEqual([
      [ahead.id, 8_000],
      [debt.id, 15_000],
      [places.card, 10_000],
      [places.cash, 7_000],
      [places.cash, 5_000],
    ])
    expect(opens.map(({ kind }) => kind).sort()).toEqual(['kapora', 'staff', 'veresiye'])
  })

  test('nobody without a name owes anything, and what does not add up is no sale', () => {
    expect(() => compose({ customerId: null, ways: { veresiye: 40_000 } })).toThrow(RangeError)
    expect(() => compose({ ways: { cash: 39_999 } })).toThrow(RangeError)
  })

  test('[CA5] [CA6] [CA7] is always one that the database takes: to the kuruş, and to the kuruş of KDV', () => {
    const ware = fc
      .record({ price: fc.integer({ min: 1, max: 5_000_000 }), kdvRate: fc.constantFrom(...kdvRates) })
      .map(given => ({ ...haircut, ...given }))
    const sale = fc
      .record({
        wares: fc.array(ware, { minLength: 1, maxLength: 8 }),
        amount: fc.integer({ min: 1, max: 20_000_000 }),
        tips: fc.boolean(),
        cuts: fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 }),
      })
      .map(({ wares, amount, tips, cuts }): Partial<Draft> => {
        const marks = [0, ...cuts.map(cut => Math.floor((amount * cut) / 1_000)).sort((a, b) => a - b), amount]
        const ways = Object.fromEntries(wayKinds.map((kind: WayKind, i) => [kind, marks[i + 1]! - marks[i]!]))
        return { wares, amount, tipTo: tips ? chair : null, ways }
      })
    fc.assert(
      fc.property(sale, more => {
        const selling = sell.args.parse(compose(more))
        expect(total(selling.transfers)).toBe(more.amount)
        for (const line of selling.lines) {
          const own = selling.transfers.filter(({ lineId }) => lineId === line.id)
          expect(total(own)).toBe(grossOf(line))
          const kdv = own.reduce((sum, leg) => sum + leg.kdv, 0)
          expect(kdv).toBe(kdvIn(grossOf(line), line.kdvRate))
          // Matrah and KDV of the parts make up the parts, and the parts the line.
          expect(own.every(leg => leg.kdv >= 0 && leg.kdv <= leg.amount)).toBe(true)
          expect(line.discount === 0 || line.unitPrice > grossOf(line)).toBe(true)
        }
      }),
    )
  })
})
