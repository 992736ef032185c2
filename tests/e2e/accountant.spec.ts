import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { addDays } from '@/lib/kernel/zone'
import { register, shopToday } from './support/acts'
import { earned } from './support/books'
import { expect, newOwner, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

const lastMonth = `${addDays(`${shopToday().slice(0, 7)}-01`, -1).slice(0, 7)}-15`

const nothingBeside = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile((await download.path())!)
}

async function downloaded(page: Page, title: string): Promise<Download> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: title }).click()
  return download
}

test('the owner takes the month home and sends the accountant a link, who needs no account and no script', async ({
  page,
  owner,
  browser,
  watch,
}) => {
  await earned(owner, [40_000, 12_345], lastMonth)
  await page.goto('/ayarlar')
  await page.getByRole('link', { name: 'Muhasebe' }).click()
  await expect(page.getByText('Bu dönemde kayıt yok.')).toBeVisible()
  await page.getByRole('link', { name: 'Geçen ay' }).click()
  await expect(page.getByText('2 kayıt')).toBeVisible()
  await expect(page.getByRole('region', { name: /20\d\d$/ })).toContainText('₺523,45')
  await nothingBeside(page)

  const workbook = await downloaded(page, 'Excel Bütün kayıtlar')
  expect(workbook.suggestedFilename()).toMatch(/^berber-mehmet-20\d\d-\d\d-01-20\d\d-\d\d-\d\d\.xlsx$/)
  const rows = utils.sheet_to_json<Record<string, number>>(read(await bytesOf(workbook)).Sheets.Kayıtlar!)
  expect(rows.map(row => row['Tutar (KDV dahil)'])).toEqual([400, 123.45])

  await page.getByLabel('Kime?').fill('Selma Hanım')
  await page.getByRole('button', { name: 'Bağlantı hazırla' }).click()
  const link = await page.getByLabel('Muhasebecinin bağlantısı').inputValue()
  expect(link).toMatch(/\/m\/[A-Za-z0-9_-]{43}$/)
  await expect(page.getByText('Henüz açılmadı.')).toBeVisible()
  await expectNothingSerious(page, 'muhasebe')

  const context = await browser.newContext({ javaScriptEnabled: false })
  watch(context)
  const selma = await context.newPage()
  await selma.goto(link)
  await expect(selma.getByRole('heading', { name: 'Muhasebe kayıtları' })).toBeVisible()
  await expect(selma.getByText('Berber Mehmet')).toBeVisible()
  await expect(selma.getByText('2 kayıt')).toBeVisible()
  await expect(selma.getByText('₺523,45').first()).toBeVisible()
  await nothingBeside(selma)
  const csv = (await bytesOf(await downloaded(selma, 'CSV Noktalı'))).toString()
  expect(csv).toContain(';123,45;')
  const json = JSON.parse((await bytesOf(await downloaded(selma, 'JSON Programlar'))).toString())
  expect(json.totals.byDirection.gelir.gross).toBe(52_345)
  const schema = await selma.request.get(json.$schema)
  expect((await schema.json()).title).toBe('Siftah muhasebe kayıtları, sürüm 1')

  await page.reload()
  await expect(page.getByRole('list', { name: 'Açılışlar' })).toContainText('sayfa açıldı')
  await expect(page.getByRole('list', { name: 'Açılışlar' })).toContainText('CSV indirildi')
  await page.getByRole('button', { name: 'Bağlantıyı geri al' }).click()
  await expect(page.getByText('Selma Hanım')).toBeHidden()
  for (const address of [link, link.slice(0, -1), `${link.slice(0, -1)}-`, `${link}/indir/xlsx`]) {
    await selma.goto(address)
    await expect(selma.getByRole('heading', { name: 'Bu bağlantı açılmıyor' })).toBeVisible()
  }
  await context.close()
})

test('an accountant who is a member finds the books when he comes in, takes files, and changes nothing', async ({
  page,
  owner,
  newPhone,
}) => {
  await earned(owner, [40_000], lastMonth)
  await page.goto('/ekip')
  await page.getByLabel('Adı').fill('Selma')
  await page.getByText('Muhasebeci', { exact: true }).click()
  await page.getByRole('button', { name: 'Davet bağlantısı hazırla' }).click()
  const link = await page.getByLabel('Davet bağlantısı').inputValue()

  const selma = await newPhone()
  await selma.goto(link)
  await selma.getByRole('link', { name: 'Hesap aç ve katıl' }).click()
  await register(selma, newOwner('Selma Sarı'))
  await selma.getByRole('button', { name: 'Dükkâna katıl' }).click()
  await expect(selma.getByRole('heading', { name: 'Muhasebe' })).toBeVisible()
  await selma.getByRole('link', { name: 'Geçen ay' }).click()
  await expect(selma.getByText('1 kayıt')).toBeVisible()
  expect((await downloaded(selma, 'Luca')).suggestedFilename()).toMatch(/luca\.zip$/)
  await expect(selma.getByLabel('Kime?')).toHaveCount(0)
  await expect(selma.getByText('Hesap kodları')).toHaveCount(0)
  await selma.getByRole('link', { name: 'Dükkânın ekranlarına bak' }).click()
  await expect(selma.getByRole('heading', { name: 'Bugün' })).toBeAttached()
})

test('a period of a hundred years, or one that ends before it begins, is refused in a sentence', async ({
  page,
  owner: _,
}) => {
  await page.goto('/muhasebe?ilk=1926-01-01&son=2026-01-01')
  await expect(page.getByText('2000 yılından önce kayıt olmaz.')).toBeVisible()
  await page.goto('/muhasebe?ilk=2020-01-01&son=2120-01-01')
  await expect(page.getByText('Bir seferde en çok bir yıl alınır.')).toBeVisible()
  await page.goto('/muhasebe?ilk=2026-05-01&son=2026-04-01')
  await expect(page.getByText('Son gün ilk günden önce olamaz.')).toBeVisible()
})
