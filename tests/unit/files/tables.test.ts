import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { read, utils } from 'xlsx'
import { type Cell, decimalOf } from '@/lib/files/cell'
import { BYTE_ORDER_MARK, csvLine } from '@/lib/files/csv'
import { framed, unframed } from '@/lib/files/frames'
import { workbook } from '@/lib/files/workbook'
import { utf8, zip } from '@/lib/files/zip'
import { all } from '@/tests/unit/accounting/books-by-hand'

const bytesOf = async (pieces: AsyncIterable<Uint8Array>) => Buffer.concat(await all(pieces))
const text = (text: string): Cell => ({ text })
const sheetOf = async (rows: Cell[][]) => {
  const bytes = await bytesOf(workbook('Deneme', [{ name: 'Kayıtlar', columns: [{ title: 'Ad' }], rows }]))
  return read(bytes).Sheets.Kayıtlar!
}

const formulas = [
  '=HYPERLINK("https://ornek.test";"Tıkla")',
  '+905320000101',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
  '\u200b=1+1',
  '＝1+1',
  '|cmd',
  '%0A=1+1',
]

describe('[CA58] text that a spreadsheet would run', () => {
  test.each(formulas)('is text in a CSV: %j', formula => {
    const book = read(`${BYTE_ORDER_MARK}${csvLine([text('Ad')])}${csvLine([text(formula)])}`, {
      type: 'string',
      FS: ';',
    })
    const cell = book.Sheets[book.SheetNames[0]!]!.A2
    expect(cell.t).toBe('s')
    expect(cell.f).toBeUndefined()
    expect(String(cell.v).trimStart()).toMatch(/^'/)
  })

  test.each(formulas)('is text in a workbook, and stays as it was written: %j', async formula => {
    const { A2 } = await sheetOf([[text(formula)]])
    expect(A2).toMatchObject({ t: 's', v: formula.replace('\r', '\n') })
    expect(A2.f).toBeUndefined()
  })

  test('a semicolon in a name does not open another cell', () => {
    expect(csvLine([text('a";=1+1;"b'), { kurus: -1_050 }])).toBe('"a"";=1+1;""b";-10,50\r\n')
  })
})

test('amounts are exact to the kuruş, however large', () => {
  for (const [kurus, shown] of [
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [-123_450, '-1234.50'],
    [9_007_199_254_740_991, '90071992547409.91'],
  ] as const)
    expect(decimalOf(kurus, '.')).toBe(shown)
})

test('any text comes out of a workbook as it went in, but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 }),
      async texts => {
        const sheet = await sheetOf(texts.map(one => [text(one)]))
        const held = (one: string) =>
          one.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '').replace(/\r\n?/g, '\n')
        const found = utils.sheet_to_json<string[]>(sheet, { header: 1, blankrows: true, defval: '' }).slice(1)
        expect(found.map(([one]) => one)).toEqual(texts.map(held))
      },
    ),
    { numRuns: 30 },
  )
})

test('what Excel would read as an escape is not one', async () => {
  const { A2 } = await sheetOf([[text('_x0041_ ve <b> & "tırnak"')]])
  expect(A2.v).toBe('_x0041_ ve <b> & "tırnak"')
})

test('[CA56] the same rows give the same bytes, whenever they are written', async () => {
  const make = () =>
    bytesOf(
      workbook('Deneme', [{ name: 'A', columns: [{ title: 'Ad' }], rows: [[text('Işıl')], [{ day: '2026-11-25' }]] }]),
    )
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-25T09:00:00Z') })
  try {
    const first = await make()
    vi.setSystemTime(Date.parse('2027-05-01T21:30:00Z'))
    expect((await make()).equals(first)).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test('a zip never holds more than what lies between two pieces', async () => {
  const piece = new Uint8Array(100_000)
  let given = 0
  let taken = 0
  const content = (function* () {
    for (let i = 0; i < 200; i++) {
      // Stored, so that as much comes out as goes in.
      expect(given - taken).toBeLessThanOrEqual(2 * piece.length)
      given += piece.length
      yield piece
    }
  })()
  for await (const out of zip([{ name: 'a', content, stored: true }])) taken += out.length
  expect(taken).toBeGreaterThan(given)
})

test('a framed download is put together again, however the line has cut it, and its end is missed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 40 }),
      async (content, cut) => {
        let read = 0
        const whole = await bytesOf(framed(utf8([...content]), () => ++read))
        const chunks = async function* (bytes: Buffer) {
          for (let at = 0; at < bytes.length; at += cut) yield new Uint8Array(bytes.subarray(at, at + cut))
        }
        let rows = 0
        const back = await bytesOf(
          unframed(chunks(whole), n => {
            rows = n
          }),
        )
        expect(back.toString()).toBe(Buffer.from(content).toString())
        expect(rows).toBe(read)
        await expect(bytesOf(unframed(chunks(whole.subarray(0, -1)), () => {}))).rejects.toThrow(RangeError)
      },
    ),
    { numRuns: 30 },
  )
})
