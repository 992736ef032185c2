import { addChair, holdUndo, nextOpenDay } from './support/acts'
import { statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'

const day = nextOpenDay()

test('two services by two people are one visit: booked, moved, paid and taken back together', async ({
  page,
  owner,
}) => {
  await addChair(page, 'Kemal')
  await page.goto(`/bugun?gun=${day}`)
  await page.getByRole('button', { name: 'İlk randevuyu ekle' }).click()
  await page.getByRole('searchbox').fill('Ayşe Kaya')
  await page.getByRole('button', { name: 'Yeni: Ayşe Kaya' }).click()
  await page.getByRole('button', { name: 'Birkaç hizmet ya da tekrar' }).click()
  await page.getByLabel('Hizmet', { exact: true }).selectOption('Saç')
  await page.getByLabel('Bir hizmet daha').selectOption('Sakal')
  await page.getByLabel('1. Saç').selectOption('Mehmet Usta')
  await page.getByLabel('2. Sakal').selectOption('Kemal')
  await expect(page.getByText('Toplam 50 dk · ₺650,00')).toBeVisible()
  await page.getByRole('button', { name: 'Saat seç' }).click()
  await page.getByRole('button', { name: '10:00', exact: true }).click()
  await expect(page.getByText('Randevu eklendi:')).toBeVisible()

  const part = (time: string) => page.getByRole('button', { name: `${time} Ayşe Kaya` })
  await expect(part('10:00')).toContainText('Mehmet Usta · Saç')
  await expect(part('10:30')).toContainText('Kemal · Sakal')

  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(part('10:00')).toBeHidden()
  await expect(page.getByText('İptal edilen')).toBeHidden()
  await expect.poll(() => statusesOf(owner)).toEqual([])
})

test('a visit moves whole and is paid in one sum, each part its share', async ({ page, owner }) => {
  await addChair(page, 'Kemal')
  await page.goto('/bugun')
  await page.getByRole('button', { name: 'İlk randevuyu ekle' }).click()
  await page.getByRole('searchbox').fill('Ayşe Kaya')
  await page.getByRole('button', { name: 'Yeni: Ayşe Kaya' }).click()
  await page.getByRole('button', { name: 'Birkaç hizmet ya da tekrar' }).click()
  await page.getByLabel('Hizmet', { exact: true }).selectOption('Saç')
  await page.getByLabel('Bir hizmet daha').selectOption('Sakal')
  await page.getByLabel('2. Sakal').selectOption('Kemal')
  await page.getByRole('button', { name: 'Saat seç' }).click()
  await page.getByLabel('Tam saat').fill('00:00')
  await page.getByRole('button', { name: 'Bu saate yaz' }).click()

  const part = (time: string) => page.getByRole('button', { name: `${time} Ayşe Kaya` }).last()
  await part('00:00').click()
  await page.getByRole('button', { name: 'Taşı' }).click()
  await page.getByLabel('Tam saat').fill('00:10')
  await page.getByRole('button', { name: 'Bu saate yaz' }).click()
  await expect(part('00:40')).toBeVisible()

  await part('00:10').click()
  await expect(page.getByRole('row', { name: 'Toplam' })).toContainText('₺650,00')
  await page.getByRole('button', { name: 'Bitti, parayı al' }).last().click()
  await page.getByRole('button', { name: 'Nakit' }).click()
  await expect(page.getByText('₺650,00 alındı')).toBeVisible()
  await page.getByText('Geçen 2 randevu').click()
  await holdUndo(page)
  await expect(part('00:10')).toContainText('₺400,00')
  await expect(part('00:40')).toContainText('₺250,00')
  await expect.poll(() => statusesOf(owner)).toEqual(['done', 'done'])

  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect.poll(() => statusesOf(owner)).toEqual(['confirmed', 'confirmed'])
})
