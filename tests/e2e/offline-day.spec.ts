import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { addCustomer, book, enterShop, keptOffline, openMenu, openShop } from './support/acts'
import { customerList } from './support/customer-list'
import { expect, newOwner, test } from './support/journey'

/** Already past at whatever time this runs: money is taken from who has come. */
const MIDNIGHT = '00:00'

test('a list from Excel, a day in airplane mode and a browser killed in the middle of it: another phone shows it all, once', async ({
  line,
  newPhone,
  watch,
}) => {
  test.slow()
  const profile = await mkdtemp(join(tmpdir(), 'siftah-profile-'))
  const turnOn = async (options: { offline?: boolean } = {}) => {
    const context = await chromium.launchPersistentContext(profile, { baseURL: line.url, ...options })
    watch(context)
    return { context, page: context.pages()[0] ?? (await context.newPage()) }
  }
  const owner = newOwner()

  await test.step('the customer list comes in from Excel', async () => {
    const { context, page } = await turnOn()
    await openShop(page, owner)
    await openMenu(page, 'Müşteriler')
    await page.getByRole('button', { name: 'Listenizi aktarın' }).click()
    await page.getByLabel('Liste dosyası').setInputFiles(customerList(200))
    await page.getByRole('button', { name: '190 kişiyi aktar' }).click()
    await expect(page.getByText('190 müşteri eklendi')).toBeVisible()
    await page.getByRole('button', { name: 'Müşterilere git' }).click()
    await expect(page.getByText('190 kişi', { exact: true })).toBeVisible()
    await keptOffline(page)
    await context.close()
  })

  await test.step('the next morning, in airplane mode, the work goes on until the browser is killed', async () => {
    line.cut()
    const { context, page } = await turnOn({ offline: true })
    await page.goto('/bugun')
    await addCustomer(page, 'Işıl Çağlayan', '0532 999 00 11')
    await openMenu(page, 'Bugün')
    await book(page, { who: 'Işıl Çağlayan', at: MIDNIGHT })
    await page
      .getByRole('button', { name: `${MIDNIGHT} Işıl Çağlayan` })
      .last()
      .click()
    await page.getByRole('button', { name: 'Bitti, parayı al' }).last().click()
    await page.getByRole('button', { name: 'Nakit' }).click()
    await expect(page.getByText('₺400,00 alındı')).toBeVisible()
    await kill(context)
  })

  const { context, page } = await turnOn({ offline: true })
  await test.step('opened again without a network, everything is there', async () => {
    await page.goto('/bugun')
    await page.getByText('Geçen 1 randevu').click()
    await expect(page.getByRole('button', { name: `${MIDNIGHT} Işıl Çağlayan` })).toBeVisible()
    await openMenu(page, 'Kasa')
    await expect(page.getByRole('region', { name: 'Günün toplamı' })).toContainText('₺400,00')
    await openMenu(page, 'Müşteriler')
    await page.getByRole('searchbox').fill('ISIL CAG')
    await expect(page.getByText('1 kişi bulundu')).toBeVisible()
    await expect(page.getByText(/Çevrimdışı — \d kayıt telefonda/)).toBeVisible()
  })

  await test.step('the network comes back, and another phone shows everything, once', async () => {
    line.mend()
    await context.setOffline(false)
    await expect(page.getByText('Çevrimdışı')).toBeHidden()
    await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)

    const other = await newPhone()
    await enterShop(other, owner)
    await other.getByText('Geçen 1 randevu').click()
    await expect(other.getByRole('button', { name: 'Işıl Çağlayan' })).toHaveCount(1)
    await openMenu(other, 'Müşteriler')
    await expect(other.getByText('191 kişi', { exact: true })).toBeVisible()
    await other.getByRole('searchbox').fill('Işıl Çağlayan')
    await expect(other.getByText('1 kişi bulundu')).toBeVisible()
    await openMenu(other, 'Kasa')
    await expect(other.getByRole('main').getByRole('listitem')).toHaveCount(1)
    await expect(other.getByRole('region', { name: 'Günün toplamı' })).toContainText('₺400,00')
  })

  await context.close()
  await rm(profile, { recursive: true, force: true })
})

/** No orderly end: what the browser had not put away is lost. */
async function kill(context: BrowserContext): Promise<void> {
  const closed = new Promise(resolve => context.once('close', resolve))
  const devtools = await context.newCDPSession(context.pages()[0]!)
  await devtools.send('Browser.crash').catch(() => {}) // it does not live to answer
  await closed
}
