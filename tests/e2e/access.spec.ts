import type { Locator } from '@playwright/test'
import { addCustomer, book, openMenu } from './support/acts'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

test('axe finds nothing serious on the pages before the shop', async ({ page }) => {
  for (const address of ['/', '/giris', '/kayit', '/sifre', '/sifre/yeni', '/kvkk/aydinlatma', '/davet/yok']) {
    await page.goto(address)
    await expectNothingSerious(page, address)
  }
  await page.goto('/giris')
  await page.getByRole('button', { name: 'Giriş yap' }).click()
  await expect(page.getByText('Şifrenizi yazın.')).toBeVisible()
  await expectNothingSerious(page, 'a form sent back')
})

test('axe finds nothing serious in the shop, empty and at work, nor in its sheets', async ({ page, owner: _ }) => {
  for (const menu of ['Bugün', 'Müşteriler', 'Kasa'] as const) {
    await openMenu(page, menu)
    await expect(page.getByRole('main').getByRole('button').first()).toBeVisible()
    await expectNothingSerious(page, `${menu}, empty`)
  }

  await addCustomer(page, 'Şükrü Yıldırım', '0532 808 08 08')
  await expectNothingSerious(page, 'Müşteriler')
  await openMenu(page, 'Bugün')
  await book(page, { who: 'Şükrü Yıldırım', at: '00:00' })
  await expectNothingSerious(page, 'Bugün')

  await page.getByRole('button', { name: '00:00 Şükrü Yıldırım' }).last().click()
  await expectNothingSerious(page, 'an appointment')
  await page.getByRole('button', { name: 'Taşı' }).click()
  await expect(page.getByLabel('Tam saat')).toBeVisible()
  await expectNothingSerious(page, 'moving it')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '00:00 Şükrü Yıldırım' }).last().click()
  await page.getByRole('button', { name: 'Bitti, parayı al' }).last().click()
  await expectNothingSerious(page, 'taking money')
  await page.getByRole('button', { name: 'Kart', exact: true }).click()

  await openMenu(page, 'Kasa')
  await expectNothingSerious(page, 'Kasa')
  await page.getByRole('button', { name: 'Gider' }).click()
  await expectNothingSerious(page, 'an expense')
  await page.keyboard.press('Escape')

  await openMenu(page, 'Müşteriler')
  await page.getByRole('link', { name: 'Şükrü Yıldırım' }).click()
  await expectNothingSerious(page, 'a customer')
  await page.getByRole('button', { name: 'Düzenle' }).click()
  await expectNothingSerious(page, 'editing a customer')
})

test('axe finds nothing serious behind the small button of Ayarlar', async ({ page, owner: _ }) => {
  for (const address of ['', '/hizmetler', '/calisanlar', '/dukkan', '/telefon', '/cikis']) {
    await page.goto(`/ayarlar${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNothingSerious(page, `/ayarlar${address}`)
  }
  for (const address of ['/musteriler/ice-aktar', '/gonderilecekler', '/hesap', '/ekip', '/basla?neden=cikarildi']) {
    await page.goto(address)
    await expect(page.getByRole('main')).toBeVisible()
    await expectNothingSerious(page, address)
  }
})

test('an appointment can be written with the keyboard alone', async ({ page, owner: _ }) => {
  /** Tab by tab, as far as somebody would go. */
  const tabTo = async (target: Locator) => {
    await expect(target).toBeVisible()
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await target.evaluate(element => element === document.activeElement)) return
    }
    throw new Error(`${target} cannot be reached with Tab`)
  }
  const sheet = (title: string) => page.getByRole('dialog', { name: title })

  await tabTo(page.getByRole('button', { name: 'İlk randevuyu ekle' }))
  await page.keyboard.press('Enter')
  await tabTo(sheet('Kim geliyor?').getByRole('searchbox'))
  await page.keyboard.type('Nurşen Ak')
  await tabTo(sheet('Kim geliyor?').getByRole('button', { name: 'Yeni: Nurşen Ak' }))
  await page.keyboard.press('Enter')
  await tabTo(sheet('Ne yapılacak?').getByRole('button', { name: 'Sakal 20 dk' }))
  await page.keyboard.press('Enter')
  await tabTo(sheet('Ne zaman?').getByLabel('Tam saat'))
  await page.keyboard.type('1030AM') // a browser that counts to 24 has no use for the letters
  await page.keyboard.press('Enter')
  await expect(page.getByText('Randevu eklendi:')).toBeVisible()
})
