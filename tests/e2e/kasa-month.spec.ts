import { addMonths, formatMonth, monthOf } from '@/lib/cash/month'
import { delivered, openMenu, shopToday } from './support/acts'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

const [now, before, older] = [0, -1, -2].map(n => formatMonth(addMonths(monthOf(shopToday()), n)))

test('a month is read on the phone; older ones need a connection, and say so', async ({ page, context, owner: _ }) => {
  await openMenu(page, 'Kasa')
  await page.getByRole('button', { name: 'Gelir', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox').first().pressSequentially('1250,50')
  await page.getByRole('dialog').getByRole('button', { name: 'Kart', exact: true }).click()

  await test.step('an expense is written with its document', async () => {
    await page.getByRole('button', { name: 'Gider', exact: true }).click()
    await page.getByRole('dialog').getByRole('textbox').first().pressSequentially('120')
    await page.getByRole('radiogroup', { name: 'Ne için?' }).getByText('Fatura').click()
    await page.getByText('Belge, KDV, not').click()
    await page.getByLabel('Belge türü').selectOption({ label: 'Fatura' })
    await page.getByLabel('Belge no').fill('GIB2026000000042')
    await page.getByLabel('Belge tarihi').fill(shopToday())
    await page.getByLabel('Kimden').fill('Toptancı Hüseyin')
    await page.getByText('%20', { exact: true }).click()
    await expect(page.getByText('Ödenen KDV ₺20,00')).toBeVisible()
    await expectNothingSerious(page, 'an expense with its document')
    await page.getByRole('button', { name: 'Nakit', exact: true }).click()
    await expect(page.getByText('₺120,00 gider yazıldı')).toBeVisible()
    await delivered(page)
  })

  await page.getByRole('link', { name: /Ay ve raporlar/ }).click()
  await expect(page.getByRole('heading', { name: now })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Ayın toplamı' })).toContainText('₺1.250,50')
  await expect(page.getByRole('region', { name: 'Ayın toplamı' })).toContainText('₺1.130,50')
  await expect(page.getByRole('region', { name: 'Nasıl ödendi' })).toContainText('Kart')
  await expect(page.getByRole('region', { name: 'Gider türleri' })).toContainText('Fatura')
  await expect(page.getByRole('region', { name: 'KDV ve tahsilat' })).toContainText('₺20,00')
  await page.getByText('Gün gün tablo').click()
  await expect(page.getByRole('row').nth(1)).toContainText('₺1.250,50')
  await expectNothingSerious(page, 'a month')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await context.setOffline(true)
  await page.getByRole('button', { name: 'Önceki ay' }).click()
  await expect(page.getByRole('heading', { name: before })).toBeVisible()
  await expect(page.getByText('Bu ay para girmemiş, çıkmamış.')).toBeVisible()
  await page.getByRole('button', { name: 'Önceki ay' }).click()
  await expect(page.getByRole('heading', { name: older })).toBeVisible()
  await expect(page.getByText(/Eski aylar internetten gelir/)).toBeVisible()
  await expectNothingSerious(page, 'a month that is not here')
  await context.setOffline(false)
  await expect(page.getByText('Bu ay para girmemiş, çıkmamış.')).toBeVisible()
})
