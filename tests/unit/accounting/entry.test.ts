import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryOf } from '@/lib/accounting/entry'
import { adder } from '@/lib/accounting/totals'
import { anyEntries, rowOf } from './books-by-hand'

const direction = (from: string, to: string, more = {}) => {
  const { direction, gross, paymentKind, category } = entryOf(rowOf(from, to, more))
  return [direction, gross, paymentKind, category]
}

describe('[CA51] a row of the books', () => {
  test.each([
    ['a sale paid in cash', 'income', 'cash', ['gelir', 12_000, 'nakit', 'income']],
    ['a sale on veresiye', 'income', 'veresiye', ['gelir', 12_000, 'veresiye', 'income']],
    ['a sale paid by a kapora, or a kapora kept', 'income', 'kapora', ['gelir', 12_000, 'kapora', 'income']],
    ['a refund', 'card', 'income', ['gelir', -12_000, 'kart', 'income']],
    ['an expense', 'bank', 'expense', ['gider', 12_000, 'havale', 'expense']],
    ['what a chair earned', 'staff', 'shares', ['gider', 12_000, 'hakedis', 'shares']],
    ['a debt paid', 'veresiye', 'cash', ['tahsilat', 12_000, 'nakit', null]],
    ['a kapora taken', 'kapora', 'card', ['tahsilat', 12_000, 'kart', null]],
    ['a kapora given back', 'cash', 'kapora', ['odeme', 12_000, 'nakit', null]],
    ['a chair paid out', 'cash', 'staff', ['odeme', 12_000, 'nakit', null]],
    ['what the owner takes in the evening', 'cash', 'owner', ['odeme', 12_000, 'nakit', null]],
    ['cash carried to the bank', 'cash', 'bank', ['virman', 12_000, null, null]],
    ['too much in the drawer', 'surplus', 'cash', ['fark', 12_000, null, 'surplus']],
    ['too little in the drawer', 'cash', 'shortage', ['fark', -12_000, null, 'shortage']],
    ['a debt from before the book', 'opening', 'veresiye', ['mahsup', 12_000, null, null]],
  ])('is what it is to an accountant: %s', (_, from, to, expected) => {
    expect(direction(from, to)).toEqual(expected)
  })

  test('that takes another back is of its kind, with a minus', () => {
    const back = { reversesId: 'x' }
    expect(direction('cash', 'income', back)).toEqual(['gelir', -12_000, 'nakit', 'income'])
    expect(direction('income', 'cash', back)).toEqual(['gelir', 12_000, 'nakit', 'income']) // of a refund
    expect(direction('cash', 'veresiye', back)).toEqual(['tahsilat', -12_000, 'nakit', null])
    expect(direction('expense', 'cash', back)).toEqual(['gider', -12_000, 'nakit', 'expense'])
    expect(direction('bank', 'cash', back)).toEqual(['virman', -12_000, null, null])
  })

  test('tells what was written about an expense, and nothing that was written about a customer', () => {
    expect(entryOf(rowOf('cash', 'expense', { note: 'Toptancı' })).description).toBe('Toptancı')
    expect(entryOf(rowOf('income', 'cash', { note: 'Kız kardeşi ödedi' })).description).toBeNull()
    expect(entryOf(rowOf('income', 'cash', { thing: 'Şampuan', quantity: 2 })).description).toBe('2 × Şampuan')
  })
})

test('[CA53] matrah and KDV are the gross, and the totals are the rows, by whichever way they are added up', () => {
  fc.assert(
    fc.property(anyEntries, entries => {
      const { add, totals } = adder()
      for (const entry of entries) {
        expect(entry.base + entry.kdv).toBe(entry.gross)
        add(entry)
      }
      const { byDirection, incomeByRate, incomeByPayment, expenseByPayment, count } = totals()
      const sum = (list: readonly { gross: number }[]) => list.reduce((sum, { gross }) => sum + gross, 0)
      const of = (direction: string) => sum(entries.filter(entry => entry.direction === direction))
      expect(count).toBe(entries.length)
      for (const [direction, total] of Object.entries(byDirection)) expect(total.gross).toBe(of(direction))
      expect(sum(incomeByRate)).toBe(of('gelir'))
      expect(sum(incomeByPayment)).toBe(of('gelir'))
      expect(sum(expenseByPayment)).toBe(of('gider'))
    }),
  )
})
