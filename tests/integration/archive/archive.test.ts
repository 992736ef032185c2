import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import {
  type ArchivedRow,
  archivedTables,
  fileOf,
  MANIFEST,
  MAX_ARCHIVE_BYTES,
  MAX_INFLATED_ARCHIVE_BYTES,
} from '@/lib/archive/archive'
import { newIds, ONE_A_SHOP, renamed } from '@/lib/archive/new-ids'
import type { TableName } from '@/lib/db/record-sets'
import { type Id, newId } from '@/lib/kernel/id'
import { LEAVING, LEAVING_COOKIE } from '@/lib/tenants/leaving-cookie'
import { openShopWithBooks } from '@/tests/integration/accounting/shop-with-books'
import { type Browser, from, openShopFor, openWorld } from '@/tests/integration/tenants/world'
import { zip as makeZip } from '@/tests/unit/import/make-files'

// Everything out, and in again, over the built-in stack and the routes' own doors.

const { sql } = await openWorld()
const { GET } = await import('@/app/api/export/archive/route')
const { POST } = await import('@/app/api/import/archive/route')
const { unpack } = await import('@/lib/archive/server/unpack')
const SITE = 'http://localhost:3000'

const ask = (browser: Browser, tenantId: Id) =>
  from(browser, async () => {
    const answer = await GET(new Request(`${SITE}/api/export/archive?dukkan=${tenantId}`))
    return new Response(await answer.arrayBuffer(), answer)
  })
async function archiveOf({ browser, tenantId }: { browser: Browser; tenantId: Id }): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await ask(browser, tenantId)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
async function rowsIn(archive: Uint8Array<ArrayBuffer>): Promise<ReadonlyMap<TableName, readonly ArchivedRow[]>> {
  const unpacked = await unpack(archive)
  if (!unpacked.ok) throw new Error(unpacked.error)
  return unpacked.value.rows
}

/** Takes a file in at the door; answers the word with which the page is led to. */
async function takeIn(
  { browser, tenantId }: { browser: Browser; tenantId: Id },
  archive: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const form = new FormData()
  form.set('dosya', new Blob([archive]), 'arsiv.zip')
  const body = new Response(form)
  const bytes = await body.arrayBuffer()
  const request = new Request(`${SITE}/api/import/archive?dukkan=${tenantId}`, {
    method: 'POST',
    headers: {
      host: 'localhost:3000',
      origin: SITE,
      'content-type': body.headers.get('content-type')!,
      'content-length': String(bytes.byteLength),
      ...headers,
    },
    body: bytes,
  })
  const answer = await from(browser, () => POST(request))
  return new URL(answer.headers.get('location') ?? '/', SITE).searchParams.get('haber') ?? answer.status
}

/** A shop with a row of everything that an archive holds. */
async function livedInShop() {
  const shop = await openShopWithBooks()
  const { tenantId } = shop
  const command = (name: string, args: object) => ({ id: newId(), name, eventAt: new Date().toISOString(), args })
  const [{ chair, service }] = (await sql`
    select (select id from staff where tenant_id = ${tenantId} limit 1) as chair, (select id from services where tenant_id = ${tenantId} limit 1) as service`) as unknown as [
    { chair: Id; service: Id },
  ]
  const twin = newId()
  const person = {
    name: 'Işıl Çağlayan',
    phones: ['+905320000101'],
    email: 'isil@ornek.test',
    note: 'Amonyaksız; "sade"',
  }
  const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString()
  const endsAt = new Date(Date.parse(startsAt) + 30 * 60_000).toISOString()
  const appointment = newId()
  const slot = { staffId: chair, serviceId: service, price: 40_000, startsAt, endsAt }
  await shop.apply(
    command('customers.add@1', { id: twin, ...person }),
    command('customers.merge@1', { id: shop.customer, mergedId: twin, ...person }),
    command('appointments.book@1', { id: appointment, customerId: shop.customer, note: 'Kahvesi sade', ...slot }),
    command('appointments.set-status@1', { id: appointment, status: 'no-show' }),
    command('queue.add@1', { id: newId(), customerId: null, name: 'Kasketli', serviceId: service, staffId: null }),
    command('staff.set-share@1', { id: newId(), staffId: chair, fromDay: '2026-11-02', percent: 40, fixed: null }),
    command('cash.spend@1', {
      id: newId(),
      fromAccountId: shop.account('Kasa'),
      toAccountId: shop.account('Malzeme'),
      amount: 12_000,
      kdv: 2_000,
      kdvRate: 20,
      documentKind: 'fatura',
      documentNumber: 'ABC2026000000001',
      documentDay: '2026-11-03',
      counterparty: 'Toptancı Rıza',
      note: null,
    }),
    command('cash.close-day@1', {
      id: newId(),
      day: '2026-11-04',
      counted: 100_000,
      left: 50_000,
      opening: 0,
      notes: null,
      reason: 'Bozuk para karıştı',
      opens: [],
    }),
    command('hours.add-time-off@1', { id: newId(), staffId: chair, startsAt, endsAt, note: 'Diş' }),
  )
  const [text] = await sql`select hash, text_id, version from legal_texts limit 1`
  if (text)
    await sql`insert into customer_consents (tenant_id, customer_id, kind, text_hash, text_id, version, purpose, channel)
              values (${tenantId}, ${shop.customer}, 'shown', ${text.hash}, ${text.text_id}, ${text.version}, 'randevu', 'web')`
  const codes = { income: '600.01', [shop.account('Malzeme')]: '770.02' }
  await sql`update tenants set accounting_codes = ${sql.json(codes)} where id = ${tenantId}`
  return shop
}

