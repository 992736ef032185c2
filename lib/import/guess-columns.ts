import { parseMoney } from '@/lib/kernel/money'
import { fold } from '@/lib/kernel/turkish-text'
import { emailsIn } from './emails-in'
import { phonesIn } from './phones-in'
import type { ColumnRole, Row, Table } from './table'

/** What the columns are taken for; the owner may correct every word of it. */
export interface ColumnMapping {
  /** Rows at the top that are no people: titles and the header. */
  skipRows: number
  roles: ColumnRole[]
}

// A title or two may stand above the header, not more.
const HEADER_WITHIN_ROWS = 10
const SAMPLE_ROWS = 200

type HeaderWord = 'given' | 'surname' | 'person' | 'phone' | 'email' | 'note' | 'debt' | 'number' | 'filler'

const WORDS: Record<HeaderWord, string> = {
  given: 'ad adi isim ismi name firstname',
  surname: 'soyad soyadi soyisim soyismi surname lastname',
  person: 'musteri musterinin musteriler customer client danisan hasta kisi uye cari unvan unvani fullname',
  phone: 'tel telefon telefonu telefonlar gsm cep phone mobile mobil whatsapp iletisim',
  email: 'eposta email mail postasi',
  note: 'not notu notlar note notes aciklama aciklamasi aciklamalar description comment yorum',
  debt: 'borc borcu borclari veresiye veresiyesi bakiye bakiyesi alacak alacagi kalan debt balance',
  number: 'no nosu num numara numarasi number',
  filler:
    'tl try tutar tutari toplam guncel ev is work home business main primary other diger yedek ikinci value adres adresi address bilgisi e',
}
const MEANING = new Map(
  (Object.keys(WORDS) as HeaderWord[]).flatMap(meaning =>
    WORDS[meaning].split(' ').map(word => [word, meaning] as const),
  ),
)

type HeaderRole = ColumnRole | 'full-name'

/** What a header says its column is, every word of it understood: `Firma Adı` is no customer's name. */
function headerRole(cell: string): HeaderRole | null {
  const words = fold(cell)
    .replace(/\be[ -]?posta\b/g, 'eposta')
    .replace(/\be[ -]mail\b/g, 'email')
    .replace(/\b(last|family) name\b/g, 'surname')
    .replace(/\b(first|given) name\b/g, 'firstname')
    .replace(/\b(full|display) name\b/g, 'fullname')
    .replace(/\bsoy (ad|isim)/g, 'soy$1')
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  const meanings = new Set(words.map(word => MEANING.get(word)))
  if (meanings.has(undefined)) return null
  if (meanings.has('email')) return 'email'
  if (meanings.has('phone')) return 'phone'
  if (meanings.has('note')) return 'note'
  if (meanings.has('debt')) return 'debt'
  if (meanings.has('number')) return null
  if (meanings.has('surname')) return meanings.has('given') ? 'full-name' : 'surname'
  if (meanings.has('given')) return 'name'
  return meanings.has('person') ? 'full-name' : null
}

/**
 * What each column is: as its header says, and where that says nothing, by what most of its cells look like. The header
 * need not be the first row, and need not be there.
 */
export function guessColumns({ rows, roles: known }: Table): ColumnMapping {
  if (known) return { skipRows: 0, roles: known }

  const headerAt = rows.slice(0, HEADER_WITHIN_ROWS).findIndex(isHeader)
  const skipRows = headerAt + 1
  const sample = rows.slice(skipRows, skipRows + SAMPLE_ROWS)
  const width = Math.max(...rows.slice(0, skipRows + SAMPLE_ROWS).map(row => row.cells.length))
  const headers = Array.from({ length: width }, (_, column) => headerRole(rows[headerAt]?.cells[column] ?? ''))

  const roles = rolesOfHeaders(headers)
  oneDebt(roles, rows[headerAt]?.cells ?? [])
  const columns = headers.map((_, column) => contentOf(sample.map(row => row.cells[column] ?? '')))
  for (const role of ['phone', 'email', 'debt'] as const) {
    // Money under a header that says something else (a price, a turnover) is no debt.
    if (roles.includes(role) || (role === 'debt' && headerAt >= 0)) continue
    for (const [index, column] of columns.entries()) {
      if (roles[index] !== 'ignore' || column[role] < 0.5) continue
      roles[index] = role
      if (role === 'debt') break
    }
  }
  if (!roles.includes('name')) guessName(roles, columns)
  return { skipRows, roles }
}

