import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { addDays } from '@/lib/kernel/zone'
import { addCustomer, delivered, enterShop, keptOffline, openMenu, shopToday } from './support/acts'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'
import { closeDay, hears, owed, press, sellOnVeresiye, tap, write } from './support/till'

test('a shop’s money from the first sale to its accountant: sold offline, owed, collected by another phone, closed, corrected, read back', async ({
  page,
  context,
  owner,
  newPhone,
  browser,
  watch,
}) => {
  test.slow()
  await test.step('three sales and an expense with no network, one of them on veresiye', async () => {
    await addCustomer(page, 'Işıl Çağlayan', '0532 999 00 11')
    await openMenu(page, 'Kasa')
    await delivered(page)
    await keptOffline(page)
    await context.setOffline(true)
    await write(page, 'Gelir', '500')
    await write(page, 'Gelir', '300', 'Kart')
    await sellOnVeresiye(page, 'Işıl Çağlayan', '4', '00')
    await tap(page, 'Veresiye yaz')
    await expect(page.getByText('₺400,00 veresiye yazıldı')).toBeVisible()
    await write(page, 'Gider', '20')
    await context.setOffline(false)
    await delivered(page)
  })

  await test.step('another phone collects a part of the debt', async () => {
    const other = await newPhone()
    await enterShop(other, owner)
    await openMenu(other, 'Kasa')
    await other.getByRole('link', { name: /^Veresiye/ }).click()
    await owed(other, 'Işıl Çağlayan').getByRole('button').click()
    await other.getByRole('button', { name: 'Bir kısmını al' }).click()
    await press(other, '1', '5', '0')
    await tap(other, 'Nakit')
    await expect(owed(other, 'Işıl Çağlayan')).toContainText('₺250,00')
    await delivered(other)
  })

  await test.step('the day is counted and closed', async () => {
    await expect(async () => {
      await hears(page)
      await expect(page.getByRole('link', { name: /^Veresiye/ })).toContainText('₺250,00', { timeout: 2_000 })
    }).toPass()
    await page.getByRole('link', { name: 'Günü kapat' }).click()
    await page.getByRole('button', { name: 'Saydım, tam ₺630,00' }).click()
    await closeDay(page)
    await delivered(page)
  })

  await test.step('a mistake of that day is corrected in the next one, and the closed day stays as it was', async () => {
    await openMenu(page, 'Kasa')
    await page.goto(`/kasa?gun=${shopToday()}`)
    await page.getByRole('button', { name: /₺300,00/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Geri al' }).click()
    await expect(page.getByText('₺300,00 geri alındı')).toBeVisible()
    await delivered(page)
    await page.getByRole('link', { name: /kapandı/ }).click()
    await expect(page.getByText('₺1.200,00').first()).toBeVisible()
    await expectNothingSerious(page, 'a closed day after a correction')
  })

  await test.step('the accountant opens his link with no script, and a workbook of it reads back to the same totals', async () => {
    await page.goto('/ayarlar')
    await page.getByRole('link', { name: 'Muhasebe' }).click()
    await page.getByLabel('Kime?').fill('Selma Hanım')
    await page.getByRole('button', { name: 'Bağlantı hazırla' }).click()
    const link = await page.getByLabel('Muhasebecinin bağlantısı').inputValue()

    const scriptless = await browser.newContext({ javaScriptEnabled: false })
    watch(scriptless)
    const selma = await scriptless.newPage()
    await selma.goto(link)
    await expect(selma.getByRole('heading', { name: 'Muhasebe kayıtları' })).toBeVisible()
    const { totals } = JSON.parse((await downloaded(selma, 'JSON Programlar')).toString())
    const rows = utils.sheet_to_json<Record<string, number | string>>(
      read(await downloaded(selma, 'Excel Bütün kayıtlar')).Sheets.Kayıtlar!,
    )
    const kurusOf = (direction: string) =>
      rows
        .filter(row => row.Yön === direction)
        .reduce((sum, row) => sum + Math.round(100 * Number(row['Tutar (KDV dahil)'])), 0)
    // What is corrected on the last day of a month is the next month's.
    const corrected = addDays(shopToday(), 1).slice(0, 7) === shopToday().slice(0, 7)
    expect(kurusOf('Gelir')).toBe(corrected ? 90_000 : 120_000)
    expect(kurusOf('Gelir')).toBe(totals.byDirection.gelir.gross)
    expect(kurusOf('Gider')).toBe(2_000)
    expect(kurusOf('Gider')).toBe(totals.byDirection.gider.gross)
    expect(kurusOf('Tahsilat')).toBe(15_000)
    await scriptless.close()
  })
})

async function downloaded(page: Page, title: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: title }).click()
  return readFile((await (await download).path())!)
}
