import { type Cell, textCell } from '@/lib/files/cell'
import type { Entry } from './entry'
import type { EntryMapping, entryFields } from './mapping'
import { directionWords, documentWords, paymentWords, wordsOf } from './words'

type Field = (typeof entryFields)[number]

const cells: Record<Field, (entry: Entry) => Cell> = {
  date: ({ date }) => ({ day: date }),
  direction: ({ direction }) => ({ text: directionWords[direction] }),
  gross: ({ gross }) => ({ kurus: gross }),
  kdvRate: ({ kdvRate }) => (kdvRate === null ? null : { number: kdvRate }),
  base: ({ base }) => ({ kurus: base }),
  kdv: ({ kdv }) => ({ kurus: kdv }),
  payment: ({ paymentKind }) => textCell(paymentKind && paymentWords[paymentKind]),
  isCard: ({ paymentKind }) => textCell(paymentKind === 'kart' ? 'Evet' : null),
  category: ({ category }) => textCell(category),
  description: ({ description }) => textCell(description),
  words: entry => textCell(wordsOf(entry)),
  documentKind: ({ documentKind }) => textCell(documentKind && documentWords(documentKind)),
  documentNo: ({ documentNo }) => textCell(documentNo),
  documentDay: ({ documentDay }) => (documentDay ? { day: documentDay } : null),
  counterparty: ({ counterparty }) => textCell(counterparty),
  from: ({ from }) => textCell(from.name),
  to: ({ to }) => textCell(to.name),
  corrects: ({ corrects }) => textCell(corrects),
  reference: ({ id }) => textCell(id),
}

/** A row in the columns of a program; null: the program does not want rows like this one. */
export function entryCells(entry: Entry, { only, columns }: EntryMapping): Cell[] | null {
  if (only && !only.includes(entry.direction)) return null
  return columns.map(({ field }) => (field ? cells[field](entry) : null))
}
