import type { Locator, Page } from '@playwright/test'
import { addChair, delivered, nextOpenDay } from './support/acts'
import { expect, test } from './support/journey'

const day = nextOpenDay()

test.use({ viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false })

/** Takes it in the middle and drops it so far away, in pixels of the page. */
async function drag(page: Page, what: Locator, { x, y }: { x: number; y: number }): Promise<void> {
  const box = (await what.boundingBox())!
  const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move(fromX + x / 2, fromY + y / 2, { steps: 4 })
  await page.mouse.move(fromX + x, fromY + y, { steps: 4 })
  await page.mouse.up()
}

test('an appointment is dragged to another time and another chair, back with one tap, and never onto somebody else', async ({
  page,
  owner: _,
}) => {
  await addChair(page, 'Kemal')
  for (const [who, at] of [
    ['Ayşe Kaya', '10:00'],
    ['Fatma Demir', '12:00'],
  ] as const) {
    await page.goto(`/bugun?gun=${day}`)
    await page.getByRole('button', { name: /^(Randevu ekle|İlk randevuyu ekle)$/ }).click()
    await page.getByRole('searchbox').fill(who)
    await page.getByRole('button', { name: `Yeni: ${who}` }).click()
    await page.getByRole('button', { name: 'Saç 30 dk' }).click()
    await page.getByRole('radiogroup', { name: 'Kim yapacak?' }).getByText('Mehmet Usta').click()
    await page.getByLabel('Tam saat').fill(at)
    await page.getByRole('button', { name: 'Bu saate yaz' }).click()
    await expect(page.getByText(`Randevu eklendi:`)).toBeVisible()
  }
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  const ayse = page.getByRole('button', { name: /^\d\d:\d\d Ayşe Kaya/ })
  const hour =
    ((await page.getByRole('button', { name: '12:00 Fatma Demir' }).boundingBox())!.y - (await ayse.boundingBox())!.y) /
    2
  const across = (await column('Kemal').boundingBox())!.x - (await column('Mehmet Usta').boundingBox())!.x

  await drag(page, ayse, { x: across, y: hour })
  await expect(page.getByText(/^Taşındı: .*11:00$/)).toBeVisible()
  await expect(column('Kemal').getByRole('button', { name: '11:00 Ayşe Kaya' })).toBeVisible()
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(column('Mehmet Usta').getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()

  await drag(page, ayse, { x: 0, y: 2 * hour })
  await expect(page.getByText('12:00 dolu: Fatma Demir. Randevu yerinde kaldı.')).toBeVisible()
  await expect(column('Mehmet Usta').getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()

  await ayse.click()
  await expect(page.getByRole('dialog', { name: 'Ayşe Kaya' })).toBeVisible()
  await page.keyboard.press('Escape')
  await delivered(page)
})
