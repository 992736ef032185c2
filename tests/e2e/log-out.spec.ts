import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { addCustomer, enterShop, keptOffline, logIn, openMenu } from './support/acts'
import { expect, test } from './support/journey'

const openLogOut = async (page: Page) => {
  await openMenu(page, 'Bugün')
  await page.getByRole('link', { name: 'Ayarlar' }).click()
  await page.getByRole('link', { name: 'Çıkış yap' }).click()
}

const sessionCookies = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ name }) => name.startsWith('siftah'))

const databasesOn = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

test('logging out leaves nothing of the shop on the phone', async ({ page, owner }) => {
  await addCustomer(page, 'Hasan Koç', '0532 777 88 99')
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toBeHidden()
  expect(await databasesOn(page)).toHaveLength(1)

  await openLogOut(page)
  await page.getByRole('button', { name: 'Çıkış yap' }).click()
  await expect(page.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
  expect(await databasesOn(page)).toEqual([])
  expect(await page.evaluate(() => localStorage.getItem('siftah.session'))).toBeNull()

  await page.goto('/bugun')
  await expect(page.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
  await enterShop(page, owner)
  await openMenu(page, 'Müşteriler')
  await expect(page.getByText('Hasan Koç')).toBeVisible()
})

test('with unsent entries logging out is refused: they can be sent, or saved to a file first', async ({
  page,
  owner: _,
  context,
}) => {
  await keptOffline(page)
  await context.setOffline(true)
  await addCustomer(page, 'Hasan Koç', '0532 777 88 99')
  await openLogOut(page)
  await expect(page.getByText('1 kayıt henüz gönderilmedi')).toBeVisible()
  await expect(page.getByRole('button', { name: 'yine de çık' })).toBeHidden()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Dosyaya kaydet' }).click()
  const file = await (await download).path()
  const saved = JSON.parse(await readFile(file, 'utf8'))
  expect(saved.commands).toMatchObject([
    { name: 'customers.add@1', args: { name: 'Hasan Koç', phones: ['+905327778899'] } },
  ])
  await expect(page.getByRole('button', { name: 'Dosya bende, yine de çık' })).toBeVisible()

  await page.getByRole('link', { name: 'Gönder', exact: true }).click()
  await expect(page.getByText('Yeni müşteri: Hasan Koç')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Bütün kayıtlarınız sunucuda.')).toBeVisible()
  await openLogOut(page)
  await page.getByRole('button', { name: 'Çıkış yap' }).click()
  await expect(page.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
  expect(await databasesOn(page)).toEqual([])
})

test('logging out in one tab closes the shop in the others, and none of them brings it back', async ({
  page,
  owner: _,
  context,
}) => {
  await addCustomer(page, 'Hasan Koç', '0532 777 88 99')
  const other = await context.newPage()
  await other.goto('/musteriler')
  await expect(other.getByText('Hasan Koç')).toBeVisible()
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toBeHidden()

  await openLogOut(page)
  await page.getByRole('button', { name: 'Çıkış yap' }).click()
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
    await expect(tab.getByText('Hasan Koç')).toBeHidden()
  }
  for (const tab of [page, other]) {
    await tab.goto('/musteriler')
    await expect(tab.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
  }
  expect(await databasesOn(page)).toEqual([])
})

test('logging out without a network wipes the phone at once, and holds when the network is back', async ({
  page,
  owner,
  context,
}) => {
  await addCustomer(page, 'Hasan Koç', '0532 777 88 99')
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toBeHidden()
  await keptOffline(page)
  await context.setOffline(true)

  await openLogOut(page)
  await page.getByRole('button', { name: 'Çıkış yap' }).click()
  await expect(page.getByText('Giriş için internet gerekiyor')).toBeVisible()
  expect(await databasesOn(page)).toEqual([])
  for (const address of ['/bugun', '/musteriler']) {
    await page.goto(address)
    await expect(page.getByText('Giriş için internet gerekiyor')).toBeVisible()
  }

  await context.setOffline(false)
  await expect(page.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
  expect(await sessionCookies(context)).toEqual([])
  expect(await databasesOn(page)).toEqual([])
  await enterShop(page, owner)
  await openMenu(page, 'Müşteriler')
  await expect(page.getByText('Hasan Koç')).toBeVisible()
})

test('a log-out that the server has not heard of holds on whichever page comes next', async ({
  page,
  owner: _,
  context,
}) => {
  await keptOffline(page)
  await context.setOffline(true)
  await openLogOut(page)
  await page.getByRole('button', { name: 'Çıkış yap' }).click()
  await expect(page.getByText('Giriş için internet gerekiyor')).toBeVisible()
  await page.close()
  expect(await sessionCookies(context)).not.toEqual([])

  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto('/basla')
  await expect(later.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
  expect(await sessionCookies(context)).toEqual([])
  expect(await databasesOn(later)).toEqual([])
})

test('logging out holds though the session was just about to be renewed', async ({ page, owner: _, context }) => {
  const [cookie] = await sessionCookies(context)
  const session = JSON.parse(Buffer.from(cookie!.value.replace('base64-', ''), 'base64url').toString())
  session.expires_at = Math.floor(Date.now() / 1000) + 10
  const late = `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`

  await openLogOut(page)
  await context.addCookies([{ ...cookie!, value: late }])
  await page.getByRole('button', { name: 'Çıkış yap' }).click()
  await expect(page.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()
  expect(await sessionCookies(context)).toEqual([])
})

test('after logging out the owner gets in again on his phone, though a stranger has used up the tries', async ({
  page,
  owner,
  newPhone,
}) => {
  await openLogOut(page)
  await page.getByRole('button', { name: 'Çıkış yap' }).click()
  await expect(page.getByRole('heading', { name: 'Giriş yapın' })).toBeVisible()

  const stranger = await newPhone()
  for (let guess = 1; guess <= 10; guess++) {
    await logIn(stranger, { ...owner, password: `tahmin-${guess}` })
    await expect(stranger.getByText('E-posta ya da şifre yanlış.')).toBeVisible()
  }
  await logIn(stranger, owner)
  await expect(stranger.getByText('Çok fazla deneme yapıldı.')).toBeVisible()
  await enterShop(page, owner)
})
