import { book, delivered, enterShop, keptOffline, nextOpenDay } from './support/acts'
import { askForAll, statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'

const day = nextOpenDay()

test('what a customer asked for is agreed to with one tap and no network, and turned down with a reason', async ({
  page,
  owner,
  newPhone,
}) => {
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Ayşe Kaya', at: '10:00' })
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Fatma Demir', at: '11:00' })
  await delivered(page)
  await askForAll(owner)

  await page.goto('/bugun')
  await expect(page.getByText('2 onay bekliyor')).toBeVisible()
  await keptOffline(page)
  await page.context().setOffline(true)

  const ayse = page.getByRole('region', { name: 'Onay bekliyor: Ayşe Kaya' })
  await expect(ayse).toContainText('kadar tutuluyor')
  await ayse.getByRole('button', { name: 'Onayla' }).click()
  await expect(page.getByText(/^Onaylandı: .*10:00/)).toBeVisible()
  await expect(ayse).toBeHidden()

  await page.getByRole('button', { name: 'Reddet' }).click()
  await page.getByLabel('Neden?').fill('O gün kapalıyız')
  await page.getByRole('dialog').getByRole('button', { name: 'Reddet' }).click()
  await expect(page.getByText('onay bekliyor')).toBeHidden()

  await page.context().setOffline(false)
  await expect(page.getByText('Çevrimdışı')).toBeHidden()
  await page.goto(`/bugun?gun=${day}`)
  await expect(page.getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()
  await delivered(page)
  await expect.poll(() => statusesOf(owner)).toEqual(['confirmed', 'cancelled'])

  const other = await newPhone()
  await enterShop(other, owner)
  await other.goto(`/bugun?gun=${day}`)
  await expect(other.getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()
  await other.getByText('İptal edilen 1 randevu').click()
  await other.getByRole('button', { name: '11:00 Fatma Demir' }).click()
  await expect(other.getByText('Nedeni: O gün kapalıyız')).toBeVisible()
  await other.getByText('Geçmişi').click()
  await expect(other.getByText(/Bugün \d\d:\d\d siz iptal ettiniz/)).toBeVisible()
})
