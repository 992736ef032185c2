import { type Browser, expect, type Page } from '@playwright/test'
import { describeShop, type Owner, register } from './acts'

/** Opens a shop and its page on the web; answers the page's address. Without script, for the shop's own screens are not needed. */
export async function openPage(browser: Browser, owner: Owner): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/kayit')
  await register(page, owner)
  await describeShop(page, owner)
  await expect(page.locator('noscript')).toBeVisible()
  const address = await publishPage(page, owner)
  await context.close()
  return address
}

/** Opens the page of the shop that is logged in here; answers its address. */
export async function publishPage(page: Page, owner: Owner): Promise<string> {
  await page.goto('/sayfa')
  await page.getByLabel('Sayfanızın adresi').fill(`dukkan-${owner.email.slice(0, 12)}`)
  await page.getByLabel('Dükkân nerede?').fill('Moda Caddesi 12, Kadıköy, İstanbul')
  await page.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(page.getByRole('heading', { name: 'Sayfanız açık' })).toBeVisible()
  const link = await page.getByRole('link', { name: /\/d\// }).getAttribute('href')
  return new URL(link!).pathname
}

/** Nothing stands beside the smallest screen. */
export const nothingBeside = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

/** The last free day of next week: today may have no time left, whenever the journey is walked. */
export async function toNextWeek(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sonraki hafta' }).click()
  await expect(page.getByRole('link', { name: 'Önceki hafta' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Gün' }).getByRole('link').last().click()
}

/** From the shop's page to the form on which one writes one's name; answers the chosen time. */
export async function chooseTime(page: Page, address: string, service = 'Sakal'): Promise<string> {
  await page.goto(address)
  await page
    .getByRole('link', { name: new RegExp(`^${service}`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Ne zaman?' })).toBeVisible()
  await toNextWeek(page)
  const time = page.locator('button[name=saat]').last()
  const words = (await time.textContent())!
  await time.click()
  await expect(page.getByRole('heading', { name: 'Kim geliyor?' })).toBeVisible()
  return words
}

interface Person {
  name: string
  phone: string
}

/** Writes who comes, and sends it; once more when the page finds that it was too quick for a person. */
export async function writeName(page: Page, { name, phone }: Person): Promise<void> {
  const form = page.getByRole('heading', { name: 'Kim geliyor?' })
  await page.getByLabel('Adınız ve soyadınız').fill(name)
  await page.getByLabel('Telefonunuz').fill(phone)
  do {
    const answer = page.waitForResponse(response => response.request().isNavigationRequest() && response.ok())
    await page.getByRole('button', { name: 'Randevu al' }).click()
    await answer
    await page.waitForLoadState()
  } while (await form.isVisible())
}
