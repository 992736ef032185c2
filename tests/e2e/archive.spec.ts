import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { unzipSync, zipSync } from 'fflate'
import { addCustomer, delivered, enterShop, openMenu, openShop } from './support/acts'
import { expect, newOwner, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

test('everything of a shop goes home as one file, and comes back in an empty one', async ({
  page,
  owner: _,
  newPhone,
}, info) => {
  await addCustomer(page, 'Işıl Çağlayan', '0532 000 01 01')
  await delivered(page)
  await page.goto('/ayarlar')
  await page.getByRole('link', { name: 'Verilerim' }).click()
  await expectNothingSerious(page, 'veriler')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Verilerimi indir' }).click()
  const archive = info.outputPath('siftah.zip')
  await (await download).saveAs(archive)
  // As large as a shop's of some years: Next cuts what passes its proxy at 10 MB.
  const grown = { ...unzipSync(await readFile(archive)), 'yillar.bin': randomBytes(12_000_000) }
  await writeFile(archive, zipSync(grown, { level: 0 }))

  // Not into a shop in which somebody is a customer already.
  await page.getByLabel('Arşiv dosyası').setInputFiles(archive)
  await page.getByRole('button', { name: 'Arşivi al' }).click()
  await expect(page.getByText('Bu dükkânda kayıt var.')).toBeVisible()

  const home = await newPhone()
  const owner = newOwner('Mehmet Usta', 'Yeni dükkân')
  await openShop(home, owner)
  await home.goto('/veriler')
  const broken = info.outputPath('bozuk.zip')
  await writeFile(broken, 'bu bir arşiv değil')
  await home.getByLabel('Arşiv dosyası').setInputFiles(broken)
  await home.getByRole('button', { name: 'Arşivi al' }).click()
  await expect(home.getByText('Dosya bozuk ya da eksik inmiş.')).toBeVisible()
  await home.getByLabel('Arşiv dosyası').setInputFiles(archive)
  await home.getByRole('button', { name: 'Arşivi al' }).click()
  await expect(home.getByText('Arşiv alındı.')).toBeVisible()

  const other = await newPhone()
  await enterShop(other, owner)
  await openMenu(other, 'Müşteriler')
  await expect(other.getByText('Işıl Çağlayan')).toBeVisible()
  // The phone that held the empty shop has it too, at its next contact.
  await home.goto('/musteriler')
  await expect(home.getByText('Işıl Çağlayan')).toBeVisible()
})
