import { addCustomer, book, openMenu, register } from './support/acts'
import { expect, newOwner, test } from './support/journey'

test.use({ expectedErrors: /status of 403 .*api\/sync/ })

test('staff join by a link, see the book and of the till only their own; removed, their phone is wiped at its next contact', async ({
  page,
  owner: _,
  newPhone,
}) => {
  await addCustomer(page, 'Ali Çelik', '0532 222 33 44')
  await openMenu(page, 'Bugün')
  await book(page, { who: 'Ali Çelik', at: '00:00' })
  await openMenu(page, 'Kasa')
  await page.getByRole('button', { name: 'Gelir' }).click()
  await page.getByRole('button', { name: '9', exact: true }).click()
  await page.getByRole('button', { name: 'Nakit' }).click()
  await expect(page.getByRole('region', { name: 'Günün toplamı' })).toContainText('₺9,00')

  await page.goto('/ayarlar/dukkan')
  await page.getByRole('link', { name: 'Ekip ve davetler' }).click()
  await page.getByLabel('Adı').fill('Kemal')
  await page.getByRole('button', { name: 'Davet bağlantısı hazırla' }).click()
  const link = await page.getByLabel('Davet bağlantısı').inputValue()

  const kemal = await newPhone()
  await kemal.goto(link)
  await expect(kemal.getByRole('heading', { name: 'Berber Mehmet sizi davet ediyor' })).toBeVisible()
  await kemal.getByRole('link', { name: 'Hesap aç ve katıl' }).click()
  await register(kemal, newOwner('Kemal Kalfa'))
  await kemal.getByRole('button', { name: 'Dükkâna katıl' }).click()
  await expect(kemal.getByRole('heading', { name: 'Bugün' })).toBeAttached()
  await expect(kemal.getByRole('button', { name: 'Ali Çelik' }).first()).toBeVisible()
  await openMenu(kemal, 'Kasa')
  await expect(kemal.getByText('Yalnızca kendi aldıklarınızı görürsünüz.')).toBeVisible()
  await expect(kemal.getByText('₺9,00')).toBeHidden()

  await page.goto('/ekip')
  await page.getByText('Çıkar', { exact: true }).click()
  await page.getByRole('button', { name: 'Dükkândan çıkar' }).click()
  await expect(page.getByText('Kemal', { exact: true })).toBeHidden()

  await kemal.reload()
  await expect(kemal.getByText('O dükkânın kayıtları bu telefondan silindi.')).toBeVisible()
  expect(await kemal.evaluate(() => indexedDB.databases())).toEqual([])
})