function isHeader({ cells }: Row): boolean {
  const says = cells.map(headerRole)
  return (
    says.some(role => role !== null && role !== 'note') &&
    cells.every(cell => phonesIn(cell).phones.length === 0 && emailsIn(cell).length === 0)
  )
}

/** One name only: `Name` beside `First Name` and `Last Name`, as address books export it, would say it twice. */
function rolesOfHeaders(headers: (HeaderRole | null)[]): ColumnRole[] {
  const given = headers.lastIndexOf('name')
  const full = headers.indexOf('full-name')
  const surname = headers.indexOf('surname')
  const inTwo = surname >= 0 && given >= 0
  const name = inTwo || full < 0 ? given : full
  return headers.map((role, column) => {
    if (column === name) return 'name'
    if (role === 'surname') return column === surname && (inTwo || name < 0) ? 'surname' : 'ignore'
    return role === null || role === 'name' || role === 'full-name' ? 'ignore' : role
  })
}

/** Of several columns of money owed (`Borç`, `Alacak`, `Bakiye`) the balance is what is owed now. */
function oneDebt(roles: ColumnRole[], header: string[]): void {
  const columns = roles.flatMap((role, column) => (role === 'debt' ? [column] : []))
  const kept = columns.find(column => /bakiye|kalan|balance/.test(fold(header[column] ?? ''))) ?? columns[0]
  for (const column of columns) if (column !== kept) roles[column] = 'ignore'
}

interface Content {
  /** Shares of the filled cells, 0 to 1. */
  phone: number
  email: number
  /** Amounts that say they are money: `₺250`, `1.250,50`. */
  debt: number
  name: number
  oneWord: number
}

const NAME = /^\p{L}[\p{L}\p{M}.'’ -]{1,59}$/u

function contentOf(cells: string[]): Content {
  const filled = cells.filter(cell => cell !== '')
  const share = (holds: (cell: string) => boolean) => filled.filter(holds).length / Math.max(1, filled.length)
  // A column that says the same few words over and over (a town, a service) is not a column of people.
  const variety = new Set(filled).size / Math.max(1, filled.length)
  return {
    phone: share(isPhone),
    email: share(cell => emailsIn(cell).length > 0),
    debt: share(cell => /₺|TL$|,\d\d$/i.test(cell) && parseMoney(cell).ok),
    name: variety < 0.5 ? 0 : share(cell => NAME.test(cell)) * (filled.length / Math.max(1, cells.length)),
    oneWord: share(cell => !/\s/.test(cell)),
  }
}

/** Surely: a tax number has ten digits too. */
function isPhone(cell: string): boolean {
  const { phones, doubtful } = phonesIn(cell)
  return phones.length > 0 && !doubtful
}

/** The first column that reads most like names; and the next as surnames, when both are single words. */
function guessName(roles: ColumnRole[], columns: Content[]): void {
  const scores = columns.map((column, index) => (roles[index] === 'ignore' ? column.name : 0))
  const best = scores.indexOf(Math.max(...scores))
  if ((scores[best] ?? 0) < 0.5) return
  roles[best] = 'name'
  const next = columns[best + 1]
  const inTwo =
    next && roles[best + 1] === 'ignore' && next.name >= 0.5 && next.oneWord > 0.8 && columns[best]!.oneWord > 0.5
  if (inTwo && !roles.includes('surname')) roles[best + 1] = 'surname'
}
