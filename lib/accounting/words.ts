import type { Direction, Entry, PaymentKind } from './entry'

// What people read; files for programs hold the words of entry.ts.

export const directionWords: Record<Direction, string> = {
  gelir: 'Gelir',
  gider: 'Gider',
  tahsilat: 'Tahsilat',
  odeme: 'Ödeme',
  virman: 'Virman',
  fark: 'Sayım farkı',
  mahsup: 'Mahsup',
}

export const paymentWords: Record<PaymentKind, string> = {
  nakit: 'Nakit',
  kart: 'Kart',
  havale: 'Havale',
  veresiye: 'Veresiye',
  kapora: 'Kapora',
  hakedis: 'Hakediş',
}

/** A kind of document in words; one that is new there stays as it is written. */
export const documentWords = (kind: string): string => documents[kind] ?? kind

const documents: Readonly<Record<string, string>> = {
  fatura: 'Fatura',
  fis: 'Fiş',
  'gider-pusulasi': 'Gider pusulası',
  makbuz: 'Makbuz',
  diger: 'Diğer',
}

/** What a row is about in one line, for programs that have one column for it. */
export const wordsOf = (entry: Entry): string =>
  [
    entry.corrects ? `${directionWords[entry.direction]} düzeltmesi` : directionWords[entry.direction],
    entry.category ?? `${entry.from.name} → ${entry.to.name}`,
    entry.description,
    entry.counterparty,
  ]
    .filter(Boolean)
    .join(' · ')
