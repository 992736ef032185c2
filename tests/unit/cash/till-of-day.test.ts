import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountOf, movementOf } from '@/lib/cash/movement'
import { tillOfDay } from '@/lib/cash/till-of-day'
import type { Account, AccountKind, Transfer } from '@/lib/cash/transfer'
import { newId } from '@/lib/kernel/id'

const account = (kind: AccountKind, name: string, position: number): Account => ({
  id: newId(),
  kind,
  name,
  customerId: null,
  staffId: null,
  position,
  createdAt: '2026-01-01T00:00:00.000Z',
})
const kasa = account('cash', 'Kasa', 1)
const kart = account('card', 'Kart', 2)
const banka = account('bank', 'Banka', 3)
const urun = account('income', 'Ürün', 11)
const hizmet = account('income', 'Hizmet', 10)
const kira = account('expense', 'Kira', 21)
const accounts = [kira, banka, urun, kasa, hizmet, kart]

const transfer = (from: Account, to: Account, amount: number, other: Partial<Transfer> = {}): Transfer => ({
  id: newId(),
  fromAccountId: from.id,
  toAccountId: to.id,
  amount,
  eventAt: '2026-11-22T09:00:00.000Z',
  createdAt: null,
  createdBy: newId(),
  appointmentId: null,
  saleId: null,
  lineId: null,
  kdv: 0,
  reversesId: null,
  note: null,
  ...other,
})
const opposite = (one: Transfer): Transfer => ({
  ...one,
  id: newId(),
  fromAccountId: one.toAccountId,
  toAccountId: one.fromAccountId,
  reversesId: one.id,
})

describe('the till', () => {
  test('adds up income by where it went, expense, and what is left', () => {
    const day = [
      transfer(hizmet, kasa, 25_000),
      transfer(urun, kasa, 9_950),
      transfer(hizmet, kart, 40_000),
      transfer(hizmet, banka, 1),
      transfer(kasa, kira, 30_000),
    ]
    expect(tillOfDay(day, accounts)).toEqual({
      incomeBy: { cash: 34_950, card: 40_000, bank: 1, veresiye: 0, kapora: 0 },
      income: 74_951,
      expense: 30_000,
      net: 44_951,
      collected: 0,
      kapora: 0,
    })
  })

  test('does not call it income when cash is carried to the bank', () => {
    expect(tillOfDay([transfer(kasa, banka, 50_000)], accounts)).toMatchObject({ income: 0, expense: 0, net: 0 })
  })

  test('shows yesterday’s income taken back today as a loss of today', () => {
    expect(tillOfDay([opposite(transfer(hizmet, kasa, 25_000))], accounts)).toMatchObject({
      incomeBy: { cash: -25_000 },
      net: -25_000,
    })
  })

  const places = [kasa, kart, banka]
  const anyTransfer = fc
    .record({
      amount: fc.integer({ min: 1, max: 100_000_000_000 }),
      place: fc.constantFrom(...places),
      category: fc.constantFrom(hizmet, urun, kira),
    })
    .map(({ amount, place, category }) =>
      category.kind === 'income' ? transfer(category, place, amount) : transfer(place, category, amount),
    )
  const anyDay = fc.array(anyTransfer, { maxLength: 40 })
  const shuffled = (day: Transfer[]) => fc.shuffledSubarray(day, { minLength: day.length })

  test('comes out the same in any order', () => {
    fc.assert(
      fc.property(
        anyDay.chain(day => fc.tuple(fc.constant(day), shuffled(day))),
        ([day, mixed]) => {
          expect(tillOfDay(mixed, accounts)).toEqual(tillOfDay(day, accounts))
        },
      ),
    )
  })

  test('is as if nothing had been once everything is taken back, in any order', () => {
    fc.assert(
      fc.property(
        anyDay.chain(day => shuffled([...day, ...day.map(opposite)])),
        day => {
          expect(tillOfDay(day, accounts)).toEqual(tillOfDay([], accounts))
        },
      ),
    )
  })

  test('stays in whole kuruş, and income less expense is what is left', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const till = tillOfDay(day, accounts)
        for (const sum of [...Object.values(till.incomeBy), till.income, till.expense, till.net]) {
          expect(Number.isSafeInteger(sum)).toBe(true)
        }
        expect(till.income - till.expense).toBe(till.net)
      }),
    )
  })
})

describe('a movement', () => {
  const byId = new Map(accounts.map(one => [one.id, one]))

  test('is a gain when income comes in or an expense is taken back, a loss the other way round', () => {
    const [sale, rent] = [transfer(hizmet, kart, 100), transfer(kasa, kira, 100)]
    expect(movementOf(sale, byId)).toMatchObject({ way: kart, category: hizmet, signed: 100 })
    expect(movementOf(opposite(sale), byId)).toMatchObject({ way: kart, category: hizmet, signed: -100 })
    expect(movementOf(rent, byId)).toMatchObject({ way: kasa, category: kira, signed: -100 })
    expect(movementOf(opposite(rent), byId)).toMatchObject({ way: kasa, category: kira, signed: 100 })
  })

  test('between two places, or with an account the phone does not know, is none', () => {
    expect(movementOf(transfer(kasa, banka, 100), byId)).toBeNull()
    expect(movementOf(transfer(account('income', 'Yeni', 1), kasa, 100), byId)).toBeNull()
  })
})

test('money for a service is booked under the shop’s first income account', () => {
  expect(accountOf(accounts, 'income')).toBe(hizmet)
  expect(accountOf([kasa], 'card')).toBeUndefined()
})
