import { describe, expect, test } from 'vitest'
import type { Entry } from '@/lib/accounting/entry'
import { newId } from '@/lib/kernel/id'
import { openShopFor, openWorld } from '@/tests/integration/tenants/world'

// More rows than are in memory at once.

const { sql } = await openWorld()
const { booksOfMember } = await import('@/lib/accounting/server/books')
const { saveCodes } = await import('@/lib/accounting/server/save-codes')

const october = { from: '2026-10-01', to: '2026-10-31' }

/** So many sales in cash, all written down in one moment. */
const fill = (tenantId: string, rows: number) => sql`
  insert into transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, created_by)
  select ${tenantId}, gen_random_uuid(), f.id, t.id, 100, '2026-10-10T09:00:00Z', ${newId()}
  from generate_series(1, ${rows}), accounts f join accounts t using (tenant_id)
  where f.tenant_id = ${tenantId} and f.name = 'Hizmet' and t.kind = 'cash'`

describe('books of many rows', () => {
  test('[CA59] come page by page, each row once, though all are of one moment', async () => {
    const { user, tenantId } = await openShopFor('Mehmet Usta', 'Berber Mehmet')
    await fill(tenantId, 2_345)
    const books = (await booksOfMember(user.client, tenantId, october))!
    const seen: Entry[] = []
    for await (const entry of books.entries()) seen.push(entry)
    expect(seen).toHaveLength(2_345)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(2_345)
    expect([books.count, books.read]).toEqual([2_345, 2_345])
  })

  test('[CA52] are of the moment in which they were opened, whatever is written while they are read', async () => {
    const { user, tenantId } = await openShopFor('Mehmet Usta', 'Berber Mehmet')
    await fill(tenantId, 1_500)
    const books = (await booksOfMember(user.client, tenantId, october))!
    let sum = 0
    let first = true
    for await (const { gross } of books.entries()) {
      if (first) await fill(tenantId, 700)
      first = false
      sum += gross
    }
    expect(sum).toBe(150_000)
    expect(books.balances.find(({ name }) => name === 'Kasa')!.closing).toBe(150_000)
  })

  test('belong to the shop that asks: another’s codes and rows are not there for it', async () => {
    const [mehmet, ayse] = [await openShopFor('Mehmet', 'Berber Mehmet'), await openShopFor('Ayşe', 'Kuaför Ayşe')]
    await saveCodes(ayse.user.client, mehmet.tenantId, { cash: '999' })
    expect((await booksOfMember(mehmet.user.client, mehmet.tenantId, october))!.codes).toEqual({})
    await saveCodes(mehmet.user.client, mehmet.tenantId, { cash: '100.01' })
    expect((await booksOfMember(mehmet.user.client, mehmet.tenantId, october))!.codes).toEqual({ cash: '100.01' })
    expect(await booksOfMember(ayse.user.client, mehmet.tenantId, october)).toBeNull()
  })
})
