import type { Page } from '@playwright/test'
import { book, delivered, openMenu } from './support/acts'
import { expect, test as journey } from './support/journey'

// A phone whose storage takes nothing more: Chromium says so only when a transaction is to be kept, after each write in it has gone well.

const ROOM = 50_000_000

interface Storage {
  /** How many bytes the app may have in all. */
  allow: (bytes: number) => Promise<unknown>
}

const test = journey.extend<{ storage: Storage }>({
  expectedErrors: /QuotaExceededError|AbortError|^$/,

  storage: async ({ page, baseURL }, use) => {
    const devtools = await page.context().newCDPSession(page)
    const { origin } = new URL(baseURL!)
    const allow = (quotaSize: number) => devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
    await allow(ROOM) // before the shop is opened: Chromium reckons with what it once heard
    await use({ allow })
  },

  owner: async ({ storage: _, owner }, use) => use(owner),
})

/** Takes all room away. Something that is too large in any case makes Chromium look how much there is. */
async function fill(page: Page, storage: Storage): Promise<void> {
  await storage.allow(1)
  const refused = await page.evaluate(
    bytes =>
      new Promise(resolve => {
        const opening = indexedDB.open('large')
        opening.onupgradeneeded = () => opening.result.createObjectStore('files')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('files', 'readwrite')
          writing.objectStore('files').put('x'.repeat(bytes), 1)
          writing.oncomplete = () => resolve(null)
          writing.onabort = () => resolve(writing.error?.name)
        }
      }),
    ROOM,
  )
  expect(refused).toBe('QuotaExceededError')
}

const above = (page: Page) => page.locator(':popover-open')

test('who saves a customer on a full phone reads over his sheet that it was not kept, and saves it there once there is room', async ({
  page,
  owner: _,
  storage,
}) => {
  await openMenu(page, 'Müşteriler')
  await page.getByRole('button', { name: 'İlk müşterinizi ekleyin' }).click()
  await page.getByLabel('Ad soyad').fill('Hasan Koç')
  await fill(page, storage)
  const save = page.getByRole('dialog').getByRole('button', { name: 'Kaydet' })
  await save.click()
  await expect(above(page)).toContainText('Kaydedilemedi. Telefonda yer açıp yeniden deneyin.')
  await expect(page.getByLabel('Ad soyad')).toHaveValue('Hasan Koç')

  await storage.allow(ROOM)
  await save.click()
  await expect(page.getByText('Hasan Koç eklendi')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Hasan Koç' })).toHaveCount(1)
})

test('of what belongs together nothing is told as done on a full phone', async ({ page, owner: _, storage }) => {
  await book(page, { who: 'Ali Çelik', at: '00:00' })
  await delivered(page)
  await page.getByRole('button', { name: 'Ali Çelik' }).first().click()
  await fill(page, storage)
  await page.getByRole('dialog').getByRole('button', { name: 'Gelmedi' }).click()
  await expect(above(page)).toContainText('Kaydedilemedi.')
  await expect(page.getByText('Gelmedi olarak yazıldı')).toBeHidden()

  await storage.allow(ROOM)
  await page.reload()
  await page.getByRole('button', { name: 'Ali Çelik' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gelmedi' }).click()
  await expect(page.getByText('Gelmedi olarak yazıldı')).toBeVisible()
})
