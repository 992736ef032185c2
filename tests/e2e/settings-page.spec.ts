import { randomInt } from 'node:crypto'
import { openShop } from './support/acts'
import { expect, newOwner, test } from './support/journey'

/** Nobody else's in this run. */
const word = () => `Berber Şükrü ${randomInt(1_000_000)}`
const slugOf = (name: string) => name.toLowerCase().replace('ş', 's').replaceAll('ü', 'u').replaceAll(' ', '-')

test('an owner opens his page under an address made of what he types, prints its poster and closes it', async ({
  page,
  owner: _,
}) => {
  const name = word()
  await page.goto('/ayarlar')
  await page.getByRole('link', { name: 'İnternet sayfanız kapalı' }).click()
  // The shop's name, or one like it that is free.
  await expect(page.getByLabel('Sayfanızın adresi')).toHaveValue(/^berber-mehmet/)
  await page.getByLabel('Sayfanızın adresi').fill('💈')
  await page.getByLabel('Dükkân nerede?').fill('Çarşı Sk. 5 🏪')
  await page.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(page.getByText('En az 3 harf ya da rakam yazın.')).toBeVisible()
  await expect(page.getByLabel('Dükkân nerede?')).toHaveValue('Çarşı Sk. 5 🏪')

  await page.getByLabel('Sayfanızın adresi').fill(name)
  await page.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(page.getByRole('heading', { name: 'Sayfanız açık' })).toBeVisible()
  const link = page.getByRole('link', { name: `/d/${slugOf(name)}` })
  await expect(link).toHaveAttribute('href', new RegExp(`^http.*/d/${slugOf(name)}$`))
  await expect(page.getByRole('img', { name: 'Sayfanızın karekodu' })).toBeVisible()
  await expect(page.getByLabel('Dükkân nerede?')).toHaveValue('Çarşı Sk. 5 🏪')
  const asCustomer = () => page.request.get(`/d/${slugOf(name)}`)
  expect(await (await asCustomer()).text()).toContain('Çarşı Sk. 5 🏪')

  await page.getByRole('link', { name: 'Afişini yazdır' }).click()
  await expect(page.getByRole('heading', { name: 'Berber Mehmet' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Yazdır' })).toBeHidden()
  await expect(page.getByRole('img', { name: 'Randevu sayfasının karekodu' })).toBeVisible()
  for (const format of ['A4', 'A5']) {
    const pdf = (await page.pdf({ format })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g), `${format} is one sheet`).toHaveLength(1)
  }
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: 'Geri' }).click()

  await page.getByRole('button', { name: 'Sayfayı kapat' }).click()
  await expect(page.getByText('Sayfanız şu an kapalı')).toBeVisible()
  expect((await asCustomer()).status()).toBe(404)
  await expect(page.getByLabel('Sayfanızın adresi')).toHaveValue(slugOf(name))
  await page.goto('/sayfa/afis')
  await expect(page.getByRole('heading', { name: 'İnternet sayfanız' })).toBeVisible()
})

test('an address that another shop has is answered with a free one, and what was typed stays', async ({
  page,
  owner: _,
  newPhone,
}) => {
  const name = word()
  await page.goto('/sayfa')
  await page.getByLabel('Sayfanızın adresi').fill(name)
  await page.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(page.getByRole('heading', { name: 'Sayfanız açık' })).toBeVisible()

  const other = await newPhone()
  await openShop(other, newOwner('Şükrü', name))
  await other.goto('/sayfa')
  await expect(other.getByLabel('Sayfanızın adresi')).toHaveValue(`${slugOf(name)}-2`)
  await other.getByLabel('Sayfanızın adresi').fill(name)
  await other.getByLabel('Dükkân nerede?').fill('Köşe başı')
  await other.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(other.getByText(`Bu adres başka bir dükkânın. “${slugOf(name)}-2” boş.`)).toBeVisible()
  await expect(other.getByLabel('Sayfanızın adresi')).toHaveValue(name)
  await expect(other.getByLabel('Dükkân nerede?')).toHaveValue('Köşe başı')
  await other.getByLabel('Sayfanızın adresi').fill(`${name} 2`)
  await other.getByRole('button', { name: 'Sayfamı aç' }).click()
  await expect(other.getByRole('link', { name: `/d/${slugOf(name)}-2` })).toBeVisible()
})

test('offline the page says that it needs the internet, and the shop is a tap away', async ({ page, owner: _ }) => {
  await page.goto('/ayarlar')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await expect(page.getByRole('link', { name: 'İnternet sayfanız internet gerekir' })).toBeVisible()
  await page.getByRole('link', { name: 'İnternet sayfanız' }).click()
  await expect(page.getByText('Bu sayfa için internet gerekiyor.')).toBeVisible()
  await page.getByRole('button', { name: 'Bugüne dön' }).click()
  await expect(page.getByRole('button', { name: 'İlk randevuyu ekle' })).toBeVisible()
})
