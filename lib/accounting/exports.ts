/** The files in which the books are given out: for people first, then for the programs of accountants. */
export const bookExports = {
  xlsx: { title: 'Excel', about: 'Bütün kayıtlar ve özet', extension: 'xlsx' },
  csv: { title: 'CSV', about: 'Noktalı virgüllü', extension: 'csv' },
  json: { title: 'JSON', about: 'Programlar için, şemasıyla', extension: 'json' },
  'defter-beyan-gelir': { title: 'Defter-Beyan gelir', about: 'Şablon sütunlarıyla Excel', extension: 'xlsx' },
  'defter-beyan-gider': { title: 'Defter-Beyan gider', about: 'Şablon sütunlarıyla Excel', extension: 'xlsx' },
  luca: { title: 'Luca', about: 'Fiş aktarımı: zip içinde Excel', extension: 'zip' },
  zirve: { title: 'Zirve', about: 'Excelden fiş aktarımı', extension: 'xlsx' },
} as const satisfies Record<string, { title: string; about: string; extension: string }>

export type ExportName = keyof typeof bookExports

export const exportNames = Object.keys(bookExports) as ExportName[]

export const isExportName = (name: unknown): name is ExportName =>
  typeof name === 'string' && Object.hasOwn(bookExports, name)
