import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addDays } from '@/lib/kernel/zone'
import { shopToday } from './support/acts'
import { expect, test } from './support/journey'

/** The same rule as in access.spec.ts: nothing serious, in light and in dark. */
async function expectNothingSerious(page: Page, screen: string): Promise<void> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    found.push(
      ...violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join('\n')}`),
    )
  }
  expect(found, screen).toEqual([])
}

/** What a thumb can touch and is lower or narrower than 48 px; links inside a sentence need not be large. */
const smallTargets = (page: Page) =>
  page
    .locator('main, dialog[open]')
    .locator('button, a, input:not([type=hidden]), select, summary, label:has(input)')
    .evaluateAll(elements =>
      elements
        .filter(element => element.checkVisibility() && !element.closest('label label, label > *'))
        .map(element => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
        // A radio is touched by its label, which is in the list too.
        .filter(({ element, box }) => !element.matches('.sr-only') && (box.height < 47.5 || box.width < 47.5))
        .map(({ element }) => element.outerHTML.slice(0, 120)),
    )

test('axe finds nothing serious in the book’s settings, empty, filled and in their sheets, and nothing is too small for a thumb', async ({
  page,
  owner: _,
}) => {
  test.slow()
  const look = async (screen: string) => {
    await expectNothingSerious(page, screen)
    expect(await smallTargets(page), screen).toEqual([])
  }
  const sheet = async (button: string | RegExp, screen: string) => {
    await page.getByRole('button', { name: button }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(screen)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }

  await page.goto('/ayarlar')
  await expect(page.getByRole('link', { name: 'Hizmetler' })).toBeVisible()
  await look('Ayarlar')

  await page.goto('/ayarlar/hizmetler')
  await page.getByRole('button', { name: 'Sakal' }).first().click()
  await page.getByText('Diğer', { exact: true }).click()
  await look('a service')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sırayı değiştir' }).click()
  await look('the order of services')

  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: 'Mehmet Usta' }).click()
  await expect(page.getByRole('link', { name: 'Yaptığı işler' })).toBeVisible()
  await look('a chair')
  await page.getByRole('link', { name: 'Yaptığı işler' }).click()
  await sheet('Sakal', 'what a chair does')
  await look('the services of a chair')

  await page.goto('/ayarlar/kapali-gunler')
  await expect(page.getByRole('button', { name: 'Yılbaşı' })).toBeVisible()
  await look('closed days, empty')
  await sheet('Kapalı gün ekle', 'a closed day')
  await sheet('Farklı saat ekle', 'other hours')
  await page.getByRole('button', { name: 'Kapalı gün ekle' }).click()
  await page.getByLabel('İlk gün').fill(addDays(shopToday(), 5))
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await page.getByRole('switch').click()
  await expect(page.getByLabel('Başka saat')).toBeVisible()
  await look('closed days, filled')
  await sheet('Ramazan Bayramı arifesi', 'an eve')

  await page.goto('/ayarlar/kurallar')
  await expect(page.getByRole('switch')).toBeVisible()
  await look('the rules')
  await sheet('En geç ne zaman alınabilir?', 'a rule')

  await page.goto('/sayfa')
  await look('a closed page')
  await page.getByLabel('Sayfanızın adresi').fill('')
  await page.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(page.getByText('En az 3 harf')).toBeVisible()
  await look('a closed page sent back')
  await page.getByLabel('Sayfanızın adresi').fill(`berber ${Date.now()}`)
  await page.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(page.getByRole('heading', { name: 'Sayfanız açık' })).toBeVisible()
  await look('an open page')
  await page.goto('/sayfa/afis')
  await look('the poster')

  await page.goto('/ekip')
  await page.getByRole('button', { name: 'Bağlantı hazırla' }).click()
  await expect(page.getByText('yalnızca şimdi görünür')).toBeVisible()
  await look('the team with a calendar address')
})
