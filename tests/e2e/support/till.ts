import type { Page } from '@playwright/test'
import { formatMoney, parseMoney } from '@/lib/kernel/money'
import { openMenu } from './acts'
import { expect } from './journey'

// What is done at the till, as a person does it.

/** Takes or spends money that belongs to nobody's appointment, in Kasa. */
export async function write(page: Page, kind: 'Gelir' | 'Gider', amount: string, way: 'Nakit' | 'Kart' = 'Nakit') {
  await page.getByRole('button', { name: kind, exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox').first().pressSequentially(amount)
  await page.getByRole('dialog').getByRole('button', { name: way, exact: true }).click()
  const money = parseMoney(amount)
  if (!money.ok) throw new Error(`${amount} is no amount`)
  await expect(
    page
      .getByText(formatMoney(money.value))
      .and(page.getByText(/(yazıldı|alındı)$/))
      .first(),
  ).toBeVisible()
}

/** Presses keys of the keypad that is open. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await tap(page, key)
}

/** Taps a button of the sheet that is open. */
export const tap = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

/** Sells on veresiye to somebody in the list, up to the sheet that says what he owes then. */
export async function sellOnVeresiye(page: Page, who: string, ...keys: string[]): Promise<void> {
  await openMenu(page, 'Kasa')
  await page.getByRole('button', { name: 'Gelir', exact: true }).click()
  await press(page, ...keys)
  await tap(page, 'Veresiye')
  await page.getByRole('dialog').getByRole('button', { name: who }).click()
}

/** Somebody in the list of those who owe. */
export const owed = (page: Page, who: string) => page.getByRole('listitem').filter({ hasText: who })

/** Closes the day that has been counted. */
export async function closeDay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Günü kapat' }).click()
  await page.getByRole('button', { name: 'Evet, kapat' }).click()
  await expect(page.getByText(/kapandı/).first()).toBeVisible()
}

/** Hears from the server now, and not half a minute later. */
export const hears = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')))
