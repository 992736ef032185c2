import type { Locator } from '@playwright/test'
import { book } from './support/acts'
import { expect, test } from './support/journey'

// What a fast thumb meets on a phone that reads slowly.

/** Taps, and says whether the other could be tapped before anything has been read. */
async function leavesOpen(tapped: Locator, other: Locator): Promise<boolean> {
  const element = await other.elementHandle()
  return tapped.evaluate(async (button, element) => {
    ;(button as HTMLElement).click()
    await Promise.resolve() // the tap is shown, and the phone's storage has not had its turn
    return !element!.closest('[inert]')
  }, element)
}

test('nothing of the day before can be taken for the day that is named, on Bugün and where a time is chosen', async ({
  page,
  owner: _,
}) => {
  await book(page, { who: 'Şükrü Yıldırım', at: '00:00' })
  const visit = page.getByRole('button', { name: '00:00 Şükrü Yıldırım' }).last()
  expect(await leavesOpen(page.getByRole('button', { name: 'Sonraki gün' }), visit)).toBe(false)
  await page.getByRole('button', { name: 'Bugüne dön' }).click()

  await page.getByRole('button', { name: 'Randevu ekle', exact: true }).click()
  await page.getByRole('button', { name: 'İsimsiz' }).click()
  await page.getByRole('button', { name: 'Saç 30 dk' }).click()
  const sheet = page.getByRole('dialog')
  const time = sheet.getByLabel('Tam saat')
  expect(await leavesOpen(sheet.getByRole('button', { name: 'Sonraki gün' }), time)).toBe(false)
  await time.fill('00:00')
  await sheet.getByRole('button', { name: 'Bu saate yaz' }).click()
  await expect(page.getByText('Randevu eklendi:')).toBeVisible()
})
