import { describe, expect, test } from 'vitest'
import { type Entry, tillEntries } from '@/lib/cash/till-entries'
import type { Account, AccountKind, Transfer } from '@/lib/cash/transfer'
import { newId } from '@/lib/kernel/id'

const account = (kind: AccountKind, name: string): Account => ({
  id: newId(),
  kind,
  name,
  customerId: null,
  staffId: null,
  position: 1,
  createdAt: null,
})
const kinds = ['cash', 'card', 'bank', 'income', 'expense', 'veresiye', 'kapora', 'staff', 'opening'] as const
const [kasa, kart, banka, hizmet, kira, veresiye, kapora, chair, devir] = kinds.map(kind => account(kind, kind)) as [
  Account,
  ...Account[],
] as Account[] & { [n: number]: Account }
const accounts = new Map([kasa, kart, banka, hizmet, kira, veresiye, kapora, chair, devir].map(one => [one!.id, one!]))

const transfer = (
  from: Account | undefined,
  to: Account | undefined,
  amount: number,
  more: Partial<Transfer> = {},
): Transfer => ({
  id: newId(),
  fromAccountId: from!.id,
  toAccountId: to!.id,
  amount,
  eventAt: '2026-11-25T09:00:00.000Z',
  createdAt: null,
  createdBy: newId(),
  appointmentId: null,
  saleId: null,
  lineId: null,
  kdv: 0,
  reversesId: null,
  note: null,
  ...more,
})
const back = (one: Transfer): Transfer => ({
  ...one,
  id: newId(),
  fromAccountId: one.toAccountId,
  toAccountId: one.fromAccountId,
  reversesId: one.id,
})
const entries = (transfers: Transfer[], reversals: Transfer[] = []) => tillEntries(transfers, reversals, accounts)
const short = ({ kind, amount, sign, ways }: Entry) => [
  kind,
  sign * amount || amount,
  ways.map(way => way.kind).join('+'),
]

describe('the lines of the till', () => {
  test('a sale is one line, however many services it had and ways it was paid', () => {
    const saleId = newId()
    const lines = [newId(), newId()]
    const sale = [
      transfer(hizmet, veresiye, 10_000, { saleId, lineId: lines[0] }),
      transfer(hizmet, kasa, 30_000, { saleId, lineId: lines[0] }),
      transfer(hizmet, kasa, 20_000, { saleId, lineId: lines[1] }),
      transfer(chair, kasa, 5_000, { saleId }),
    ]
    const [entry, ...rest] = entries(sale)
    expect(rest).toEqual([])
    expect(entry).toMatchObject({
      id: saleId,
      kind: 'sale',
      amount: 65_000,
      ways: [
        { kind: 'veresiye', amount: 10_000 },
        { kind: 'cash', amount: 55_000 },
      ],
    })
  })

  test('taken back on the same day it stands once and says so; on another, the taking back stands for itself', () => {
    const saleId = newId()
    const sale = [transfer(hizmet, kasa, 30_000, { saleId }), transfer(hizmet, kart, 10_000, { saleId })]
    const undone = sale.map(back)
    expect(entries([...sale, ...undone], undone)).toMatchObject([{ kind: 'sale', takenBack: true }])
    expect(entries(undone)).toMatchObject([{ kind: 'sale', isBack: true, sign: -1, amount: 40_000 }])
  })

  test('half taken back is not taken back', () => {
    const saleId = newId()
    const sale = [transfer(hizmet, kasa, 30_000, { saleId }), transfer(hizmet, kart, 10_000, { saleId })]
    expect(entries([...sale], [back(sale[0]!)])).toMatchObject([{ takenBack: false }])
  })

  test.each([
    ['a refund', transfer(kasa, hizmet, 5_000, { saleId: newId(), lineId: newId() }), ['refund', -5_000, 'cash']],
    ['an expense', transfer(kasa, kira, 5_000), ['expense', -5_000, 'cash']],
    ['an income of before', transfer(hizmet, kart, 5_000), ['income', 5_000, 'card']],
    ['a debt that is paid', transfer(veresiye, banka, 5_000), ['collected', 5_000, 'bank']],
    ['a kapora', transfer(kapora, kasa, 5_000), ['kapora', 5_000, 'cash']],
    ['a kapora given back', transfer(kasa, kapora, 5_000), ['kapora-back', -5_000, 'cash']],
    ['a kapora that is kept', transfer(hizmet, kapora, 5_000), ['kapora-kept', 5_000, '']],
    ['a tip handed over', transfer(kasa, chair, 5_000), ['paid-out', -5_000, 'cash']],
    ['cash brought to the bank', transfer(kasa, banka, 5_000), ['moved', 5_000, 'bank']],
    ['a debt of before the book', transfer(devir, veresiye, 5_000), ['debt', 5_000, 'veresiye']],
  ] as const)('%s is called what it is', (_, one, expected) => {
    expect(entries([one]).map(short)).toEqual([expected])
  })
})
