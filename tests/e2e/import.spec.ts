import type { Page } from '@playwright/test'
import { addCustomer, openMenu } from './support/acts'
import { customerList, workbook } from './support/customer-list'
import { expect, test } from './support/journey'

const openImport = async (page: Page) => {
  await openMenu(page, 'Müşteriler')
  await page.getByRole('button', { name: /^(Listenizi aktarın|Liste aktar)$/ }).click()
}

test('a list taken in can be taken back, and nobody who was there before is lost', async ({ page, owner: _ }) => {
  await addCustomer(page, 'Emine Kara', '0532 333 22 11')
  await openImport(page)
  await page.getByLabel('Liste dosyası').setInputFiles(customerList(40))
  await page.getByRole('button', { name: '38 kişiyi aktar' }).click()
  await page.getByRole('button', { name: 'Müşterilere git' }).click()
  await expect(page.getByText('39 kişi', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Geri al' }).click()
  await page.getByRole('button', { name: 'Aktarımı geri al' }).click()
  await expect(page.getByText('1 kişi', { exact: true })).toBeVisible()
  await expect(page.getByText('Emine Kara')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 kişi', { exact: true })).toBeVisible()
})

test('two cards of one person become one', async ({ page, owner: _ }) => {
  await addCustomer(page, 'Ayşe Kılıç', '0532 121 21 21')
  await addCustomer(page, 'Ayşe Kılıç Yeni', '0532 121 21 21')
  await page.getByRole('link', { name: 'Ayşe Kılıç Yeni' }).click()
  await page.getByRole('button', { name: 'Birleştir' }).click()
  const sheet = page.getByRole('dialog', { name: 'Hangi kart kalsın?' })
  await sheet.getByText('Ayşe Kılıç', { exact: true }).click()
  await sheet.getByRole('button', { name: 'Birleştir' }).click()
  await expect(page.getByRole('heading', { name: 'Ayşe Kılıç', exact: true })).toBeVisible()
  await openMenu(page, 'Müşteriler')
  await expect(page.getByText('1 kişi', { exact: true })).toBeVisible()
})

const broken = [
  { what: 'an empty file', name: 'bos.csv', buffer: Buffer.alloc(0), sentence: 'Bu dosyada kimse yok.' },
  {
    what: 'half an Excel file',
    name: 'yarim.xlsx',
    buffer: customerList(200).buffer.subarray(0, 4000),
    sentence: 'Dosya bozuk ya da eksik inmiş.',
  },
  {
    what: 'a picture called a list',
    name: 'liste.xlsx',
    buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    sentence: 'Bu dosya bir müşteri listesi değil.',
  },
  {
    what: 'a web page called a list',
    name: 'liste.xls',
    buffer: Buffer.from('<!doctype html><html><script>alert(1)</script><table></table></html>'),
    sentence: 'Excel gibi görünse de bir web sayfası',
  },
]

test('a file that is no list gets its sentence, and the next one is taken', async ({ page, owner: _ }) => {
  await openImport(page)
  for (const { name, buffer, sentence, what } of broken) {
    await test.step(what, async () => {
      await page.getByLabel('Liste dosyası').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
      await expect(page.getByRole('alert').getByText(sentence)).toBeVisible()
    })
  }
  const hostile = workbook('dusman.xlsx', [
    ['Ad Soyad', 'Telefon', '__proto__'],
    ['=HYPERLINK("http://kotu.example")', '0532 100 20 30', 'x'],
    ['<img src=x onerror=alert(1)>', '0532 100 20 31', 'x'],
  ])
  await page.getByLabel('Liste dosyası').setInputFiles(hostile)
  await page.getByRole('button', { name: '2 kişiyi aktar' }).click()
  await page.getByRole('button', { name: 'Müşterilere git' }).click()
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
})
