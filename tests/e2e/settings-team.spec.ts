import { addDays, formatDay } from '@/lib/kernel/zone'
import { register, shopToday } from './support/acts'
import { expect, newOwner, test } from './support/journey'

test('a member of staff is given his chair: his phone opens at its column, and he takes his own time off there', async ({
  page,
  owner: _,
  newPhone,
}) => {
  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: 'Çalışan ekle' }).click()
  await page.getByLabel('Adı').fill('Kemal')
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByRole('heading', { name: 'Kemal' })).toBeVisible()
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)

  await page.goto('/ekip')
  await page.getByLabel('Adı').fill('Kemal Kalfa')
  await page.getByRole('button', { name: 'Davet bağlantısı hazırla' }).click()
  const link = await page.getByLabel('Davet bağlantısı').inputValue()
  const kemal = await newPhone()
  await kemal.goto(link)
  await kemal.getByRole('link', { name: 'Hesap aç ve katıl' }).click()
  await register(kemal, newOwner('Kemal Kalfa'))
  await kemal.getByRole('button', { name: 'Dükkâna katıl' }).click()
  const filter = kemal.getByRole('combobox')
  await expect(filter).toHaveValue('')
  await kemal.goto('/ayarlar')
  await expect(kemal.getByRole('link', { name: 'İzinlerim' })).toBeHidden()
  for (const name of ['Hizmetler', 'Kapalı günler ve tatiller', 'Randevu kuralları', 'İnternet sayfanız'])
    await expect(kemal.getByRole('link', { name })).toBeHidden()

  await page.goto('/ekip')
  const row = page.getByRole('listitem').filter({ hasText: 'Kemal Kalfa' })
  await row.getByLabel('Koltuğu').selectOption({ label: 'Kemal' })
  await row.getByRole('button', { name: 'Kaydet' }).click()
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'Dükkân sahibi' })
      .getByRole('option', { name: 'Kemal · Kemal Kalfa' }),
  ).toBeDisabled()

  await kemal.goto('/bugun')
  await expect(filter.getByRole('option', { selected: true })).toHaveText('Kemal')
  await kemal.goto('/ayarlar')
  await kemal.getByRole('link', { name: 'İzinlerim' }).click()
  await kemal.getByRole('button', { name: 'İzin ekle' }).click()
  const day = addDays(shopToday(), 2)
  await kemal.getByLabel('İlk gün').fill(day)
  await kemal.getByRole('button', { name: 'Kaydet' }).click()
  await expect(kemal.getByRole('listitem').filter({ hasText: formatDay(day) })).toBeVisible()
  await expect(kemal.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)

  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: 'Kemal' }).click()
  await page.getByRole('link', { name: 'İzin 1 izin' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: formatDay(day) })).toBeVisible()
})

test('a calendar address is shown once and taken back', async ({ page, owner: _ }) => {
  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: 'Mehmet Usta' }).click()
  await page.getByRole('link', { name: 'Takvim bağlantısı' }).click()
  await expect(page.getByText('Koltuğu')).toBeHidden() // alone in the shop there is nothing to choose
  await page.getByText('Tam isim', { exact: true }).click()
  await page.getByRole('button', { name: 'Bağlantı hazırla' }).click()
  const address = page.getByLabel('Takvim bağlantısı', { exact: true }).and(page.getByRole('textbox'))
  await expect(address).toHaveValue(/\/takvim\/[\w-]{43}\.ics$/)
  const url = await address.inputValue()
  expect(await (await page.request.get(url)).text()).toMatch(/^BEGIN:VCALENDAR/)
  const row = page.getByRole('listitem').filter({ hasText: 'Tam isimle' })
  await expect(row).toBeVisible()

  await page.reload()
  await expect(address).toBeHidden()
  await row.getByRole('button', { name: 'Bağlantıyı geri al' }).click()
  await expect(row).toBeHidden()
  expect((await page.request.get(url)).status()).toBe(404)
})
