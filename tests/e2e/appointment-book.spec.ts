import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { formatDay } from '@/lib/kernel/zone'
import { delivered, keptOffline, nextOpenDay } from './support/acts'
import { expect, test } from './support/journey'

const day = nextOpenDay()
const slug = () => `berber-mehmet-${randomInt(1_000_000_000)}`

/** From the shop's page to the free times of the day, as a customer without script goes. */
async function lookForATime(page: Page, address: string, service: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('link', { name: 'Randevu al' }).click()
  await page.getByLabel(service).check()
  await page.getByRole('button', { name: 'Devam' }).click()
  await page.getByRole('link', { name: formatDay(day) }).click()
}

const freeAt = (page: Page, time: string) => page.getByRole('button', { name: time, exact: true })

/** Writes his name under the time that is kept for him. Whoever is quicker than people are is asked to look again: nothing is lost by it. */
async function sayWhoComes(page: Page, name: string, phone: string): Promise<void> {
  await page.getByLabel('Adınız ve soyadınız').fill(name)
  await page.getByLabel('Telefonunuz').fill(phone)
  const send = page.getByRole('button', { name: 'Randevu al' })
  await expect(async () => {
    if (await send.isVisible()) await send.click()
    await expect(page.getByText('Dükkân onaylayınca kesinleşir')).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

test('an owner opens his page; a customer without script books, is agreed to offline, says he comes, and moves; nobody else gets his time', async ({
  page,
  owner: _,
  browser,
  watch,
}) => {
  const address = `/d/${slug()}`
  const newCustomer = async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    watch(context)
    return context.newPage()
  }

  await page.goto('/ayarlar/hizmetler')
  await page.getByRole('button', { name: 'Hizmet ekle' }).click()
  await page.getByLabel('Hizmet', { exact: true }).fill('Damat tıraşı')
  await page.getByLabel('Kaç dakika sürer?').fill('60')
  await page.getByLabel('Ücret (₺)').fill('1.500')
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await delivered(page)
  await page.goto('/sayfa')
  await page.getByLabel('Sayfanızın adresi').fill(address.slice(3))
  await page.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(page.getByRole('heading', { name: 'Sayfanız açık' })).toBeVisible()

  const customer = await newCustomer()
  await lookForATime(customer, address, 'Damat tıraşı')
  await freeAt(customer, '10:00').click()
  await sayWhoComes(customer, 'Işıl Çağlayan', '(0532) 707 07 07')

  await page.goto('/bugun')
  const request = page.getByRole('region', { name: 'Onay bekliyor: Işıl Çağlayan' })
  await expect(request).toContainText('Damat tıraşı')
  await keptOffline(page)
  await page.context().setOffline(true)
  await request.getByRole('button', { name: 'Onayla' }).click()
  await expect(request).toBeHidden()
  await page.context().setOffline(false)
  await expect(page.getByText('Çevrimdışı')).toBeHidden()
  await delivered(page)

  await expect(async () => {
    await customer.reload()
    await expect(customer.getByRole('button', { name: 'Geleceğim' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await customer.getByRole('button', { name: 'Geleceğim' }).click()
  await expect(customer.getByText('Geleceğinizi bildirdiniz.')).toBeVisible()
  await customer.getByRole('link', { name: 'Saati değiştir' }).click()
  await customer.getByRole('link', { name: formatDay(day) }).click()
  await freeAt(customer, '14:00').click()
  await expect(customer.getByText('14:00')).toBeVisible()

  // The hour is his, and its half hours with it; the one he left is free again.
  const second = await newCustomer()
  await lookForATime(second, address, 'Damat tıraşı')
  await expect(freeAt(second, '10:00')).toBeVisible()
  for (const time of ['13:15', '14:00', '14:45']) await expect(freeAt(second, time)).toHaveCount(0)

  await page.goto(`/bugun?gun=${day}`)
  await expect(page.getByRole('button', { name: '14:00 Işıl Çağlayan' })).toBeVisible()
})
