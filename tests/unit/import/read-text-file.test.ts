import { describe, expect, test } from 'vitest'
import { MAX_COLUMNS, MAX_ROWS } from '@/lib/import/limits'
import { cellsOf, fixture, refusalOf, utf8, utf16, windows1254 } from './make-files'

const LIST = 'Ad Soyad;Telefon\r\nIşıl Şahin;0532 111 22 33\r\nÇağrı Öğüt;0533 444 55 66'
const CELLS = [
  ['Ad Soyad', 'Telefon'],
  ['Işıl Şahin', '0532 111 22 33'],
  ['Çağrı Öğüt', '0533 444 55 66'],
]

describe('Turkish letters arrive whole, however the file is written', () => {
  test.each([
    ['UTF-8', utf8(LIST)],
    ['UTF-8 with a mark', utf8(`\ufeff${LIST}`)],
    ['UTF-16 with a mark', utf16(`\ufeff${LIST}`, 'le')],
    ['UTF-16 big endian with a mark', utf16(`\ufeff${LIST}`, 'be')],
    ['UTF-16 without a mark', utf16(LIST, 'le')],
    ['UTF-16 big endian without a mark', utf16(LIST, 'be')],
    ['Windows-1254', windows1254(LIST)],
  ])('%s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual(CELLS)
  })

  test('a UTF-8 file cut inside its last letter is still UTF-8', async () => {
    const bytes = utf8(`${LIST}ş`)
    expect((await cellsOf(bytes.slice(0, -1))).at(1)).toEqual(CELLS[1])
  })
})

describe('a CSV file reads the same whatever separates its fields and ends its lines', () => {
  test.each([';', ',', '\t', '|'])('fields end with %j', async delimiter => {
    expect(await cellsOf(utf8(LIST.replaceAll(';', delimiter)))).toEqual(CELLS)
  })

  test.each(['\n', '\r', '\r\n'])('lines end with %j', async lineEnd => {
    expect(await cellsOf(utf8(LIST.replaceAll('\r\n', lineEnd)))).toEqual(CELLS)
  })

  test('commas inside the fields do not mislead', async () => {
    const rows = await cellsOf(utf8('Ad;Not\nAyşe;Boya, kesim, fön\nZeynep;Kesim\nElif;Fön, maşa'))
    expect(rows[1]).toEqual(['Ayşe', 'Boya, kesim, fön'])
  })

  test('the line that Excel writes for itself is no row', async () => {
    expect(await cellsOf(utf8(`sep=;\r\n${LIST}`))).toEqual(CELLS)
  })
})

test('quoted fields keep their separators, quotes and line breaks', async () => {
  const rows = await cellsOf(fixture('berber-mehmet.csv'))
  expect(rows[1]).toEqual([
    '1',
    'Işıl Şahin',
    '0532 111 22 33',
    'isil@ornek.com',
    'Cumartesi gelir; "kısa" kesim\nikinci satır',
  ])
  expect(rows).toHaveLength(4)
})

test('a quote inside a name is a letter', async () => {
  expect(await cellsOf(utf8('Ad;Tel\nAhmet "Usta" Kaya;0532\n"Kel" Ali;0533'))).toContainEqual([
    'Ahmet "Usta" Kaya',
    '0532',
  ])
})

test('rows keep the numbers that they have in the file, blank ones are left out', async () => {
  const { readFile } = await import('@/lib/import/read-file')
  const table = await readFile(utf8('Ad;Tel\n;\nAyşe;0532 111 22 33\n\n'))
  expect(table).toMatchObject({
    ok: true,
    value: { rows: [{ number: 1 }, { number: 3, cells: ['Ayşe', '0532 111 22 33'] }] },
  })
})

test('formulas and HTML are kept as the letters that they are', async () => {
  const hostile = ['=HYPERLINK("http://ornek.com")', '+1+1', '@SUM(A1)', '-2', '<img src=x onerror=alert(1)>']
  const line = hostile.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')
  expect((await cellsOf(utf8(`a;b;c;d;e\n${line}`)))[1]).toEqual(hostile)
})

test('control characters and marks of direction are dropped from cells', async () => {
  expect((await cellsOf(utf8('Ad;Tel\nAy\u007fşe\u202e Ak;\u202a0532 111 22 33\u202c')))[1]).toEqual([
    'Ayşe Ak',
    '0532 111 22 33',
  ])
})

describe('what is no list is refused in words', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['blank lines', utf8(' \n;;\n'), 'empty'],
    ['a quoted field that never ends', utf8('Ad;Not\nAyşe;"Boya\nZeynep;Kesim'), 'damaged'],
    ['too many columns', utf8(`${'x;'.repeat(16_000)}x`), 'too-many-columns'],
    ['one column too many', utf8(`${'x;'.repeat(MAX_COLUMNS)}x`), 'too-many-columns'],
    ['one row too many', utf8('Ayşe;0532\n'.repeat(MAX_ROWS + 1)), 'too-many-rows'],
    ['a web page named .xls', utf8('<html><table><tr><td>Ayşe</td></tr></table></html>'), 'web-page'],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj'), 'not-a-list'],
    [
      'a picture named .csv',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      'not-a-list',
    ],
    ['a backup of another program', utf8('{"customers": [{"name": "Ayşe"}]}'), 'not-a-list'],
    ['20 MB and a byte', new Uint8Array(20_000_001), 'too-large'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusalOf(bytes)).toBe(reason)
  })

  test('but 200 columns and 20,000 rows are taken', async () => {
    expect(await refusalOf(utf8(`${'x;'.repeat(MAX_COLUMNS - 1)}x`))).toBe('read')
    expect(await refusalOf(utf8('Ayşe;0532\n'.repeat(MAX_ROWS)))).toBe('read')
  })
})