/** The code under which each account's money is given to the accountant. */
const codesOf = ({ tenantId }: { tenantId: Id }) => sql`
  select coalesce(a.name, c.key) as of, c.value as code from tenants t
  cross join jsonb_each_text(t.accounting_codes) c left join accounts a on a.tenant_id = t.id and a.id::text = c.key
  where t.id = ${tenantId} order by code`
const wordingsOf = (rows: ReadonlyMap<TableName, readonly ArchivedRow[]>) =>
  rows.get('customer_consents')!.map(({ textHash, textId, version }) => ({ textHash, textId, version }))

/** What an archive says, in an order and under ids that another archive of the same shop has too. */
const likeness = (
  rows: ReadonlyMap<TableName, readonly ArchivedRow[]>,
  rename: (row: ArchivedRow, table: TableName) => ArchivedRow,
) =>
  Object.fromEntries(
    archivedTables.map(table => [
      table,
      (rows.get(table) ?? [])
        // What is still to be reminded of the new shop plans itself. [AR9]
        .filter(({ kind, state }) => !(String(kind).startsWith('reminder-') && state === 'planned'))
        // Who sits in which chair, and when a consent came, is the new shop's own.
        .map(row => ({ ...rename(row, table), memberId: null, restoredAt: null }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  )

describe('the archive of a shop', () => {
  test('[AR1] [AR2] laid down in an empty shop is the same shop, row by row, under ids of its own where the old ones are taken', async () => {
    const shop = await livedInShop()
    const archive = await archiveOf(shop)
    const before = await rowsIn(archive)
    for (const table of [
      'customers',
      'appointments',
      'appointment_events',
      'transfers',
      'sales',
      'sale_lines',
      'walk_ins',
      'time_off',
      'customer_consents',
      'day_closings',
      'staff_shares',
    ] as const)
      expect(before.get(table)!.length, table).toBeGreaterThan(0)

    const home = await openShopFor('Mehmet Usta', 'Yeni dükkân')
    expect(await takeIn(home, archive)).toBe('alindi')
    const after = await rowsIn(await archiveOf(home))
    const newId = newIds(before, home.tenantId)
    expect(likeness(after, row => row)).toEqual(
      likeness(before, (row, table) => renamed(row, table, home.tenantId, newId)),
    )
    expect((await sql`select name, trade, zone from tenants where id = ${home.tenantId}`)[0]).toMatchObject({
      name: 'Berber Mehmet',
      trade: 'berber',
    })
    // However ids are renamed: what they do not name has stayed, and what they name is found.
    expect(wordingsOf(after)).toEqual(wordingsOf(before))
    expect(after.get('customer_consents')!.map(({ restoredAt }) => typeof restoredAt)).toEqual(['string'])
    expect(await codesOf(home)).toEqual([
      { of: 'income', code: '600.01' },
      { of: 'Malzeme', code: '770.02' },
    ])
    // The first shop has not felt it.
    expect(await rowsIn(await archiveOf(shop))).toEqual(before)
  })

  test('[AR2] keeps every id when the shop that had them is gone', async () => {
    const shop = await livedInShop()
    const archive = await archiveOf(shop)
    const before = await rowsIn(archive)
    await sql`delete from tenants where id = ${shop.tenantId}`
    const home = await openShopFor('Mehmet Usta', 'Yeni dükkân')
    expect(await takeIn(home, archive)).toBe('alindi')
    const after = await rowsIn(await archiveOf(home))
    const same = (row: ArchivedRow, table: TableName) => (ONE_A_SHOP.has(table) ? { ...row, id: home.tenantId } : row)
    expect(likeness(after, row => row)).toEqual(likeness(before, same))
  })

  test('[AR3] has its people found by their number again, and its phones download afresh', async () => {
    const shop = await livedInShop()
    const archive = await archiveOf(shop)
    const home = await openShopFor('Mehmet Usta', 'Yeni dükkân')
    const epochOf = async () => (await sql`select epoch from private.revs where tenant_id = ${home.tenantId}`)[0]!.epoch
    const before = await epochOf()
    await takeIn(home, archive)
    expect(await epochOf()).not.toBe(before)
    const [row] =
      await sql`select name, cardinality(phone_indexes) as indexes from customers where tenant_id = ${home.tenantId} and deleted_at is null`
    expect(row).toMatchObject({ indexes: 1 })
    expect(row!.name).toMatch(/^s1\./)
    const [{ revs, highest }] = (await sql`
      select (select rev from private.revs where tenant_id = ${home.tenantId}) as revs, (select max(rev) from transfers where tenant_id = ${home.tenantId}) as highest`) as unknown as [
      { revs: number; highest: number },
    ]
    expect(Number(revs)).toBeGreaterThanOrEqual(Number(highest))
  })

  test('[AR10] is taken from an owner whose session ran out while he looked for the file', async () => {
    const archive = await archiveOf(await openShopWithBooks())
    const home = await openShopFor('Mehmet Usta', 'Yeni dükkân')
    const [name, value] = [...home.browser][0]!
    const session = JSON.parse(Buffer.from(value.replace('base64-', ''), 'base64url').toString())
    session.expires_at = Math.floor(Date.now() / 1000) - 60
    const late = `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`
    home.browser.set(name, late)
    expect(await takeIn(home, archive)).toBe('alindi')
    expect(home.browser.get(name)).not.toBe(late)
  })

  test('[AR4] opens as a workbook, contacts and a calendar too', async () => {
    const shop = await livedInShop()
    const files = unzipSync(await archiveOf(shop))
    const book = read(files['tablolar.xlsx']!)
    expect(book.SheetNames).toEqual(['Müşteriler', 'Randevular', 'Kasa', 'Hizmetler'])
    expect(utils.sheet_to_json(book.Sheets.Müşteriler!)).toEqual([
      { Ad: 'Işıl Çağlayan', Telefonlar: '0532 000 01 01', 'E-posta': 'isil@ornek.test', Not: 'Amonyaksız; "sade"' },
    ])
    expect(strFromU8(files['musteriler.vcf']!)).toContain('FN:Işıl Çağlayan\r\n')
    expect(strFromU8(files['musteriler.vcf']!)).toContain('TEL;TYPE=CELL:+905320000101\r\n')
    expect(strFromU8(files['randevular.ics']!)).toContain('SUMMARY:Işıl Çağlayan · ')
    expect(strFromU8(files['randevular.ics']!).match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  test('[AR5] is the owner’s alone', async () => {
    const shop = await openShopWithBooks()
    const ayse = await openShopFor('Ayşe', 'Kuaför Ayşe')
    const answer = await ask(ayse.browser, shop.tenantId)
    expect([answer.status, await answer.text()]).toEqual([
      403,
      'Dükkânın bütün verilerini yalnızca sahibi indirebilir.',
    ])
    expect((await ask(new Map(), shop.tenantId)).status).toBe(401)
  })
})

describe('is refused in words, and leaves the shop as it was:', () => {
  test('[AR6] a shop in which something has happened, and another’s', async () => {
    const [shop, other] = [await openShopWithBooks(), await openShopFor('Ayşe', 'Kuaför Ayşe')]
    const archive = await archiveOf(shop)
    expect(await takeIn(shop, archive)).toBe('not-empty')
    expect(await takeIn({ browser: other.browser, tenantId: shop.tenantId }, archive)).toBe('not-owner')
  })

  test('[AR10] whoever may not take an archive in, before a byte of the file is read', async () => {
    const [shop, other, home] = [
      await openShopWithBooks(),
      await openShopFor('Ayşe', 'Kuaför Ayşe'),
      await openShopFor('Mehmet Usta', 'Yeni dükkân'),
    ]
    const answerTo = async (browser: Browser, tenantId: Id, length = MAX_ARCHIVE_BYTES) => {
      const pull = () => {
        throw new Error('the file was read')
      }
      const headers = { host: 'localhost:3000', origin: SITE, 'content-length': String(length) }
      const request = new Request(`${SITE}/api/import/archive?dukkan=${tenantId}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
        body: new ReadableStream({ pull }, { highWaterMark: 0 }),
        duplex: 'half',
      } as RequestInit)
      const answer = await from(browser, () => POST(request))
      const where = answer.headers.get('location')?.split('?')
      return where ? (new URLSearchParams(where[1]).get('haber') ?? where[0]) : answer.status
    }
    expect({
      nobody: await answerTo(new Map(), home.tenantId),
      'another shop’s owner': await answerTo(other.browser, home.tenantId),
      'who logged out on this phone': await answerTo(
        new Map([...home.browser, [LEAVING_COOKIE, LEAVING]]),
        home.tenantId,
      ),
      'of a shop in use': await answerTo(shop.browser, shop.tenantId),
      'with too large a file': await answerTo(home.browser, home.tenantId, 999_999_999_999),
      'for no shop': await answerTo(home.browser, 'x'),
      'and who may': await answerTo(home.browser, home.tenantId),
    }).toEqual({
      nobody: '/giris',
      'another shop’s owner': 'not-owner',
      'who logged out on this phone': '/giris',
      'of a shop in use': 'not-empty',
      'with too large a file': 413,
      'for no shop': 400,
      'and who may': 400, // his was read, and broke
    })
  })

  test('[AR6] a file that is cut, bent, forged, hostile or none', async () => {
    const shop = await openShopWithBooks()
    const home = await openShopFor('Mehmet Usta', 'Yeni dükkân')
    const archive = await archiveOf(shop)
    const everything = async () => sql`
      select (select count(*) from accounts where tenant_id = ${home.tenantId}) as accounts, (select count(*) from services where tenant_id = ${home.tenantId}) as services,
             (select name from tenants where id = ${home.tenantId}) as name`
    const before = await everything()
    const bend = (change: (files: Record<string, Uint8Array>) => void) => {
      const files = { ...unzipSync(archive) }
      change(files)
      return zipSync(files) as Uint8Array<ArrayBuffer>
    }
    const manifest = (files: Record<string, Uint8Array>) => JSON.parse(strFromU8(files[MANIFEST]!))
    const transfers = fileOf('transfers')
    const resigned = async (table: TableName, change: (rows: ArchivedRow[]) => void) => {
      const files = { ...unzipSync(archive) }
      const rows = JSON.parse(strFromU8(files[fileOf(table)]!)) as ArchivedRow[]
      change(rows)
      files[fileOf(table)] = strToU8(JSON.stringify(rows))
      const about = manifest(files)
      const digest = await crypto.subtle.digest('SHA-256', files[fileOf(table)] as Uint8Array<ArrayBuffer>)
      about.records[table] = { rows: rows.length, sha256: Buffer.from(digest).toString('hex') }
      files[MANIFEST] = strToU8(JSON.stringify(about))
      return zipSync(files) as Uint8Array<ArrayBuffer>
    }

    const told: Record<string, string | number> = {
      cut: await takeIn(home, archive.subarray(0, archive.length - 500)),
      'a text': await takeIn(home, new TextEncoder().encode('merhaba')),
      'another zip': await takeIn(home, zipSync({ 'a.txt': strToU8('a') }) as Uint8Array<ArrayBuffer>),
      'a file missing': await takeIn(
        home,
        bend(files => delete files[transfers]),
      ),
      'a file changed': await takeIn(
        home,
        bend(files => {
          files[transfers] = strToU8('[]')
        }),
      ),
      'from a newer Siftah': await takeIn(
        home,
        bend(files => {
          files[MANIFEST] = strToU8(JSON.stringify({ ...manifest(files), version: 2 }))
        }),
      ),
      'a bomb': await takeIn(
        home,
        makeZip([{ name: MANIFEST, content: '{}', claimedSize: MAX_INFLATED_ARCHIVE_BYTES + 1 }]),
      ),
      'money of less than nothing': await takeIn(
        home,
        await resigned('transfers', rows => {
          rows[0]!.amount = -5
        }),
      ),
      'money from nowhere': await takeIn(
        home,
        await resigned('transfers', rows => {
          rows[0]!.fromAccountId = newId()
        }),
      ),
      'a time that is none': await takeIn(
        home,
        await resigned('transfers', rows => {
          rows[0]!.eventAt = 'dün'
        }),
      ),
    }
    expect(told).toEqual({
      cut: 'damaged',
      'a text': 'damaged',
      'another zip': 'not-an-archive',
      'a file missing': 'incomplete',
      'a file changed': 'incomplete',
      'from a newer Siftah': 'too-new',
      'a bomb': 'too-large-inside',
      'money of less than nothing': 'malformed',
      'money from nowhere': 'malformed',
      'a time that is none': 'malformed',
    })
    expect(await takeIn(home, archive, { 'content-length': '999999999999' })).toBe(413)
    expect(await takeIn(home, archive, { origin: 'https://baska.test' })).toBe(403)
    expect(await everything()).toEqual(before)
    // And the sound one is taken still.
    expect(await takeIn(home, archive)).toBe('alindi')
  })
})
