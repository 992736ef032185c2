import type { Page } from '@playwright/test'
import { addCustomer, book, delivered, enterShop, keptOffline, openMenu } from './support/acts'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

/** Already past at whatever time this runs: money is taken from who has come. */
const MIDNIGHT = '00:00'

/** Somebody with an appointment, looked at on Bugün. */
async function comes(page: Page, who: string): Promise<void> {
  await openMenu(page, 'Bugün')
  await book(page, { who, at: MIDNIGHT })
  await openVisit(page, who)
}
const openVisit = (page: Page, who: string) =>
  page
    .getByRole('button', { name: `${MIDNIGHT} ${who}` })
    .last()
    .click()
const finish = (page: Page) => page.getByRole('button', { name: 'Bitti, parayı al' }).last().click()
const pay = (page: Page, way: string) =>
  page.getByRole('dialog').getByRole('button', { name: way, exact: true }).click()
const press = async (page: Page, keys: string) => {
  for (const key of keys) await page.getByRole('dialog').getByRole('button', { name: key, exact: true }).click()
}
const day = (page: Page) => page.getByRole('region', { name: 'Günün toplamı' })
const line = (page: Page, what: string | RegExp) => page.getByRole('listitem').filter({ hasText: what })

test('two taps end an appointment and fill the till, with no network; one takes both back', async ({
  page,
  owner,
  context,
  newPhone,
}) => {
  await comes(page, 'Şükrü Yıldırım')
  await keptOffline(page)
  await context.setOffline(true)
  await finish(page)
  await expect(page.getByRole('dialog', { name: 'Parayı al' })).toContainText('₺400,00')
  await pay(page, 'Nakit')
  await expect(page.getByText('₺400,00 alındı')).toBeVisible()
  await page.getByRole('button', { name: 'Geri al' }).click()
  // Open as it was: the same sheet ends it again.
  await expect(page.getByText('Geçen 1 randevu')).toBeHidden()
  await openVisit(page, 'Şükrü Yıldırım')
  await finish(page)
  await pay(page, 'Havale')
  await openMenu(page, 'Kasa')
  await expect(day(page)).toContainText('₺400,00')
  await expect(line(page, 'geri alındı')).toContainText('Nakit')

  await context.setOffline(false)
  await delivered(page)
  const other = await newPhone()
  await enterShop(other, owner)
  await openMenu(other, 'Kasa')
  await expect(day(other)).toContainText('Havale₺400,00')
})

test('a discount, a shampoo, a tip and three ways to pay are behind one quiet row', async ({ page, owner: _ }) => {
  await comes(page, 'Ayşe Kaya')
  await finish(page)
  await expectNothingSerious(page, 'taking money')
  await page.getByRole('button', { name: 'Değiştir' }).click()
  await page.getByRole('button', { name: 'Ürün ekle' }).click()
  await page.getByLabel('Ürün', { exact: true }).fill('Şampuan')
  await page.getByLabel('Fiyatı').fill('1.234')
  await expect(page.getByText('₺1.234,00 olarak okundu.')).toBeVisible()
  await page.getByLabel('Fiyatı').fill('100,5')
  await expectNothingSerious(page, 'changing a sale')
  await page.getByRole('button', { name: 'Ekle', exact: true }).click()
  const amount = page.getByLabel('Alınan para').getByRole('textbox')
  await expect(amount).toHaveValue('₺500,50')

  await amount.focus()
  for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace')
  await page.keyboard.type('450.50')
  await expect(amount).toHaveValue('₺450,50')
  await expect(page.getByText('İndirim: ₺50,00')).toBeVisible()
  for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace')
  await page.keyboard.type('550,5')
  await expect(page.getByText('Ücretten ₺50,00 fazla')).toBeVisible()
  await page.getByText('Bahşiş', { exact: true }).click()

  await pay(page, 'Karma')
  await page.getByLabel('Nakit', { exact: true }).fill('300')
  await page.getByLabel('Kart', { exact: true }).fill('350')
  await expect(page.getByText('₺99,50 fazla yazıldı')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Parayı al', exact: true })).toBeDisabled()
  await page.getByLabel('Kart', { exact: true }).fill('150')
  await page.getByRole('button', { name: 'Kalanı Veresiye' }).click()
  await expect(page.getByText('Tamam, tutuyor')).toBeVisible()
  await expectNothingSerious(page, 'several ways to pay')
  await page.getByRole('button', { name: 'Parayı al', exact: true }).click()
  await expect(page.getByText('₺450,00 alındı, ₺100,50 veresiye yazıldı')).toBeVisible()

  await openMenu(page, 'Kasa')
  // The tip is the chair's, and no income.
  await expect(day(page)).toContainText('₺500,50')
  await line(page, 'Saç + Şampuan').getByRole('button').click()
  await expect(page.getByRole('dialog')).toContainText('Şampuan₺100,50')
  await expectNothingSerious(page, 'a sale')
  await page.getByRole('dialog').getByRole('button', { name: 'Geri al' }).click()
  await expect(day(page)).toContainText('₺0,00')
})

test('what was sold is given back from its line in the till, never more than it was, and undone', async ({
  page,
  owner: _,
}) => {
  await comes(page, 'Ayşe Kaya')
  await finish(page)
  await pay(page, 'Kart')
  await openMenu(page, 'Kasa')
  await line(page, 'Saç').getByRole('button').click()
  await page.getByRole('button', { name: 'İade et' }).click()
  await press(page, '500')
  await expect(page.getByText('Bundan en fazla ₺400,00 iade edilebilir.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nakit', exact: true })).toBeDisabled()
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Son rakamı sil' }).click()
  await press(page, '150')
  await expectNothingSerious(page, 'a refund')
  await pay(page, 'Nakit')
  await expect(page.getByText('₺150,00 iade edildi')).toBeVisible()
  await expect(day(page)).toContainText('₺250,00')
  await expect(line(page, 'İade')).toContainText('-₺150,00')

  await line(page, 'İade').getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Geri al' }).click()
  await expect(day(page)).toContainText('₺400,00')
  await delivered(page)
})

