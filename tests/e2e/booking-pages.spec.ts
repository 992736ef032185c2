import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { chooseTime, openPage, writeName } from './support/booking'
import { expect, newOwner, test } from './support/journey'

test.use({ expectedErrors: /status of 404/ })

async function expectNothingFound(page: Page, screen: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  const inLight = await new AxeBuilder({ page }).setLegacyMode().analyze()
  // In the dark only the colours are others.
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast']).analyze()
  const found = [...inLight.violations, ...inDark.violations]
  expect(
    found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
    screen,
  ).toEqual([])
}

/** Bytes, gzip, of what a page needs before it can be read, and the addresses of its scripts. */
async function weightOf(page: Page, go: () => Promise<unknown>) {
  const scripts = new Set<string>()
  const bodies: Promise<number>[] = []
  page.on('response', response => {
    const type = response.request().resourceType()
    if (type === 'script') scripts.add(new URL(response.url()).pathname)
    if ((type === 'document' && response.ok()) || type === 'stylesheet')
      bodies.push(response.body().then(body => gzipSync(body).length))
  })
  await go()
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('response')
  const bytes = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
  return { bytes, scripts: [...scripts].sort() }
}

test('axe finds nothing on the pages up to a booking, and the browser nothing to complain about', async ({
  browser,
  newPhone,
}) => {
  const address = await openPage(browser, newOwner())
  const customer = await newPhone()
  await customer.goto(address)
  await expectNothingFound(customer, 'the shop')
  const data = await customer.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(data!)).toMatchObject({ '@type': 'HairSalon', name: 'Berber Mehmet' })
  // What stands beside a shared link.
  const picture = (await customer.locator('meta[property="og:image"]').getAttribute('content'))!
  const answer = await customer.request.get(new URL(picture).pathname)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png'])
  expect((await answer.body()).length).toBeLessThan(50_000)

  await customer.goto(`${address}/randevu`)
  await expectNothingFound(customer, 'what')
  await customer.getByRole('checkbox', { name: /^Sakal/ }).check()
  await customer.getByRole('button', { name: 'Devam' }).click()
  await expect(customer.getByRole('heading', { name: 'Ne zaman?' })).toBeVisible()
  await expectNothingFound(customer, 'when')
  await customer.goto('/yok')
  await expectNothingFound(customer, 'nowhere')
})

test('nor on the form, the visit and what becomes of it', async ({ browser, newPhone }) => {
  const address = await openPage(browser, newOwner())
  const customer = await newPhone()
  await chooseTime(customer, address)
  await customer.getByRole('button', { name: 'Randevu al' }).click()
  await expect(customer.getByText('Adınızı yazın.')).toBeVisible()
  await expectNothingFound(customer, 'a form sent back')
  await writeName(customer, { name: 'Işıl Çağlayan', phone: '0532 000 01 02' })
  await expect(customer.getByRole('heading', { name: 'Randevu isteğiniz alındı' })).toBeVisible()
  await expectNothingFound(customer, 'a visit')
  const link = customer.url()
  for (const part of ['tasi', 'iptal', 'aydinlatma']) {
    await customer.goto(`${link}/${part}`)
    await expectNothingFound(customer, part)
  }
})

test('a customer’s page is read from 25 kB, and brings no script but what every page of Next has', async ({
  browser,
  newPhone,
}) => {
  const address = await openPage(browser, newOwner())
  const customer = await newPhone()
  const bare = await weightOf(customer, () => customer.goto('/yok'))
  expect(bare.scripts.length).toBeGreaterThan(0)

  const shop = await weightOf(customer, () => customer.goto(address))
  const link = await customer.getByRole('link', { name: 'Saç 30 dk' }).getAttribute('href')
  await customer.context().clearCookies()
  const fresh = await newPhone()
  const times = await weightOf(fresh, () => fresh.goto(link!))
  expect(await fresh.locator('button[name=saat]').count()).toBeGreaterThan(0)
  for (const { bytes, scripts } of [shop, times]) {
    expect(scripts).toEqual(bare.scripts)
    expect(bytes).toBeLessThan(25_000)
  }
})

test('a visit is no search engine’s business, and its address nobody else’s', async ({ browser, newPhone }) => {
  const address = await openPage(browser, newOwner())
  const customer = await newPhone()
  await chooseTime(customer, address)
  const answer = (await customer.reload())!
  await expect(customer.locator('meta[name=robots]').first()).toHaveAttribute('content', /noindex/)
  expect(answer.headers()['referrer-policy']).toBe('same-origin')
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await customer.context().cookies()).toEqual([
    expect.objectContaining({ name: 'tutulan', httpOnly: true, sameSite: 'Lax', path: address }),
  ])
})
