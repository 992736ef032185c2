import { addDays } from '@/lib/kernel/zone'
import { describeShop, nextOpenDay, register, shopToday } from './support/acts'
import { expect, newOwner, test } from './support/journey'

test('a newcomer is at most sixteen taps away from the first appointment', async ({ page }) => {
  let taps = 0
  await page.exposeFunction('tapped', () => taps++)
  await page.addInitScript(() => {
    const { tapped } = window as unknown as { tapped(): void }
    addEventListener('pointerdown', tapped, true)
    // What is filled in here without a pointer a thumb would have to tap first.
    addEventListener(
      'focusin',
      ({ target }) =>
        (target as Element).matches('[type=text], [type=email], [type=password], [type=search]') && tapped(),
      true,
    )
  })

  const owner = newOwner()
  await page.goto('/')
  await page.getByRole('link', { name: 'Dükkânımı aç' }).click()
  await register(page, owner)
  await describeShop(page, owner)
  await page.getByRole('button', { name: 'İlk randevuyu ekle' }).click()
  await page.getByRole('searchbox').fill('Ahmet Yılmaz 0532 111 22 33')
  await page.getByRole('button', { name: 'Yeni: Ahmet Yılmaz' }).click()
  await page.getByRole('button', { name: 'Saç 30 dk' }).click()
  const when = page.getByRole('dialog', { name: 'Ne zaman?' })
  for (let day = shopToday(); day < nextOpenDay(); day = addDays(day, 1))
    await when.getByRole('button', { name: 'Sonraki gün' }).click()
  await when.getByRole('listitem').getByRole('button').first().click()
  await expect(page.getByText('Randevu eklendi:')).toBeVisible()
  expect(taps).toBeGreaterThan(10)
  expect(taps).toBeLessThanOrEqual(16)
})
