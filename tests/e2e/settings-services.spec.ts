import { openMenu } from './support/acts'
import { expect, test } from './support/journey'

test('a service is kept with what its chair needs before and after; what cannot be is said, and nothing typed is lost', async ({
  page,
  owner: _,
}) => {
  const long = 'Saç boyama, kaynak, keratin bakım, fön 💇‍♀️ ve gelin başı'
  await page.goto('/ayarlar/hizmetler')
  await page.getByRole('button', { name: 'Hizmet ekle' }).click()
  const sheet = page.getByRole('dialog', { name: 'Yeni hizmet' })
  await expect(sheet.getByRole('textbox').filter({ visible: true })).toHaveCount(3)
  await sheet.getByLabel('Hizmet', { exact: true }).fill(long)
  await sheet.getByLabel('Kaç dakika sürer?').fill('1500') // 25 hours
  await sheet.getByLabel('Ücret (₺)').fill('1.250,50')
  await sheet.getByRole('button', { name: 'Kaydet' }).click()
  await expect(sheet.getByText('Dakika olarak yazın: 5 ile 720 arasında (12 saat).')).toBeVisible()
  await sheet.getByLabel('Kaç dakika sürer?').fill('180')

  await sheet.getByText('Diğer', { exact: true }).click()
  await sheet.getByLabel('Hazırlık (dakika)').fill('10')
  await sheet.getByLabel('Temizlik (dakika)').fill('200')
  await sheet.getByText('Diğer', { exact: true }).click()
  await sheet.getByRole('button', { name: 'Kaydet' }).click()
  // Folded away, the fault opens its fold.
  await expect(sheet.getByText('Dakika olarak yazın: 0 ile 120 arasında.')).toBeVisible()
  await sheet.getByLabel('Temizlik (dakika)').fill('20')
  await sheet.getByRole('switch', { name: 'Müşteriler internetten seçebilir' }).click()
  await sheet.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByRole('button', { name: `${long} 3 saat · internette yok ₺1.250,50` })).toBeVisible()
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)

  await page.reload()
  await page.getByRole('button', { name: long }).click()
  const kept = page.getByRole('dialog')
  await kept.getByText('Diğer', { exact: true }).click()
  await expect(kept.getByLabel('Hazırlık (dakika)')).toHaveValue('10')
  await expect(kept.getByLabel('Temizlik (dakika)')).toHaveValue('20')
  await expect(kept.getByRole('switch')).not.toBeChecked()
})

test('services are put in another order, by keyboard too, and are chosen from in that order', async ({
  page,
  owner: _,
}) => {
  await page.goto('/ayarlar/hizmetler')
  await page.getByRole('button', { name: 'Sırayı değiştir' }).click()
  const order = () => page.getByRole('main').getByRole('listitem').allInnerTexts()
  await expect.poll(order).toEqual(['Saç', 'Sakal', 'Saç ve sakal', 'Çocuk saç', 'Saç yıkama ve fön'])
  await expect(page.getByRole('button', { name: 'Saç: yukarı', exact: true })).toBeDisabled()

  await page.getByRole('button', { name: 'Saç: aşağı', exact: true }).focus()
  for (let times = 0; times < 4; times++) {
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Saç ${times + 2}. sırada`)).toBeAttached()
  }
  // At the end of the way down the focus is on the way up.
  await expect(page.getByRole('button', { name: 'Saç: yukarı', exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Bitti' }).click()
  const wanted = ['Sakal', 'Saç ve sakal', 'Çocuk saç', 'Saç yıkama ve fön', 'Saç']
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText(wanted.map(name => new RegExp(`^${name}\\d`)))

  await openMenu(page, 'Bugün')
  await page.getByRole('button', { name: 'İlk randevuyu ekle' }).click()
  await page.getByRole('searchbox').fill('Ali')
  await page.getByRole('button', { name: 'Yeni: Ali' }).click()
  await expect(page.getByRole('dialog', { name: 'Ne yapılacak?' }).getByRole('listitem').first()).toContainText('Sakal')
})

test('a chair does only some services, in its own time and at its own price', async ({ page, owner: _ }) => {
  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: 'Mehmet Usta' }).click()
  await page.getByRole('link', { name: 'Yaptığı işler hepsi' }).click()

  await page.getByRole('button', { name: 'Çocuk saç' }).click()
  await page.getByRole('switch', { name: 'Bu işi yapar' }).click()
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByRole('button', { name: 'Çocuk saç yapmaz' })).toBeVisible()

  await page.getByRole('button', { name: 'Sakal 20 dk' }).click()
  await page.getByLabel('Onda kaç dakika sürer?').fill('3')
  await page.getByLabel('Onda ücret (₺)').fill('beş yüz')
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByText('Dakika olarak yazın: 5 ile 720 arasında (12 saat).')).toBeVisible()
  await expect(page.getByText('Ücreti yazın: 250 ya da 1.250,50 gibi.')).toBeVisible()
  await page.getByLabel('Onda kaç dakika sürer?').fill('35')
  await page.getByLabel('Onda ücret (₺)').fill('500')
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByRole('button', { name: 'Sakal 35 dk · ona göre ₺500,00' })).toBeVisible()
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)

  await page.reload()
  await expect(page.getByRole('button', { name: 'Sakal 35 dk · ona göre ₺500,00' })).toBeVisible()
  await page.getByRole('button', { name: 'Geri' }).click()
  await expect(page.getByRole('link', { name: 'Yaptığı işler 1 hizmeti yapmaz' })).toBeVisible()
})
