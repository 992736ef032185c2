import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import type { Balance } from '@/lib/accounting/books'
import type { ExportName } from '@/lib/accounting/exports'
import { FRAMES_TYPE, ROWS_HEADER, unframed } from '@/lib/files/frames'
import { newId } from '@/lib/kernel/id'
import { openShopFor, openWorld } from '@/tests/integration/tenants/world'
import { DANGEROUS, download, openShopWithBooks } from './shop-with-books'

// The accountant's files, from the owner's door, over the built-in stack. What is expected of October is reckoned here by hand.

const { sql } = await openWorld()
let shop: Awaited<ReturnType<typeof openShopWithBooks>>
beforeAll(async () => {
  shop = await openShopWithBooks()
})

const INCOME = 40_000 + 33_333 + 10_001
const [FIRST_KDV, SECOND_KDV, THIRD_KDV] = [6_667, 5_556, 909]

async function bytesOf(file: ExportName, options?: Parameters<typeof download>[3]): Promise<Buffer> {
  const answer = await download(shop.browser, shop.tenantId, file, options)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}
const json = async () => JSON.parse((await bytesOf('json')).toString())

describe('the JSON file', () => {
  test('[CA53] is what its schema says, and the schema is no paper wall', async () => {
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync('public/schemas/accounting-1.json', 'utf8')),
    )
    const file = await json()
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
    for (const bend of [
      { ...file, version: 2 },
      { ...file, extra: 1 },
      { ...file, entries: [{ ...file.entries[0], gross: 1.5 }] },
      { ...file, entries: [{ ...file.entries[0], direction: 'income' }] },
      { ...file, checksum: { ...file.checksum, value: '' } },
    ])
      expect(validate(bend)).toBe(false)
  })

  test('[CA52] [CA53] opens and closes with the balances that the ledger has, and adds up', async () => {
    const { balances, totals, entries } = await json()
    expect(totals.byDirection.gelir).toEqual({
      count: 6,
      gross: INCOME,
      base: INCOME - FIRST_KDV - SECOND_KDV - THIRD_KDV,
      kdv: FIRST_KDV + SECOND_KDV + THIRD_KDV,
    })
    expect(totals.byDirection.gider.gross).toBe(12_345)
    expect(totals.byDirection.tahsilat.gross).toBe(17_222)
    expect(entries).toHaveLength(totals.count)

    const [{ cash }] = (await sql`
      select sum(case when to_account_id = ${shop.account('Kasa')} then amount else -amount end)::int as cash
      from transfers where ${shop.account('Kasa')} in (from_account_id, to_account_id) and day <= '2026-10-31'`) as unknown as [
      { cash: number },
    ]
    const kasa = balances.find(({ name }: Balance) => name === 'Kasa')
    expect(kasa).toMatchObject({ opening: 50_000, closing: cash })
    for (const moment of ['opening', 'closing'] as const)
      expect(balances.reduce((sum: number, line: Balance) => sum + line[moment], 0)).toBe(0)
    for (const { opening, received, given, closing } of balances) expect(opening + received - given).toBe(closing)
  })

  test('[CA54] names a customer only where he owes or has paid ahead', async () => {
    const { entries } = await json()
    const named = entries.filter(({ counterparty }: { counterparty: string | null }) => counterparty === DANGEROUS)
    expect(named.map(({ fromAccount, toAccount }: Record<string, string>) => `${fromAccount}→${toAccount}`)).toEqual([
      'Hizmet→Veresiye',
      'Veresiye→Kasa',
      'Kapora→Kasa',
    ])
  })

  test('[CA56] states a checksum that its own lines give', async () => {
    const text = (await bytesOf('json')).toString()
    const lines = text
      .split('"entries": [\n')[1]!
      .split('\n],\n"totals"')[0]!
      .split('\n')
      .map(line => line.replace(/,$/, ''))
    const hash = createHash('sha256')
      .update(lines.map(line => `${line}\n`).join(''))
      .digest('hex')
    expect(JSON.parse(text).checksum.value).toBe(hash)
  })
})

