import { chooseTime, nothingBeside, openPage, toNextWeek, writeName } from './support/booking'
import { expect, newOwner, test } from './support/journey'

test.use({ javaScriptEnabled: false, expectedErrors: /status of 404/ })

test('a customer books, moves and cancels on the smallest phone with JavaScript off', async ({ browser, newPhone }) => {
  const address = await openPage(browser, newOwner())
  const customer = await newPhone()

  await customer.goto(address)
  await expect(customer.getByRole('heading', { name: 'Berber Mehmet' })).toBeVisible()
  await expect(customer.getByText('Moda Caddesi 12, Kadıköy, İstanbul')).toBeVisible()
  await expect(customer.getByRole('link', { name: 'Yol tarifi' })).toHaveAttribute('href', /maps.*Berber\+Mehmet/)
  await nothingBeside(customer)

  // Nothing chosen, then two things; back is back.
  await customer.getByRole('link', { name: 'Randevu al' }).click()
  await customer.getByRole('button', { name: 'Devam' }).click()
  await expect(customer.getByText('En az bir hizmet seçin.')).toBeVisible()
  await customer.getByRole('checkbox', { name: 'Çocuk saç' }).check()
  await customer.getByRole('checkbox', { name: /^Sakal/ }).check()
  await customer.getByRole('button', { name: 'Devam' }).click()
  await expect(customer.getByText('Sakal, Çocuk saç')).toBeVisible()
  await nothingBeside(customer)
  await customer.getByRole('link', { name: 'Geri' }).click()
  await expect(customer.getByRole('heading', { name: 'Ne yaptıracaksınız?' })).toBeVisible()

  // A time is kept while the name is written; what was typed stays, wrong as it is.
  const time = await chooseTime(customer, address)
  await expect(customer.getByText(/Bu saat \d\d:\d\d’(a|e|ya|ye) kadar sizin için tutuluyor\./)).toBeVisible()
  await expect(customer.getByRole('checkbox', { name: 'Açık rıza veriyorum' })).not.toBeChecked()
  await nothingBeside(customer)
  await customer.getByLabel('Adınız ve soyadınız').fill('Işıl <b>Çağlayan</b>')
  await customer.getByLabel('Telefonunuz').fill('053')
  await customer.getByRole('button', { name: 'Randevu al' }).click()
  await expect(customer.getByText('Bu bir telefon numarasına benzemiyor.')).toBeVisible()
  await expect(customer.getByLabel('Telefonunuz')).toBeFocused()
  await expect(customer.getByLabel('Adınız ve soyadınız')).toHaveValue('Işıl <b>Çağlayan</b>')

  // Back to the times: his own is still among them, and chosen again it is his again.
  await customer.getByRole('link', { name: 'Geri' }).click()
  await customer.getByRole('button', { name: time, exact: true }).click()
  const opening = customer.waitForEvent('popup')
  await customer.getByRole('link', { name: 'Aydınlatma Metni' }).click()
  const notice = await opening
  await expect(notice.getByRole('heading', { name: 'Berber Mehmet: randevunuz için Aydınlatma Metni' })).toBeVisible()
  await notice.close()

  await writeName(customer, { name: 'Işıl Çağlayan', phone: '(0532) 000-01 01' })
  await expect(customer.getByRole('heading', { name: 'Randevu isteğiniz alındı' })).toBeVisible()
  await expect(customer.getByText('Dükkân onaylayınca kesinleşir.')).toBeVisible()
  await expect(customer.getByText('Adınıza: Işıl Çağlayan')).toBeVisible()
  await expect(customer.getByText(time, { exact: true })).toBeVisible()
  await nothingBeside(customer)
  const link = customer.url()
  expect(link).toMatch(/\/r\/[A-Za-z0-9_-]{43}$/)

  const download = customer.waitForEvent('download')
  await customer.getByRole('link', { name: 'Takvimime ekle' }).click()
  expect((await download).suggestedFilename()).toBe('randevu.ics')

  // Another day, from another phone that has only the link.
  const other = await newPhone()
  await other.goto(link)
  await other.getByRole('link', { name: 'Saati değiştir' }).click()
  await other.getByRole('navigation', { name: 'Gün' }).getByRole('link').last().click()
  const moved = (await other.locator('button[name=saat]').first().textContent())!
  await other.locator('button[name=saat]').first().click()
  await expect(other.getByRole('heading', { name: 'Randevu isteğiniz alındı' })).toBeVisible()
  await expect(other.getByText(moved, { exact: true })).toBeVisible()

  await other.getByRole('link', { name: 'İptal et' }).click()
  await other.getByRole('link', { name: 'Vazgeç, randevum dursun' }).click()
  await other.getByRole('link', { name: 'İptal et' }).click()
  await other.getByRole('button', { name: 'İptal et' }).click()
  await expect(other.getByRole('heading', { name: 'Randevunuzu iptal ettiniz' })).toBeVisible()
  await customer.reload()
  await expect(customer.getByRole('heading', { name: 'Randevunuzu iptal ettiniz' })).toBeVisible()
  await customer.getByRole('button', { name: 'Tanıtım mesajı istemiyorum' }).click()
  await expect(customer.getByText('Kaydettik: size tanıtım mesajı gönderilmeyecek.')).toBeVisible()
})

test('two who want one time: the slower is told, and finds others', async ({ browser, newPhone }) => {
  const address = await openPage(browser, newOwner())
  const [quick, slow] = [await newPhone(), await newPhone()]
  for (const phone of [quick, slow]) {
    await phone.goto(address)
    await phone.getByRole('link', { name: 'Sakal' }).first().click()
    await toNextWeek(phone)
  }
  const time = (await quick.locator('button[name=saat]').last().textContent())!
  await quick.getByRole('button', { name: time, exact: true }).click()
  await expect(quick.getByRole('heading', { name: 'Kim geliyor?' })).toBeVisible()
  await slow.getByRole('button', { name: time, exact: true }).click()
  await expect(slow.getByText('Bu saat artık boş değil. Lütfen başka bir saat seçin.')).toBeVisible()
  await expect(slow.getByRole('button', { name: time, exact: true })).toHaveCount(0)
  await slow.locator('button[name=saat]').first().click()
  await expect(slow.getByRole('heading', { name: 'Kim geliyor?' })).toBeVisible()
})

test('an address that leads nowhere says so, with the right status', async ({ page }) => {
  for (const address of [
    '/d/yok-boyle-dukkan',
    `/r/${'A'.repeat(43)}`,
    '/r/kisa',
    '/d/%F0%9F%98%80',
    '/d/%00',
    '/yok',
  ]) {
    const answer = await page.goto(address)
    expect(answer!.status(), address).toBe(404)
    await expect(page.getByRole('heading', { name: 'Bu bağlantı bir yere çıkmıyor' })).toBeVisible()
  }
})

test('an absurd address of a booking asks what is not answered', async ({ browser, newPhone }) => {
  const address = await openPage(browser, newOwner())
  const customer = await newPhone()
  const strange = [
    'hizmet[]=1',
    'hizmet=%00&gun=9999-99-99',
    `kim=${'x'.repeat(4000)}`,
    "gun='; drop table tenants--",
    'haber=<script>',
  ]
  for (const query of strange) {
    const answer = await customer.goto(`${address}/randevu?${query}`)
    expect(answer!.status(), query).toBe(200)
    await expect(customer.getByRole('heading', { name: 'Ne yaptıracaksınız?' })).toBeVisible()
  }
})
