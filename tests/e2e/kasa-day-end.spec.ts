import type { Page } from '@playwright/test'
import { delivered, enterShop, keptOffline, openMenu } from './support/acts'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'
import { closeDay, write } from './support/till'

// The evening of a shop: the drawer is counted, the day is closed, and nothing changes it any more.

const drawer = (page: Page) => page.getByRole('region', { name: 'Kasa sayımı' })

async function count(page: Page, amount: string) {
  await page.getByRole('button', { name: 'Başka tutar' }).click()
  await page.getByRole('dialog').getByRole('textbox').first().pressSequentially(amount)
  await page.getByRole('button', { name: 'Bu kadar var' }).click()
}

test('a day is counted note by note and closed with no network, and stays as it was', async ({
  page,
  context,
  owner,
  newPhone,
}) => {
  await openMenu(page, 'Kasa')
  await write(page, 'Gelir', '500')
  await write(page, 'Gelir', '300', 'Kart')
  await delivered(page)
  await keptOffline(page)
  await context.setOffline(true)
  await write(page, 'Gider', '20')

  await page.getByRole('link', { name: 'Günü kapat' }).click()
  await expect(drawer(page)).toContainText('₺480,00')
  await expectNothingSerious(page, 'a day to be closed')

  await test.step('what is counted is ten lira short, with a reason', async () => {
    await page.getByRole('button', { name: 'Banknot banknot' }).click()
    for (const [note, pieces] of [
      ['₺200', '2'],
      ['₺50', '1'],
      ['₺20', '1'],
    ] as const)
      await page.getByLabel(note, { exact: true }).fill(pieces)
    await expectNothingSerious(page, 'counting notes')
    await page.getByRole('button', { name: '₺470,00 sayıldı' }).click()
    await expect(page.getByText('Fark: ₺10,00 eksik')).toBeVisible()
    await page.getByText('Para üstü', { exact: true }).click()
    await page.getByRole('button', { name: /Yarına kalan/ }).click()
    await page.getByRole('dialog').getByRole('textbox').first().pressSequentially('999')
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Kasada o kadar para yok.')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace')
    await page.keyboard.type('100')
    await page.getByRole('button', { name: 'Bu kadar kalsın' }).click()
    await expect(drawer(page)).toContainText('₺370,00')
    await expectNothingSerious(page, 'a counted day')
  })

  await test.step('the day is closed on the phone', async () => {
    await closeDay(page)
    await expect(page.getByText(/internet gelince kesinleşir/)).toBeVisible()
    await expectNothingSerious(page, 'a closed day')
    const message = await page.getByRole('link', { name: 'WhatsApp’tan gönder' }).getAttribute('href')
    const text = new URL(message!).searchParams.get('text')!
    expect(text).toContain('Satış: ₺800,00 (2 satış)')
    expect(text).toContain('Fark: ₺10,00 eksik (Para üstü)')
    expect(text).not.toMatch(/https?:|www\./)
  })

  await test.step('who comes after it is tomorrow’s, and says so', async () => {
    await openMenu(page, 'Kasa')
    await expect(page.getByText('Şimdi alınan para bu güne yazılır')).toBeVisible()
    await write(page, 'Gelir', '75')
    await expect(page.getByRole('region', { name: 'Günün toplamı' })).toContainText('₺75,00')
  })

  await test.step('the network comes back, and another phone reads the same', async () => {
    await context.setOffline(false)
    await delivered(page)
    const other = await newPhone()
    await enterShop(other, owner)
    await openMenu(other, 'Kasa')
    await expect(other.getByRole('region', { name: 'Günün toplamı' })).toContainText('₺75,00')
    await other.getByRole('link', { name: /kapandı/ }).click()
    await expect(other.getByText('Fark: ₺10,00 eksik')).toBeVisible()
    await expect(other.getByText(/kesinleşir/)).toBeHidden()
    await expect(drawer(other)).toContainText('₺100,00')
  })
})

test('of two phones that close the same day offline one has closed it, and the other says so', async ({
  page,
  context,
  owner,
  newPhone,
}) => {
  await openMenu(page, 'Kasa')
  await write(page, 'Gelir', '250')
  await delivered(page)
  const other = await newPhone()
  await enterShop(other, owner)
  await openMenu(other, 'Kasa')
  await expect(other.getByRole('region', { name: 'Günün toplamı' })).toContainText('₺250,00')
  for (const phone of [page, other]) {
    await keptOffline(phone)
    await phone.context().setOffline(true)
    await phone.getByRole('link', { name: 'Günü kapat' }).click()
  }
  await page.getByRole('button', { name: 'Saydım, tam ₺250,00' }).click()
  await closeDay(page)
  await count(other, '240')
  await closeDay(other)

  await context.setOffline(false)
  await expect(page.getByText(/kesinleşir/)).toBeHidden()
  await other.context().setOffline(false)
  const notice = other.getByRole('region', { name: /başka telefondan kapatılmış/ })
  await expect(notice).toContainText('Sizin sayımınız ₺240,00 idi')
  await expect(other.getByText('Fark: Tam')).toBeVisible()
  await expectNothingSerious(other, 'a closing that came second')
  await notice.getByRole('button', { name: 'Tamam' }).click()
  await expect(notice).toBeHidden()
})

test('what a chair gets is said in Ayarlar', async ({ page, owner: _ }) => {
  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: 'Mehmet Usta' }).click()
  await page.getByRole('link', { name: /Hakediş/ }).click()
  await page.getByText('Yüzde', { exact: true }).click()
  await page.getByLabel('Yüzde kaçı?').fill('120')
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByText('1 ile 100 arasında bir sayı yazın.')).toBeVisible()
  await page.getByLabel('Yüzde kaçı?').fill('40')
  await expectNothingSerious(page, 'a chair’s share')
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByText(/başlayarak: %40/)).toBeVisible()
  await page.getByRole('button', { name: 'Geri' }).click()
  await expect(page.getByRole('link', { name: /Hakediş/ })).toContainText('%40')
})
