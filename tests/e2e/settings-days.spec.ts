import { addDays, type Day, formatDay } from '@/lib/kernel/zone'
import { book, enterShop, keptOffline, nextOpenDay, shopToday } from './support/acts'
import { expect, test } from './support/journey'

const day: Day = nextOpenDay()

test('a closed day is written without a network, says who is to come then, can be undone and reaches the other phone', async ({
  page,
  owner,
  newPhone,
}) => {
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Ahmet Yılmaz', at: '11:00' })
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
  await keptOffline(page)
  await page.context().setOffline(true)

  await page.goto('/ayarlar/kapali-gunler')
  await page.getByRole('button', { name: 'Kapalı gün ekle' }).click()
  const sheet = page.getByRole('dialog', { name: 'Kapalı gün' })
  await sheet.getByLabel('İlk gün').fill(day)
  await sheet.getByLabel('Son gün').fill(addDays(day, -1))
  await sheet.getByRole('button', { name: 'Kaydet' }).click()
  await expect(sheet.getByText('Bitiş başlangıçtan sonra olmalı.')).toBeVisible()
  await sheet.getByLabel('Son gün').fill(addDays(day, 1))
  await expect(sheet.getByText('Bu arada 1 randevu var.')).toBeVisible()
  await sheet.getByLabel('Not').fill('Köyde düğün 🎉')
  await sheet.getByRole('button', { name: 'Kaydet' }).click()
  const words = `${formatDay(day)} – ${formatDay(addDays(day, 1))}`
  const row = page.getByRole('listitem').filter({ hasText: words })
  await expect(row).toContainText('Köyde düğün 🎉')
  await expect(row.getByLabel('gönderilmeyi bekliyor')).toBeVisible()

  await row.getByRole('button', { name: `${words} kaldır` }).click()
  await expect(row).toBeHidden()
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(row).toContainText('Köyde düğün 🎉')

  await page.context().setOffline(false)
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
  const other = await newPhone()
  await enterShop(other, owner)
  await other.goto('/ayarlar/kapali-gunler')
  await expect(other.getByRole('listitem').filter({ hasText: words })).toHaveCount(1)
  await expect(other.getByText('Köyde düğün 🎉')).toBeVisible()
})

test('one date has other hours: what cannot be is said, the later of two phones wins, and the usual hours come back', async ({
  page,
  owner,
  newPhone,
}) => {
  const other = await newPhone()
  await enterShop(other, owner)
  for (const [phone, closing] of [
    [page, '21:30'],
    [other, '23:00'],
  ] as const) {
    await phone.goto('/ayarlar/kapali-gunler')
    await keptOffline(phone)
    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: 'Farklı saat ekle' }).click()
    const sheet = phone.getByRole('dialog', { name: 'Farklı saatler' })
    await sheet.getByLabel('Hangi gün?').fill(day)
    await sheet.getByLabel('Açılış').fill('20:00')
    await sheet.getByLabel('Kapanış').fill('10:00')
    await sheet.getByRole('button', { name: 'Kaydet' }).click()
    await expect(sheet.getByText('Kapanış açılıştan sonra olmalı.')).toBeVisible()
    await sheet.getByLabel('Açılış').fill('10:00')
    await sheet.getByLabel('Kapanış').fill('20:00')
    await sheet.getByRole('button', { name: 'Aradan sonra devam et' }).click()
    await sheet.getByLabel('Açılış').last().fill('19:00')
    await sheet.getByLabel('Kapanış').last().fill(closing)
    await sheet.getByRole('button', { name: 'Kaydet' }).click()
    await expect(sheet.getByText('Saatler üst üste biniyor')).toBeVisible()
    await sheet.getByLabel('Açılış').last().fill('20:30')
    await sheet.getByRole('button', { name: 'Kaydet' }).click()
    await expect(phone.getByRole('button', { name: `${formatDay(day)}` })).toContainText(`20:30–${closing}`)
  }
  await page.context().setOffline(false)
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
  await other.context().setOffline(false)
  await expect(other.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
  await page.reload()
  for (const phone of [page, other]) {
    const row = phone.getByRole('button', { name: formatDay(day) })
    await expect(row).toHaveCount(1)
    await expect(row).toContainText('10:00–20:00, 20:30–23:00')
  }

  await page.getByRole('button', { name: formatDay(day) }).click()
  await page.getByRole('button', { name: 'Her zamanki saatlere dön' }).click()
  await expect(page.getByText(`${formatDay(day)} her zamanki gibi`)).toBeVisible()
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
  await other.reload()
  await expect(other.getByRole('button', { name: 'Farklı saat ekle' })).toBeVisible()
  await expect(other.getByRole('button', { name: formatDay(day) })).toBeHidden()
})

test('[AP2] one switch keeps the shop open on both eves, and off again leaves them as the law has them', async ({
  page,
  owner: _,
}) => {
  await page.goto('/ayarlar/kapali-gunler')
  const eves = ['Ramazan Bayramı arifesi', 'Kurban Bayramı arifesi'].map(name => page.getByRole('button', { name }))
  const eachSays = async (words: string) => {
    for (const eve of eves) await expect(eve).toContainText(words)
  }
  await eachSays('kapanış 13:00')
  await page.getByRole('switch', { name: 'Arifede geç saate kadar açığım' }).click()
  await eachSays('kapanış 22:00')
  await page.getByText('23:00', { exact: true }).click()
  await eachSays('kapanış 23:00')
  await page.getByLabel('Başka saat').fill('21:45')
  await page.getByRole('button', { name: 'Bu saate kadar' }).click()
  await eachSays('kapanış 21:45')
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)

  await page.reload()
  await eachSays('kapanış 21:45')
  await page.getByRole('switch', { name: 'Arifede geç saate kadar açığım' }).click()
  await eachSays('kapanış 13:00')

  await page.getByRole('button', { name: 'Zafer Bayramı' }).click()
  await page.getByRole('button', { name: 'Her zamanki gibi açık' }).click()
  await expect(page.getByRole('button', { name: 'Zafer Bayramı' })).toContainText('her zamanki gibi')
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Zafer Bayramı' })).toContainText('her zamanki gibi')
  await expect(page.getByText('kayıt sizi bekliyor')).toBeHidden()
})

test('a chair’s hours and time off of a few hours', async ({ page, owner: _ }) => {
  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: 'Mehmet Usta' }).click()
  await page.getByRole('link', { name: 'İzin yok' }).click()
  await page.getByRole('button', { name: 'İzin ekle' }).click()
  const sheet = page.getByRole('dialog', { name: 'İzin' })
  await sheet.getByText('Birkaç saat').click()
  await sheet.getByLabel('Gün', { exact: true }).fill(addDays(shopToday(), 3))
  await sheet.getByRole('button', { name: 'Kaydet' }).click()
  await expect(sheet.getByText('Başlangıç ve bitiş saatini yazın.')).toBeVisible()
  await sheet.getByLabel('Başlangıç').fill('14:00')
  await sheet.getByLabel('Bitiş').fill('16:00')
  await sheet.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByRole('main').getByText(`${formatDay(addDays(shopToday(), 3))} 14:00–16:00`)).toBeVisible()
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(page.getByText('İzinli olunan zamana randevu verilmez.')).toBeVisible()
})
