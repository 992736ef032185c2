import type { Cell } from '@/lib/files/cell'
import type { Books } from './books'
import { directions } from './entry'
import { periodWords } from './period'
import type { Sum, Totals } from './totals'

import { directionWords, paymentWords } from './words'

export const summaryColumns = [
  { title: 'Özet', width: 34 },
  { title: 'Tutar', width: 18 },
  { title: 'Matrah', width: 18 },
  { title: 'KDV', width: 18 },
  { title: 'Kayıt', width: 12 },
]

/** What a file states of itself behind its rows: whose it is, over which period, what it adds up to, and by what it is recognised. */
export function* summaryRows(
  { shop, period, balances }: Books,
  passed: { totals(): Totals; checksum(): string },
): Generator<Cell[]> {
  const totals = passed.totals()
  const text = (...texts: string[]): Cell[] => texts.map(one => ({ text: one }))
  const sums = ({ gross, base, kdv, count }: Sum): Cell[] => [
    { kurus: gross },
    { kurus: base },
    { kurus: kdv },
    { number: count },
  ]
  yield text('Dükkân', shop.name)
  yield text('Dönem', periodWords(period))
  yield [{ text: 'İlk gün' }, { day: period.from }]
  yield [{ text: 'Son gün' }, { day: period.to }]
  yield []
  for (const direction of directions) yield [...text(directionWords[direction]), ...sums(totals.byDirection[direction])]
  yield []
  for (const { kdvRate, ...sum } of totals.incomeByRate)
    yield [...text(kdvRate === null ? 'Gelir, KDV yok' : `Gelir, KDV %${kdvRate}`), ...sums(sum)]
  for (const { paymentKind, gross } of totals.incomeByPayment)
    yield [
      ...text(`Gelir, ${paymentKind ? paymentWords[paymentKind].toLocaleLowerCase('tr') : 'ödemesiz'}`),
      { kurus: gross },
    ]
  for (const { paymentKind, gross } of totals.expenseByPayment)
    yield [
      ...text(`Gider, ${paymentKind ? paymentWords[paymentKind].toLocaleLowerCase('tr') : 'ödemesiz'}`),
      { kurus: gross },
    ]
  yield []
  yield text('Hesap', 'Dönem başı', 'Giren', 'Çıkan', 'Dönem sonu')
  // An account that nothing ever touched is not worth a line.
  const touched = balances.filter(({ opening, received, given }) => opening !== 0 || received !== 0 || given !== 0)
  for (const { name, opening, received, given, closing } of touched)
    yield [...text(name), { kurus: opening }, { kurus: received }, { kurus: given }, { kurus: closing }]
  yield []
  yield text('Özet kodu (SHA-256)', passed.checksum())
}