describe('every file', () => {
  test.each<ExportName>(['json', 'csv', 'xlsx', 'defter-beyan-gelir', 'defter-beyan-gider', 'luca', 'zirve'])(
    '[CA56] is the same to the last byte when it is taken again: %s',
    async file => {
      const first = await bytesOf(file)
      // What comes later is not of that month.
      await shop.apply(
        shop.sale(1_000, 20, [{ accountId: shop.account('Kasa'), amount: 1_000 }], { day: '2026-11-02' }),
      )
      expect((await bytesOf(file)).equals(first)).toBe(true)
    },
  )

  test('[CA56] states the same checksum of the same rows', async () => {
    const { checksum } = await json()
    expect((await bytesOf('csv')).toString()).toContain(checksum.value)
    for (const file of ['xlsx', 'zirve', 'defter-beyan-gelir'] as const) {
      const summary = utils.sheet_to_csv(read(await bytesOf(file)).Sheets.Özet!)
      expect(summary).toContain(checksum.value)
      expect(summary).toContain('Berber Mehmet')
      expect(summary).toContain('Ekim 2026')
    }
  })

  test('shows a script how many rows have come', async () => {
    const whole = await bytesOf('xlsx')
    const answer = await download(shop.browser, shop.tenantId, 'xlsx', { headers: { accept: FRAMES_TYPE } })
    const frames = new Uint8Array(await answer.arrayBuffer())
    let rows = 0
    const pieces: Uint8Array[] = []
    for await (const piece of unframed(
      (async function* () {
        yield frames
      })(),
      n => {
        rows = n
      },
    ))
      pieces.push(piece)
    expect(Buffer.concat(pieces).equals(whole)).toBe(true)
    expect(rows).toBe(Number(answer.headers.get(ROWS_HEADER)))
  })
})

describe('the tables', () => {
  const table = async (file: ExportName) => {
    const book = read(await bytesOf(file))
    return utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0]!]!, { defval: null })
  }
  const sum = (rows: Record<string, unknown>[], column: string) =>
    Math.round(rows.reduce((total, row) => total + Number(row[column]), 0) * 100)

  test('[CA57] of Defter-Beyan have the income and the expense, and nothing of what we do not know', async () => {
    const income = await table('defter-beyan-gelir')
    expect(sum(income, 'Tutar (KDV Hariç)')).toBe(INCOME - FIRST_KDV - SECOND_KDV - THIRD_KDV)
    expect(income.every(row => row['TCKN/VKN'] === null && row['Faaliyet Kodu'] === null)).toBe(true)
    expect(income.filter(row => row['Kredi Kartı'] === 'Evet')).toHaveLength(1)
    const [expense, ...more] = await table('defter-beyan-gider')
    expect(more).toEqual([])
    expect(Object.keys(expense!)).toHaveLength(28)
    expect(expense).toMatchObject({ 'Tutar (KDV Hariç)': 123.45, 'Ödeme Türü': 'Nakit', 'Faaliyet Kodu': null })
  })

  test('[CA40] [CA57] of Defter-Beyan name the document of an expense, who wrote it, and its KDV', async () => {
    await shop.apply({
      ...shop.move(shop.account('Kasa'), shop.account('Malzeme'), 1, {}, '2026-11-03'),
      name: 'cash.spend@1',
      args: {
        id: newId(),
        fromAccountId: shop.account('Kasa'),
        toAccountId: shop.account('Malzeme'),
        amount: 12_000,
        kdv: 2_000,
        kdvRate: 20,
        documentKind: 'fatura',
        documentNumber: 'ABC2026000000001',
        documentDay: '2026-11-02',
        counterparty: 'Toptancı Rıza',
        note: null,
      },
    })
    const book = read(await bytesOf('defter-beyan-gider', { ilk: '2026-11-03', son: '2026-11-03' }))
    const [row] = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.Gider!, { raw: false })
    expect(row).toMatchObject({
      'Deftere Kayıt Tarihi': '03.11.2026',
      'Belge Tarihi': '02.11.2026',
      'Fatura No': 'ABC2026000000001',
      'Soyadı/Unvan': 'Toptancı Rıza',
      'KDV Oranı': '20',
      'Tutar (KDV Hariç)': '100.00',
    })
  })

  test('[CA51] [CA53] of Defter-Beyan take an expense that was taken back off with its rate and its document, as the JSON does', async () => {
    const [expense, back] = [newId(), newId()]
    const money = { fromAccountId: shop.account('Kasa'), toAccountId: shop.account('Malzeme'), amount: 12_000 }
    const document = { documentKind: 'fatura', documentNumber: 'A-77', documentDay: '2026-11-05' }
    await shop.apply(
      shop.command(
        'cash.spend@1',
        { id: expense, ...money, kdv: 2_000, kdvRate: 20, ...document, counterparty: 'Toptancı Rıza', note: null },
        '2026-11-05',
      ),
      shop.command('cash.reverse@1', { id: back, reversesId: expense }, '2026-11-06'),
    )
    const days = { ilk: '2026-11-05', son: '2026-11-06' }
    const { entries } = JSON.parse((await bytesOf('json', days)).toString())
    expect(entries).toMatchObject([
      { reference: expense, kdv: 2_000, kdvRate: 20, documentNumber: 'A-77', counterparty: 'Toptancı Rıza' },
      {
        reference: back,
        kdv: -2_000,
        kdvRate: 20,
        documentNumber: 'A-77',
        counterparty: 'Toptancı Rıza',
        corrects: expense,
      },
    ])

    const book = read(await bytesOf('defter-beyan-gider', days))
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.Gider!)
    const taken = rows.map(row => [row['Tutar (KDV Hariç)'], row['KDV Oranı'], row['Fatura No'], row['Soyadı/Unvan']])
    expect(taken).toEqual([100, -100].map(base => [base, 20, 'A-77', 'Toptancı Rıza']))
  })

  test('[CA57] of Zirve balance, every slip of them', async () => {
    const rows = await table('zirve')
    expect(sum(rows, 'Borç')).toBe(sum(rows, 'Alacak'))
    for (const slip of new Set(rows.map(row => row['Fiş/Evrak No']))) {
      const lines = rows.filter(row => row['Fiş/Evrak No'] === slip)
      expect(sum(lines, 'Borç')).toBe(sum(lines, 'Alacak'))
    }
  })

  test('[CA58] a customer called like a formula is text in all of them', async () => {
    const { Kayıtlar } = read(await bytesOf('xlsx')).Sheets
    expect(Object.values(Kayıtlar!).filter(cell => cell.f)).toEqual([])
    expect(Object.values(Kayıtlar!).filter(cell => cell.v === DANGEROUS)).toHaveLength(3)
    const csv = read((await bytesOf('csv')).toString(), { type: 'string', FS: ';' })
    const cells = Object.values(csv.Sheets[csv.SheetNames[0]!]!)
    expect(cells.filter(cell => cell.f)).toEqual([])
    expect(cells.filter(cell => cell.v === `'${DANGEROUS}`)).toHaveLength(3)
  })
})