test('a kapora is taken, pays its part by itself, is given back, or stays when nobody comes', async ({
  page,
  owner: _,
}) => {
  await comes(page, 'Ayşe Kaya')
  await page.getByRole('button', { name: 'Kapora al' }).click()
  const sheet = page.getByRole('dialog', { name: 'Kapora' })
  await press(page, '1')
  await page.getByRole('button', { name: '00', exact: true }).click()
  await expectNothingSerious(page, 'a kapora')
  await sheet.getByRole('button', { name: 'Nakit', exact: true }).click()
  await expect(page.getByText('₺100,00 kapora alındı')).toBeVisible()
  await expect(page.getByRole('dialog').getByText('Kaporası ₺100,00')).toBeVisible()

  // Before his kapora is known no way to pay can be right: as long as it is read, none can be taken.
  await page.evaluate(() => {
    const watching = new MutationObserver(() => {
      const cash = [...document.querySelectorAll('button')].find(button => button.textContent === 'Nakit')
      if (!cash) return
      watching.disconnect()
      document.body.dataset.firstSeen = cash.disabled ? 'waits' : 'takes'
    })
    watching.observe(document.body, { subtree: true, childList: true })
  })
  await finish(page)
  await expect(page.locator('body[data-first-seen="waits"]')).toBeVisible()
  await expect(page.getByRole('dialog')).toContainText('₺300,00')
  await expect(page.getByRole('dialog')).toContainText('₺400,00, ₺100,00 kaporadan')
  await pay(page, 'Kart')
  await expect(page.getByText('₺300,00 alındı, ₺100,00 kaporadan düşüldü')).toBeVisible()

  await openMenu(page, 'Müşteriler')
  await page.getByRole('link', { name: 'Ayşe Kaya' }).click()
  for (const [act, button, told] of [
    ['Geri ver', 'Nakit', '₺200,00 kapora geri verildi'],
    ['Dükkânda kalsın', 'Gelir yaz', '₺200,00 kapora dükkânda kaldı'],
  ] as const) {
    await page.getByRole('button', { name: 'Kapora al' }).click()
    await press(page, '2')
    await page.getByRole('button', { name: '00', exact: true }).click()
    await sheet.getByRole('button', { name: 'Nakit', exact: true }).click()
    await expect(page.getByText('Kaporası ₺200,00')).toBeVisible()
    await page.getByRole('button', { name: 'Kapora', exact: true }).click()
    await sheet.getByText(act, { exact: true }).click()
    await sheet.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByText(told)).toBeVisible()
    await expect(page.getByText('Kaporası ₺200,00')).toBeHidden()
  }
  await openMenu(page, 'Kasa')
  // 400 of the haircut, and the kapora that stayed.
  await expect(day(page)).toContainText('₺600,00')
  await delivered(page)
})

test('the KDV of a service is none until the owner chooses it', async ({ page, owner: _ }) => {
  await page.goto('/ayarlar/hizmetler')
  await page.getByRole('button', { name: 'Saç', exact: false }).first().click()
  await page.getByText('Diğer', { exact: true }).click()
  await expect(page.getByLabel('KDV yok')).toBeChecked()
  await page.getByText('%20', { exact: true }).click()
  await expectNothingSerious(page, 'a service with KDV')
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await page.getByRole('button', { name: 'Saç', exact: false }).first().click()
  await page.getByText('Diğer', { exact: true }).click()
  await expect(page.getByLabel('%20')).toBeChecked()
  await page.keyboard.press('Escape')

  await addCustomer(page, 'Ayşe Kaya')
  await openMenu(page, 'Kasa')
  await page.getByRole('button', { name: 'Gelir', exact: true }).click()
  await expect(page.getByRole('dialog').getByLabel('KDV yok')).toBeChecked()
})

test('what was typed stays while the customer is asked for', async ({ page, owner: _ }) => {
  await addCustomer(page, 'Ayşe Kaya', '0532 555 66 77')
  await openMenu(page, 'Kasa')
  await page.getByRole('button', { name: 'Gelir', exact: true }).click()
  await press(page, '300')
  await page.getByText('Ürün', { exact: true }).click()
  await pay(page, 'Veresiye')
  await page.getByRole('dialog').getByRole('button', { name: 'Ayşe Kaya' }).click()
  await page.getByRole('button', { name: 'Başka türlü ödesin' }).click()
  await expect(page.getByLabel('Ürün', { exact: true })).toBeChecked()
  await page.getByRole('button', { name: 'Kapat' }).click()

  await page.getByRole('button', { name: 'Gelir', exact: true }).click()
  await press(page, '300')
  await pay(page, 'Karma')
  await page.getByLabel('Nakit', { exact: true }).fill('100')
  await page.getByRole('button', { name: 'Veresiye için müşteri seç' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ayşe Kaya' }).click()
  await expect(page.getByLabel('Nakit', { exact: true })).toHaveValue('100')
  await page.getByRole('button', { name: 'Kalanı Veresiye' }).click()
  await page.getByRole('button', { name: 'Parayı al', exact: true }).click()
  await expect(page.getByText('₺100,00 alındı, ₺200,00 veresiye yazıldı')).toBeVisible()
})
