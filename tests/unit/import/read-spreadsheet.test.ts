import { describe, expect, test } from 'vitest'
import { CFB, utils, write } from 'xlsx'
import { cellsOf, refusalOf, workbook, workbookOf, workbookParts, zip } from './make-files'

const PEOPLE = [
  ['Ad Soyad', 'Telefon'],
  ['Işıl Şahin', '0532 111 22 33'],
  ['Çağrı Öğüt', '0533 444 55 66'],
]

test.each(['xlsx', 'xls', 'xlsb', 'ods'] as const)('a list is read from an .%s file', async bookType => {
  expect(await cellsOf(workbook(PEOPLE, bookType))).toEqual(PEOPLE)
})

test.each(['xlsx', 'xls'] as const)('phones typed as numbers keep all their digits (.%s)', async bookType => {
  const rows = await cellsOf(
    workbook([['Tel'], [5321234567], [905321234567], [5.321234567e9], ['05321234567']], bookType),
  )
  expect(rows.flat()).toEqual(['Tel', '5321234567', '905321234567', '5321234567', '05321234567'])
})

test('a date is a date, not a count of days', async () => {
  const sheet = utils.aoa_to_sheet([['Ayşe', 46348, 0.5]])
  Object.assign(sheet.B1, { z: 'dd.mm.yyyy' })
  const book = utils.book_new(sheet, 'Liste')
  expect(await cellsOf(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))).toEqual([
    ['Ayşe', '22.11.2026', '0.5'],
  ])
})

test('the first sheet with something in it is the list', async () => {
  expect(await cellsOf(workbookOf({ Boş: [], Müşteriler: PEOPLE, Kasa: [['Gelir']] }))).toEqual(PEOPLE)
})

test('a hidden sheet is not the list', async () => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Ayar']]), 'Ayarlar')
  utils.book_append_sheet(book, utils.aoa_to_sheet(PEOPLE), 'Müşteriler')
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] }
  expect(await cellsOf(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))).toEqual(PEOPLE)
})

test('a formula is its last result, HTML is letters', async () => {
  const row =
    '<row r="1"><c r="A1" t="str"><f>CMD()</f><v>Ayşe</v></c>' +
    '<c r="B1" t="inlineStr"><is><t>&lt;b onclick="x"&gt;Ak&lt;/b&gt;</t></is></c></row>'
  expect(await cellsOf(zip(workbookParts(row)))).toEqual([['Ayşe', '<b onclick="x">Ak</b>']])
})

test('a workbook with ZIP64 fields, as report servers stream them, is read', async () => {
  const parts = workbookParts('<row r="1"><c r="A1" t="inlineStr"><is><t>Ayşe</t></is></c></row>')
  expect(await cellsOf(zip(parts.map(part => ({ ...part, zip64: true }))))).toEqual([['Ayşe']])
})

test('a sheet that says it is a million rows long is as long as its cells', async () => {
  const parts = workbookParts('<row r="1"><c r="A1" t="inlineStr"><is><t>Ayşe</t></is></c></row>')
  const sheet = parts.at(-1)!
  sheet.content = String(sheet.content).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')
  expect(await cellsOf(zip(parts))).toEqual([['Ayşe']])
})

describe('what could harm the phone, or is no list, is refused in words', () => {
  const cell = (at: string) => `<row r="${at.replace(/\D/g, '')}"><c r="${at}"><v>1</v></c></row>`
  const good = workbook(PEOPLE)

  test.each([
    [
      'a bomb that says what it is',
      zip([...workbookParts(''), { name: 'xl/worksheets/sheet9.xml', content: '', claimedSize: 4e9 }]),
      'too-large-inside',
    ],
    ['a bomb that lies', zip(withSheet(new Uint8Array(201_000_000), 100)), 'too-large-inside'],
    [
      'thousands of files inside',
      zip(Array.from({ length: 2_001 }, (_, n) => ({ name: `xl/${n}.xml`, content: '' }))),
      'too-large-inside',
    ],
    ['an encrypted zip', zip(workbookParts('').map(part => ({ ...part, encrypted: true }))), 'encrypted'],
    ['an encrypted workbook', container('/EncryptionInfo', '/EncryptedPackage'), 'encrypted'],
    ['a download that broke off', good.slice(0, good.length / 2), 'damaged'],
    ['a workbook with a torn part', torn(good), 'damaged'],
    ['an .xls that broke off', workbook(PEOPLE, 'xls').slice(0, 700), 'damaged'],
    ['nothing but a zip', zip([{ name: 'foto.jpg', content: 'x' }]), 'not-a-list'],
    [
      'a Word document',
      zip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<w/>' },
      ]),
      'not-a-list',
    ],
    ['an old Word document', container('/WordDocument'), 'not-a-list'],
    ['16,000 columns', workbook([Array.from({ length: 16_000 }, (_, n) => n)]), 'too-many-columns'],
    ['a cell far out to the right', zip(workbookParts(cell('ZZZZZ1'))), 'too-many-columns'],
    ['20,001 rows', workbook(Array.from({ length: 20_001 }, (_, n) => [n])), 'too-many-rows'],
    ['an empty sheet', workbook([]), 'empty'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusalOf(bytes)).toBe(reason)
  })
})

function withSheet(content: Uint8Array, claimedSize: number) {
  return [...workbookParts('').slice(0, -1), { name: 'xl/worksheets/sheet1.xml', content, claimedSize }]
}

/** The outer file of an .xls, of an old Word document, and of an Excel file with a password. */
function container(...streams: string[]): Uint8Array<ArrayBuffer> {
  const file = CFB.utils.cfb_new()
  for (const stream of streams) CFB.utils.cfb_add(file, stream, new Uint8Array(4096).fill(4, 0, 1))
  return Uint8Array.from(CFB.write(file, { type: 'array' }))
}

function torn(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.slice().fill(0xff, 60, bytes.length / 2)
}
