import { addCustomer, delivered, enterShop, keptOffline, openMenu } from './support/acts'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'
import { hears, owed, press, sellOnVeresiye, tap } from './support/till'

test('who owes is in Kasa; two taps collect it, a part pays the oldest, and two phones without a network agree afterwards', async ({
  page,
  owner,
  context,
  newPhone,
}) => {
  test.slow()
  await addCustomer(page, 'Işıl Çağlayan', '0532 999 00 11')
  await sellOnVeresiye(page, 'Işıl Çağlayan', '4', '00')
  await expect(page.getByRole('dialog')).toContainText('Toplam borcu₺400,00')
  await expectNothingSerious(page, 'a sale on veresiye')
  await tap(page, 'Veresiye yaz')
  await expect(page.getByText('₺400,00 veresiye yazıldı')).toBeVisible()
  await delivered(page)

  const other = await newPhone()
  await enterShop(other, owner)
  await keptOffline(other)
  await keptOffline(page)
  await context.setOffline(true)
  await other.context().setOffline(true)

  await page.getByRole('link', { name: /^Veresiye/ }).click()
  await expect(page.getByRole('region', { name: 'Toplam alacak' })).toContainText('₺400,00')
  await expectNothingSerious(page, 'who owes')
  await owed(page, 'Işıl Çağlayan').getByRole('button').click()
  await page.getByRole('button', { name: 'Bir kısmını al' }).click()
  await press(page, '5', '00')
  await expect(page.getByText('Borcu ₺400,00; fazlası tahsil edilemez.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nakit', exact: true })).toBeDisabled()
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Son rakamı sil' }).click()
  await press(page, '1', '5', '0')
  await expectNothingSerious(page, 'collecting')
  await tap(page, 'Nakit')
  await expect(page.getByText('₺150,00 tahsil edildi')).toBeVisible()
  await expect(owed(page, 'Işıl Çağlayan')).toContainText('₺250,00')

  // Meanwhile on the other phone, which knows nothing of it.
  await sellOnVeresiye(other, 'Işıl Çağlayan', '1', '00')
  await expect(other.getByRole('dialog')).toContainText('Toplam borcu₺500,00')
  await tap(other, 'Veresiye yaz')
  await expect(other.getByText('₺100,00 veresiye yazıldı')).toBeVisible()

  await context.setOffline(false)
  await other.context().setOffline(false)
  await delivered(page)
  await delivered(other)
  await hears(page)
  await expect(owed(page, 'Işıl Çağlayan')).toContainText('₺350,00')
  await other.getByRole('link', { name: /^Veresiye/ }).click()
  await hears(other)
  await expect(owed(other, 'Işıl Çağlayan')).toContainText('₺350,00')

  // Two taps: the person, and how it is paid.
  await owed(other, 'Işıl Çağlayan').getByRole('button').click()
  await tap(other, 'Kart')
  await expect(other.getByText('₺350,00 tahsil edildi')).toBeVisible()
  await expect(other.getByText('Kimsenin borcu yok.')).toBeVisible()
})

test('the account goes out as a message of the owner’s own, with no link in it', async ({ page, owner: _ }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      open: (url: string | URL) => {
        document.title = String(url)
      },
    })
  })
  await page.reload()
  await addCustomer(page, 'Işıl Çağlayan', '0532 999 00 11')
  await sellOnVeresiye(page, 'Işıl Çağlayan', '4', '00')
  await tap(page, 'Veresiye yaz')
  await page.getByRole('link', { name: /^Veresiye/ }).click()
  await owed(page, 'Işıl Çağlayan').getByRole('button').click()
  await tap(page, 'Hesabı gönder')
  const address = new URL(await page.title())
  expect(`${address.origin}${address.pathname}`).toBe('https://wa.me/905329990011')
  const text = address.searchParams.get('text')!
  expect(text).toContain('Berber Mehmet veresiye hesabınız:')
  expect(text).toContain('Toplam borç: ₺400,00')
  expect(text).not.toMatch(/https?:|www\./)
})

test('a limit warns and does not forbid', async ({ page, owner: _ }) => {
  await addCustomer(page, 'Gökhan Şimşek', '0533 444 55 66')
  await page.getByRole('link', { name: 'Gökhan Şimşek' }).click()
  await page.getByRole('button', { name: 'Veresiye sınırı koy' }).click()
  await press(page, '3', '00')
  await expectNothingSerious(page, 'a limit')
  await tap(page, 'Kaydet')
  await expect(page.getByRole('region', { name: 'Hesap' })).toContainText('Veresiye sınırı ₺300,00')

  await sellOnVeresiye(page, 'Gökhan Şimşek', '4', '00')
  await expect(page.getByText('Veresiye sınırını aşıyor')).toBeVisible()
  await expect(page.getByText('Sınırı ₺300,00, borcu ₺400,00 olacak.')).toBeVisible()
  await tap(page, 'Yine de veresiye yaz')
  await expect(page.getByText('₺400,00 veresiye yazıldı')).toBeVisible()

  await openMenu(page, 'Müşteriler')
  await page.getByRole('link', { name: 'Gökhan Şimşek' }).click()
  await expect(page.getByText('Borcu ₺400,00')).toBeVisible()
  await expectNothingSerious(page, 'a customer who owes')
  await page.getByRole('button', { name: 'Tahsil et' }).click()
  await tap(page, 'Nakit')
  await expect(page.getByText('₺400,00 tahsil edildi')).toBeVisible()
  await expect(page.getByText('Borcu ₺400,00')).toBeHidden()
  await delivered(page)
})

test('a list brings old debts, shown before anything is done, and takes them back with it', async ({
  page,
  owner: _,
}) => {
  const list =
    'Ad Soyad;Telefon;Borç\nIşıl Çağlayan;0532 999 00 11;1.234,50\nGökhan Şimşek;0533 444 55 66;\nVeli;0534 555 66 77;yüz lira\n'
  await openMenu(page, 'Müşteriler')
  await page.getByRole('button', { name: 'Listenizi aktarın' }).click()
  await page
    .getByLabel('Liste dosyası')
    .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await expect(page.getByText('₺1.234,50 veresiye borcu yazılacak')).toBeVisible()
  await expect(page.getByText('1 satıra göz atın')).toBeVisible()
  await expectNothingSerious(page, 'a list with debts')
  await page.getByRole('button', { name: '3 kişiyi aktar' }).click()
  await expect(page.getByText('3 müşteri eklendi, 1 kişinin borcu yazıldı')).toBeVisible()

  await openMenu(page, 'Kasa')
  await expect(page.getByRole('link', { name: /^Veresiye/ })).toContainText('₺1.234,50')
  await openMenu(page, 'Müşteriler')
  await page.getByRole('button', { name: 'Geri al' }).click()
  await page.getByRole('button', { name: 'Aktarımı geri al' }).click()
  await expect(page.getByText('Müşterileriniz burada durur')).toBeVisible()
  await openMenu(page, 'Kasa')
  await expect(page.getByRole('link', { name: /^Veresiye/ })).toContainText('yok')
  await delivered(page)
  await hears(page)
  await expect(page.getByRole('link', { name: /^Veresiye/ })).toContainText('yok')
})
