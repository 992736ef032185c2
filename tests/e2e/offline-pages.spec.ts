import { addCustomer, keptOffline, openMenu } from './support/acts'
import { expect, test } from './support/journey'

test.describe('without a network', () => {
  test.beforeEach(async ({ page, owner: _, context }) => {
    await addCustomer(page, 'Gülşen Işık', '0532 444 55 66')
    await keptOffline(page)
    await context.setOffline(true)
  })

  test('the app starts, is reloaded, and goes among the three menus', async ({ page, context }) => {
    await page.reload()
    await expect(page.getByText('Gülşen Işık')).toBeVisible()
    await openMenu(page, 'Bugün')
    await expect(page.getByRole('button', { name: 'İlk randevuyu ekle' })).toBeVisible()
    await openMenu(page, 'Müşteriler')
    await expect(page.getByText('Gülşen Işık')).toBeVisible()
    await openMenu(page, 'Kasa')
    await expect(page.getByText('Bugün henüz para girmedi')).toBeVisible()
    await page.goBack()
    await expect(page.getByText('Gülşen Işık')).toBeVisible()

    const fresh = await context.newPage()
    await fresh.goto('/bugun')
    await expect(fresh.getByRole('button', { name: 'İlk randevuyu ekle' })).toBeVisible()
  })

  test('every address of the shop opens', async ({ page }) => {
    await openMenu(page, 'Müşteriler')
    await page.getByRole('link', { name: 'Gülşen Işık' }).click()
    await expect(page).toHaveURL(/musteriler\/.+/)
    await page.goto(page.url())
    await expect(page.getByText('0532 444 55 66')).toBeVisible()

    const shows: Record<string, string> = {
      '/kasa': 'Bugün henüz para girmedi',
      '/ayarlar': 'Çıkış yap',
      '/ayarlar/hizmetler': 'Saç ve sakal',
      '/ayarlar/calisanlar': 'Mehmet Usta',
      '/ayarlar/telefon': 'Sunucudan son haber',
      '/musteriler/ice-aktar': 'Dosya seç',
      '/gonderilecekler': 'Gönderilecekler',
    }
    for (const [address, words] of Object.entries(shows)) {
      await page.goto(address)
      await expect(page.getByText(words).first()).toBeVisible()
    }
  })

  test('an address that only the server can show says that it needs the internet', async ({ page }) => {
    await page.goto('/hesap')
    await expect(page.getByText('Bu sayfa için internet gerekiyor.')).toBeVisible()
    await page.getByRole('button', { name: 'Bugüne dön' }).click()
    await expect(page.getByRole('button', { name: 'İlk randevuyu ekle' })).toBeVisible()
  })
})
