import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryOf } from '@/lib/accounting/entry'
import { journalLines, slips } from '@/lib/accounting/journal'
import { all, anyEntries, passingBy, rowOf } from './books-by-hand'

const lines = (from: string, to: string, more = {}, codes = {}) =>
  journalLines(entryOf(rowOf(from, to, more)), codes).map(({ account, debit, credit }) => [account, debit, credit])

describe('[CA57] a row as debit and credit', () => {
  test('puts the KDV of income and of an expense into accounts of their own', () => {
    const kdv = { kdvRate: 20, kdv: 2_000 }
    expect(lines('income', 'cash', kdv)).toEqual([
      ['100', 12_000, 0],
      ['600', 0, 10_000],
      ['391', 0, 2_000],
    ])
    expect(lines('card', 'income', kdv)).toEqual([
      ['600', 10_000, 0],
      ['391', 2_000, 0],
      ['108', 0, 12_000],
    ])
    expect(lines('bank', 'expense', kdv)).toEqual([
      ['770', 10_000, 0],
      ['191', 2_000, 0],
      ['102', 0, 12_000],
    ])
    expect(lines('veresiye', 'cash')).toEqual([
      ['100', 12_000, 0],
      ['120', 0, 12_000],
    ])
  })

  test('stands under the codes that the shop chose, of one account before its kind', () => {
    const { from } = rowOf('income', 'cash')
    const chosen = { cash: '100.01', income: '601', 'kdv-out': '391.20' }
    expect(lines('income', 'cash', { kdv: 2_000 }, chosen)).toEqual([
      ['100.01', 12_000, 0],
      ['601', 0, 10_000],
      ['391.20', 0, 2_000],
    ])
    expect(lines('income', 'cash', {}, { ...chosen, [from.id]: '602.5' })[1]).toEqual(['602.5', 0, 12_000])
  })
})

test('[CA57] every slip balances, is of one day, and has no more lines than the program takes', async () => {
  await fc.assert(
    fc.asyncProperty(anyEntries, fc.integer({ min: 3, max: 20 }), async (entries, longest) => {
      const made = await all(slips(passingBy(entries), {}, longest))
      const sum = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0)
      expect(made.map(({ number }) => number)).toEqual(made.map((_, i) => i + 1))
      for (const { lines } of made) {
        expect(lines.length).toBeLessThanOrEqual(longest)
        expect(new Set(lines.map(({ entry }) => entry.date)).size).toBe(1)
        expect(sum(lines.map(({ debit }) => debit))).toBe(sum(lines.map(({ credit }) => credit)))
      }
      const entriesIn = made.flatMap(({ lines }) => [...new Set(lines.map(({ entry }) => entry.id))])
      expect(entriesIn).toEqual(entries.map(({ id }) => id))
    }),
  )
})
