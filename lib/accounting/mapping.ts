import { z } from 'zod'
import { directions } from './entry'
import defterBeyanGelir from './mappings/defter-beyan-gelir.json'
import defterBeyanGider from './mappings/defter-beyan-gider.json'
import genel from './mappings/genel.json'
import luca from './mappings/luca.json'
import zirve from './mappings/zirve.json'

// Accountants' programs take tables, each in its own columns, and change them: so the columns are data (mappings/*.json), one file a program.
// A column has a title and the field that fills it; without a field it stays empty, for we do not have what it asks for.

/** What a column of a table of entries can hold. */
export const entryFields = [
  'date',
  'direction',
  'gross',
  'kdvRate',
  'base',
  'kdv',
  'payment',
  'isCard',
  'category',
  'description',
  'words',
  'documentKind',
  'documentNo',
  'documentDay',
  'counterparty',
  'from',
  'to',
  'corrects',
  'reference',
] as const

/** What a column of a table of journal lines can hold. */
export const journalFields = [
  'slip',
  'date',
  'slipWords',
  'account',
  'documentNo',
  'documentDay',
  'words',
  'debit',
  'credit',
] as const

const columnsOf = <Field extends string>(fields: readonly Field[]) =>
  z.array(
    z.strictObject({
      title: z.string().min(1),
      field: z.enum(fields as readonly [Field, ...Field[]]).optional(),
      width: z.number().optional(),
    }),
  )

const about = { title: z.string(), sheet: z.string().max(31), source: z.string() }

const entryMapping = z.strictObject({
  ...about,
  rows: z.literal('entries'),
  /** Only rows of these directions; left out: all. */
  only: z.array(z.enum(directions)).optional(),
  columns: columnsOf(entryFields),
})

const journalMapping = z.strictObject({
  ...about,
  rows: z.literal('journal'),
  linesPerSlip: z.int().min(3).optional(),
  slipsPerFile: z.int().min(1).optional(),
  columns: columnsOf(journalFields),
})

export type EntryMapping = z.output<typeof entryMapping>
export type JournalMapping = z.output<typeof journalMapping>

/** Read when the server starts: a file with a field that is none is refused there, by its name. */
export const mappings = {
  genel: entryMapping.parse(genel),
  'defter-beyan-gelir': entryMapping.parse(defterBeyanGelir),
  'defter-beyan-gider': entryMapping.parse(defterBeyanGider),
  luca: journalMapping.parse(luca),
  zirve: journalMapping.parse(zirve),
}