describe('is refused in words', () => {
  const asked = async (file: string, options: Parameters<typeof download>[3] = {}, of = shop.tenantId) => {
    const answer = await download(shop.browser, of, file, options)
    return [answer.status, await answer.text()]
  }

  test('[CA50] a period that is none', async () => {
    expect(await asked('xlsx', { ilk: '1926-01-01', son: '2026-01-01' })).toEqual([
      400,
      '2000 yılından önce kayıt olmaz.',
    ])
    expect(await asked('xlsx', { ilk: '2020-01-01', son: '2120-01-01' })).toEqual([
      400,
      'Bir seferde en çok bir yıl alınır. Daha uzun bir süreyi yıl yıl alın.',
    ])
    expect(await asked('xlsx', { ilk: '2026-10-31', son: '2026-10-01' })).toEqual([
      400,
      'Son gün ilk günden önce olamaz.',
    ])
    expect(await asked('xlsx', { ilk: '2026-13-01', son: 'x' })).toEqual([400, 'İlk ve son günü seçin.'])
  })

  test('another shop, a shop that is none, a file that is none, and who is not logged in', async () => {
    const ayse = await openShopFor('Ayşe', 'Kuaför Ayşe')
    const sentence = 'Bu dükkânın muhasebesini yalnızca sahibi ve muhasebecisi alabilir.'
    expect(await asked('xlsx', {}, ayse.tenantId)).toEqual([403, sentence])
    expect(await asked('xlsx', {}, 'x')).toEqual([403, sentence])
    expect(await asked('exe')).toEqual([404, 'Böyle bir dosya yok.'])
    const answer = await download(new Map(), shop.tenantId, 'xlsx')
    expect([answer.status, await answer.text()]).toEqual([401, 'Önce giriş yapın.'])
  })
})
