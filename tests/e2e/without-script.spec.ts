import type { Page } from '@playwright/test'
import { describeShop, logIn, register } from './support/acts'
import { expect, newOwner, test } from './support/journey'

async function expectNeedOfScript(page: Page): Promise<void> {
  const sentence = page.locator('noscript')
  await expect(sentence).toBeVisible()
  // Playwright's own matchers read no text in a noscript.
  expect(await sentence.textContent()).toBe('Dükkân ekranları için tarayıcınızda JavaScript açık olmalı.')
}

test.use({ javaScriptEnabled: false })

test('an account and a shop can be opened with JavaScript off, up to the sentence that the shop itself needs it', async ({
  page,
  newPhone,
}) => {
  const owner = newOwner()
  await page.goto('/')
  await page.getByRole('link', { name: 'Dükkânımı aç' }).click()
  await register(page, { ...owner, password: 'kisa' })
  await expect(page.getByText('Şifre en az 8 karakter olsun.')).toBeVisible()
  await expect(page.getByLabel('Adınız ve soyadınız')).toHaveValue(owner.name)
  await register(page, owner)
  await describeShop(page, owner)
  await expectNeedOfScript(page)

  const other = await newPhone()
  await logIn(other, owner)
  await expectNeedOfScript(other)
})
