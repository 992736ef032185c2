import type { Entry } from './entry'

/** An entry as it stands in the JSON file, in one line, its fields always in this order: what the schema describes and the checksum is made of. */
export const lineOf = (entry: Entry): string =>
  JSON.stringify({
    date: entry.date,
    direction: entry.direction,
    gross: entry.gross,
    kdvRate: entry.kdvRate,
    base: entry.base,
    kdv: entry.kdv,
    paymentKind: entry.paymentKind,
    category: entry.category,
    description: entry.description,
    documentKind: entry.documentKind,
    documentNumber: entry.documentNo,
    documentDate: entry.documentDay,
    counterparty: entry.counterparty,
    fromAccount: entry.from.name,
    toAccount: entry.to.name,
    corrects: entry.corrects,
    reference: entry.id,
  })
