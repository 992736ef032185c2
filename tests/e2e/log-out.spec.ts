import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { addCustomer, enterShop, keptOffline, openMenu } from './support/acts'
import { expect, test } from './support/journey'

const openLogOut = async (page: Page) => {
  await openMenu(page, 'Bugün')
  await page.getByRole('link', { name: 'Ayarlar' }).click()
  await page.getByRole('link', { name: 'Çıkış yap' }).click()
}

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
