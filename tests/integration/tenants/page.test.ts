import { expect, test } from 'vitest'
import { expectPrinted, openShopFor, openWorld } from './world'

const { sql } = await openWorld()
const { freeSlug } = await import('@/lib/tenants/server/free-slug')
const { hasOnlineServices, pageAddress, pageOf } = await import('@/lib/tenants/server/page-of')
const { publishPage } = await import('@/lib/tenants/server/publish-page')
const { savePage } = await import('@/lib/tenants/server/save-page')

const shopPage = async (slug: string) => (await sql`select public.shop_page(${slug}) as page`)[0]?.page

test('a shop’s page has the address it asked for, and opens and closes', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  expect(await pageOf(mehmet.user.client, mehmet.tenantId)).toEqual({
    name: 'Berber Mehmet',
    slug: null,
    address: null,
    publishedAt: null,
  })
  expect(await hasOnlineServices(mehmet.user.client, mehmet.tenantId)).toBe(true)

  const page = { slug: 'berber-mehmet', address: 'Çarşı Sk. 5' }
  expect(await savePage(mehmet.user.client, mehmet.tenantId, page)).toEqual({ ok: true, value: 'berber-mehmet' })
  expect(await shopPage('berber-mehmet')).toBeNull()

  await publishPage(mehmet.user.client, mehmet.tenantId, true)
  expect((await shopPage('berber-mehmet')).shop).toMatchObject({ name: 'Berber Mehmet', address: 'Çarşı Sk. 5' })
  expect(pageAddress('berber-mehmet')).toBe('http://localhost:3000/d/berber-mehmet')

  await publishPage(mehmet.user.client, mehmet.tenantId, false)
  expect(await shopPage('berber-mehmet')).toBeNull()
  expect(await pageOf(mehmet.user.client, mehmet.tenantId)).toMatchObject({ slug: 'berber-mehmet', publishedAt: null })
})

test('an address that another shop has is refused with one that is free, and nothing changes', async () => {
  const first = await openShopFor('Ali', 'Berber Ali')
  const second = await openShopFor('Ali', 'Berber Ali')
  await savePage(first.user.client, first.tenantId, { slug: 'berber-ali', address: null })
  await savePage(second.user.client, second.tenantId, { slug: 'berber-ali-2', address: 'Köşe başı' })

  const taken = await savePage(second.user.client, second.tenantId, { slug: 'berber-ali', address: 'Başka yer' })
  expectPrinted('23505')
  expect(taken).toEqual({ ok: false, error: 'slug-taken', suggestion: 'berber-ali-3' })
  expect(await pageOf(second.user.client, second.tenantId)).toMatchObject({
    slug: 'berber-ali-2',
    address: 'Köşe başı',
  })
  expect(await freeSlug('berber-veli')).toBe('berber-veli')
})

test('of two shops that ask for one address at once, one has it', async () => {
  const shops = [await openShopFor('Can', 'Terzi Can'), await openShopFor('Can', 'Terzi Can')]
  const answers = await Promise.all(
    shops.map(shop => savePage(shop.user.client, shop.tenantId, { slug: 'terzi-can', address: null })),
  )
  expectPrinted('23505')
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('nobody but the owner opens a shop’s page or gives it an address', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const ayse = await openShopFor('Ayşe', 'Kuaför Ayşe')
  await savePage(ayse.user.client, mehmet.tenantId, { slug: 'kuafor-ayse-kapti', address: 'Yalan' })
  await publishPage(ayse.user.client, mehmet.tenantId, true)
  expect(await pageOf(mehmet.user.client, mehmet.tenantId)).toMatchObject({
    slug: null,
    address: null,
    publishedAt: null,
  })
  await expect(pageOf(ayse.user.client, mehmet.tenantId)).rejects.toMatchObject({ name: 'DbError' })
})
