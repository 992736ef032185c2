import type { Page } from '@playwright/test'
import { enterShop, keptOffline, nextOpenDay } from './support/acts'
import { expect, test } from './support/journey'

const day = nextOpenDay()

async function bookAtTen(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: /^(Randevu ekle|İlk randevuyu ekle)$/ }).click()
  await page.getByRole('searchbox').fill(who)
  await page.getByRole('button', { name: `Yeni: ${who}` }).click()
  await page.getByRole('button', { name: 'Saç 30 dk' }).click()
  await page.getByRole('button', { name: '10:00', exact: true }).click()
  await expect(page.getByText('Randevu eklendi:')).toBeVisible()
}

test('two phones give away one chair without a network: the second is offered other times, and one tap books one', async ({
  page,
  owner,
  newPhone,
}) => {
  const other = await newPhone()
  await enterShop(other, owner)
  for (const phone of [page, other]) {
    await phone.goto(`/bugun?gun=${day}`)
    await keptOffline(phone)
    await phone.context().setOffline(true)
  }
  await bookAtTen(page, 'Kemal Doğan')
  await bookAtTen(other, 'Yusuf Ateş')

  await page.context().setOffline(false)
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toBeHidden()
  await other.context().setOffline(false)

  const card = other.getByRole('region', { name: /Yusuf Ateş için .*10:00 dolu çıktı/ })
  await expect(card).toBeVisible()
  const offers = card.getByRole('button', { name: /\d\d:\d\d/ })
  await expect(offers).toHaveCount(3)
  await offers.first().click()
  await expect(card).toBeHidden()
  await expect(other.getByRole('button', { name: /\d\d:\d\d Yusuf Ateş/ })).toBeVisible()
  await expect(other.getByLabel('gönderilmeyi bekliyor')).toBeHidden()

  await page.reload()
  for (const phone of [page, other]) {
    await expect(phone.getByRole('button', { name: '10:00 Kemal Doğan' })).toHaveCount(1)
    await expect(phone.getByRole('button', { name: /\d\d:\d\d Yusuf Ateş/ })).toHaveCount(1)
  }
})
