import { beforeAll, describe, expect, test } from 'vitest'
import type { LinkedBooks } from '@/lib/accounting/server/books'
import { openShopFor, openWorld } from '@/tests/integration/tenants/world'
import { openShopWithBooks } from './shop-with-books'

// A link for an accountant who has no account.

const { sql } = await openWorld()
const { GET } = await import('@/app/(public)/m/[token]/indir/[name]/route')
const { booksOfLink } = await import('@/lib/accounting/server/books')
const { makeLink } = await import('@/lib/accounting/server/make-link')
const { linksOf } = await import('@/lib/accounting/server/links-of')
const { revokeLink } = await import('@/lib/accounting/server/revoke-link')
const { everythingIn } = await import('./everything')

let shop: Awaited<ReturnType<typeof openShopWithBooks>>
beforeAll(async () => {
  shop = await openShopWithBooks()
})

const october = { from: '2026-10-01', to: '2026-10-31' }
async function newLink(period = october) {
  const url = await makeLink(shop.user.client, { tenantId: shop.tenantId, name: 'Selma Hanım', period, days: 30 })
  const token = url.split('/m/')[1]!
  const [{ id }] =
    (await sql`select id from accountant_links where tenant_id = ${shop.tenantId} order by created_at desc limit 1`) as unknown as [
      { id: string },
    ]
  return { token, id }
}
const takeFile = (token: string, name: string, userAgent = 'Firefox') =>
  GET(new Request(`http://localhost:3000/m/${token}/indir/${name}`, { headers: { 'user-agent': userAgent } }), {
    params: Promise.resolve({ token, name }),
  })
const rowsOf = async ({ books }: LinkedBooks) => {
  const rows = []
  for await (const entry of books.entries()) rows.push(entry)
  return rows
}

describe('an accountant’s link', () => {
  test('[CA55] opens the books of its period, and leaves nothing behind but that it was opened', async () => {
    const { token, id } = await newLink()
    const before = await everythingIn(sql, ['accountant_link_openings'])
    const opened = (await booksOfLink(token, 'sayfa'))!
    expect(opened.books.period).toEqual(october)
    expect(await rowsOf(opened)).toHaveLength(opened.books.count)
    const file = await takeFile(token, 'json')
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="berber-mehmet-2026-10-01-2026-10-31.json"',
    )
    expect(JSON.parse(await file.text()).period).toEqual(october)
    expect(await everythingIn(sql, ['accountant_link_openings'])).toEqual(before)

    const [link] = (await linksOf(shop.user.client, shop.tenantId, new Date())).filter(one => one.id === id)
    expect(link!.openings.map(({ what }) => what).sort()).toEqual(['json', 'sayfa'])
  })

  test('[CA55] is counted once a minute, and a file whoever says he takes it', async () => {
    const { token, id } = await newLink()
    const count = async () => (await sql`select from accountant_link_openings where link_id = ${id}`).length
    for (let i = 0; i < 3; i++) await booksOfLink(token, 'sayfa')
    expect(await count()).toBe(1)
    for (let i = 0; i < 2; i++) await (await takeFile(token, 'csv', 'WhatsApp/2.23')).text()
    expect(await count()).toBe(2)
  })

  test('[CA55] that is tampered with, taken back or expired is led to one and the same page', async () => {
    const [revoked, expired, sound] = [await newLink(), await newLink(), await newLink()]
    await revokeLink(shop.user.client, revoked.id)
    await sql`update accountant_links set created_at = now() - interval '31 days', expires_at = now() - interval '1 second' where id = ${expired.id}`
    const bent = sound.token.startsWith('A') ? `B${sound.token.slice(1)}` : `A${sound.token.slice(1)}`
    for (const token of [revoked.token, expired.token, bent, 'kisa', `${sound.token}x`, '../../etc/passwd', '%00']) {
      expect(await booksOfLink(token, 'sayfa'), token).toBeNull()
      const answer = await takeFile(token, 'xlsx')
      expect([answer.status, answer.headers.get('location')], token).toEqual([303, '/m/gecersiz'])
    }
    expect(await booksOfLink(sound.token, 'sayfa')).not.toBeNull()
  })

  test('[CA55] that is taken back while its rows are read gives no half of them for the whole', async () => {
    const { token, id } = await newLink()
    const opened = (await booksOfLink(token, 'sayfa'))!
    await revokeLink(shop.user.client, id)
    await expect(rowsOf(opened)).rejects.toMatchObject({ name: 'BooksClosed' })
  })

  test('[CA55] shows nothing beyond its period, whatever is asked for', async () => {
    const { token } = await newLink({ from: '2026-10-11', to: '2026-10-11' })
    const { serviceRpc } = await import('@/lib/db/server/service-client')
    const { tokenHash } = await import('@/lib/tenants/server/token-hash')
    const wide = { rev: 1e9, fromDay: '2000-01-01', toDay: '2100-01-01' }
    const rows = await serviceRpc<{ day: string }[]>('linked_books_page', {
      p_token_hash: tokenHash(token),
      p_head: wide,
      p_after: null,
      p_limit: 1000,
    })
    expect(rows.map(({ day }) => day)).toEqual(['2026-10-11'])
  })

  test('is made and taken back by the owner alone', async () => {
    const ayse = await openShopFor('Ayşe', 'Kuaför Ayşe')
    const { id, token } = await newLink()
    await expect(
      makeLink(ayse.user.client, { tenantId: shop.tenantId, name: 'Ben', period: october, days: 7 }),
    ).rejects.toMatchObject({ name: 'DbError' })
    await revokeLink(ayse.user.client, id)
    expect(await linksOf(ayse.user.client, shop.tenantId, new Date())).toEqual([])
    expect(await booksOfLink(token, null)).not.toBeNull()
    const { expectPrinted } = await import('@/tests/integration/tenants/world')
    expectPrinted('42501')
  })
})
