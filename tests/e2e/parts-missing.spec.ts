import type { Page } from '@playwright/test'
import { openMenu } from './support/acts'
import { expect, test } from './support/journey'

// On the first visit, before the service worker holds the whole app, and on a phone whose storage cannot be read.

const NOT_YET = 'Bu bölüm henüz telefona inmedi.'
const menus = (page: Page) => page.getByRole('navigation', { name: 'Menü' }).getByRole('link')

test.describe('before the phone has the whole app', () => {
  test.use({
    serviceWorkers: 'block',
    expectedErrors: /ChunkLoadError|ERR_FAILED|Failed to load chunk|reading 'installing'/,
  })

  test('a menu that cannot come says so in its place, and opens by itself once the network is back', async ({
    page,
    owner: _,
    context,
  }) => {
    await context.setOffline(true)
    await openMenu(page, 'Kasa')
    await expect(page.getByText(NOT_YET)).toBeVisible()
    await expect(menus(page)).toHaveCount(3)
    await openMenu(page, 'Bugün')
    await expect(page.getByRole('button', { name: 'İlk randevuyu ekle' })).toBeVisible()

    await openMenu(page, 'Müşteriler')
    await expect(page.getByText(NOT_YET)).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByRole('button', { name: 'İlk müşterinizi ekleyin' })).toBeVisible()
  })

  test('a sheet that cannot come is asked for again with one tap', async ({ page, owner: _ }) => {
    await page.route('**/chunks/*.js', route => route.abort())
    await page.getByRole('button', { name: 'İlk randevuyu ekle' }).click()
    await expect(page.getByText(NOT_YET)).toBeInViewport()
    await page.unroute('**/chunks/*.js')
    await page.getByRole('button', { name: 'Yeniden dene' }).click()
    await expect(page.getByRole('searchbox', { name: 'Ad ya da telefon' })).toBeVisible()
  })

  test('who saves what cannot be checked yet is told so, and saves it when the rest has come', async ({
    page,
    owner: _,
  }) => {
    await openMenu(page, 'Müşteriler')
    await page.getByRole('button', { name: 'İlk müşterinizi ekleyin' }).click()
    await page.getByLabel('Ad soyad').fill('Hasan Koç')
    await page.getByLabel('Telefon', { exact: true }).fill('0532 777 88 99')
    await page.route('**/chunks/*.js', route => route.abort())
    const save = page.getByRole('dialog').getByRole('button', { name: 'Kaydet' })
    await save.click()
    await expect(page.locator(':popover-open')).toContainText('Bu henüz telefona inmedi.')

    await page.unroute('**/chunks/*.js')
    await save.click()
    await expect(page.getByText('Hasan Koç eklendi')).toBeVisible()
  })
})

test.describe('when the storage cannot be read', () => {
  test.use({ expectedErrors: /./ }) // everything that reads complains

  test('the menus stay, and another try or another menu shows it as soon as it can be', async ({ page, owner: _ }) => {
    await page.evaluate(() => {
      const places = [IDBObjectStore.prototype, IDBIndex.prototype]
      const whole = places.map(({ get, getAll, openCursor }) => ({ get, getAll, openCursor }))
      const unreadable = () => {
        throw new DOMException('unreadable', 'UnknownError')
      }
      for (const place of places) Object.assign(place, { get: unreadable, getAll: unreadable, openCursor: unreadable })
      const repair = () => {
        for (const [i, place] of places.entries()) Object.assign(place, whole[i])
      }
      Object.assign(window, { repair })
    })
    await openMenu(page, 'Kasa')
    await expect(page.getByText('Bu sayfa şu an açılamadı.')).toBeVisible()
    await expect(menus(page)).toHaveCount(3)

    await page.evaluate(() => (window as unknown as { repair: () => void }).repair())
    await page.getByRole('button', { name: 'Yeniden dene' }).click()
    await expect(page.getByRole('button', { name: 'Gelir' })).toBeVisible()
    await openMenu(page, 'Müşteriler')
    await expect(page.getByRole('button', { name: 'İlk müşterinizi ekleyin' })).toBeVisible()
  })
})
