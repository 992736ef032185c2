import { addDays, formatDay } from '@/lib/kernel/zone'
import { delivered, holdUndo, keptOffline, nextHoliday, planWeekly } from './support/acts'
import { chooseTime, nothingBeside, publishPage, toNextWeek, writeName } from './support/booking'
import { statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

// Everything that the appointment book is for, once through, on the smallest phone.

test('from the owner’s hours to a walk-in: booked without script, agreed to offline, moved by its link, not to be had twice, a series over a holiday', async ({
  page,
  owner,
  newPhone,
}) => {
  test.setTimeout(300_000)
  const withoutScript = { javaScriptEnabled: false }

  // The owner: open every day from ten to six, and a service of his own.
  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: owner.name }).click()
  await page.getByRole('button', { name: /^Pazartesi/ }).click()
  const monday = page.getByRole('dialog', { name: 'Pazartesi' })
  await monday.getByLabel('Açılış').fill('10:00')
  await monday.getByLabel('Kapanış').fill('18:00')
  for (const day of ['Salı', 'Çarşamba', 'Perşembe', 'Cuma', 'Cumartesi', 'Pazar']) {
    await monday.getByRole('checkbox', { name: day, exact: true }).check()
  }
  await expectNothingSerious(page, 'the hours of a day')
  await monday.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByRole('button', { name: 'Pazar 10:00–18:00' })).toBeVisible()
  await page.goto('/ayarlar/hizmetler')
  await page.getByRole('button', { name: 'Hizmet ekle' }).click()
  const sheet = page.getByRole('dialog', { name: 'Yeni hizmet' })
  await sheet.getByLabel('Hizmet', { exact: true }).fill('Ense tıraşı')
  await sheet.getByLabel('Kaç dakika sürer?').fill('15')
  await sheet.getByLabel('Ücret (₺)').fill('150')
  await sheet.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByRole('button', { name: /^Ense tıraşı 15 dk/ })).toBeVisible()
  await delivered(page)
  const address = await publishPage(page, owner)

  // A customer with JavaScript off.
  const customer = await newPhone(withoutScript)
  await chooseTime(customer, address, 'Ense tıraşı')
  await nothingBeside(customer)
  await writeName(customer, { name: 'Zeynep Işık', phone: '0532 333 33 33' })
  await expect(customer.getByRole('heading', { name: 'Randevu isteğiniz alındı' })).toBeVisible()
  await nothingBeside(customer)

  // Agreed to with no network, by mistake, and again.
  await page.goto('/bugun')
  const card = page.getByRole('region', { name: 'Onay bekliyor: Zeynep Işık' })
  await expect(card).toContainText('Ense tıraşı')
  await nothingBeside(page)
  await expectNothingSerious(page, 'a request')
  await keptOffline(page)
  await page.context().setOffline(true)
  await card.getByRole('button', { name: 'Onayla' }).click()
  await holdUndo(page)
  await expect(card).toBeHidden()
  await expect(page.getByRole('button', { name: 'Haber ver' })).toBeVisible()
  await nothingBeside(page)
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(card).toBeVisible()
  await card.getByRole('button', { name: 'Onayla' }).click()
  await expect(card).toBeHidden()
  await page.context().setOffline(false)
  await expect.poll(() => statusesOf(owner)).toEqual(['confirmed'])
  await customer.reload()
  await expect(customer.getByRole('heading', { name: 'Randevunuz tamam' })).toBeVisible()

  // Another looks at the day's first time; before he takes it the customer moves there by his link.
  const other = await newPhone(withoutScript)
  await other.goto(address)
  await other.getByRole('link', { name: /^Ense tıraşı/ }).click()
  await toNextWeek(other)
  const wanted = other.getByRole('button', { name: '10:00', exact: true })
  await expect(wanted).toBeVisible()
  await customer.getByRole('link', { name: 'Saati değiştir' }).click()
  await toNextWeek(customer)
  await customer.getByRole('button', { name: '10:00', exact: true }).click()
  await expect(customer.getByRole('heading', { name: 'Randevunuz tamam' })).toBeVisible()
  await expect(customer.getByText('10:00', { exact: true })).toBeVisible()
  await wanted.click()
  await expect(other.getByText('Bu saat artık boş değil. Lütfen başka bir saat seçin.')).toBeVisible()
  await expect(wanted).toHaveCount(0)

  // What both see, as a reader hears it: axe needs script.
  const reader = await newPhone()
  for (const path of [address, new URL(customer.url()).pathname, new URL(other.url()).pathname]) {
    await reader.goto(path)
    await nothingBeside(reader)
    await expectNothingSerious(reader, path)
  }

  // A series over a holiday.
  const holiday = nextHoliday()
  await page.goto(`/bugun?gun=${addDays(holiday, -7)}`)
  await planWeekly(page, 'Ayşe Kaya')
  await expect(page.getByText('3 tarihin 2 tanesi yazılacak, saat 14:00.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: new RegExp(formatDay(holiday)) })).not.toBeChecked()
  await nothingBeside(page)
  await expectNothingSerious(page, 'the dates of a series')
  await page.getByRole('button', { name: '2 randevuyu kaydet' }).click()
  await expect(page.getByText('2 randevu eklendi')).toBeVisible()
  await page.goto(`/bugun?gun=${addDays(holiday, 7)}`)
  await expect(page.getByRole('button', { name: '14:00 Ayşe Kaya' })).toBeVisible()

  // And somebody walks in.
  await page.goto('/bugun')
  await page.getByRole('button', { name: 'Sıraya ekle' }).click()
  await page.getByLabel('Adı').fill('Mehmet Amca')
  await page.getByRole('button', { name: 'Ense tıraşı 15 dk' }).click()
  const queue = page.getByRole('region', { name: 'Sıra', exact: true })
  await queue.getByRole('button', { name: 'Mehmet Amca' }).click()
  await page.getByRole('button', { name: 'Otursun' }).click()
  await expect(page.getByRole('region', { name: 'Şimdi' })).toContainText('Mehmet Amca')
  await nothingBeside(page)
  await expectNothingSerious(page, 'somebody in the chair')
  await delivered(page)
  await expect.poll(() => statusesOf(owner)).toEqual(['arrived', ...Array(3).fill('confirmed')])
})
