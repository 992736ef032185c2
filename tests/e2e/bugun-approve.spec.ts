import { book, enterShop, keptOffline, nextOpenDay } from './support/acts'
import { askForAll, statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'

const day = nextOpenDay()

test('what a customer asked for is agreed to with one tap and no network, and turned down with a reason', async ({
  page,
  owner,
  newPhone,
}) => {
  for (const [who, at] of [
    ['Ayşe Kaya', '10:00'],
    ['Fatma Demir', '11:00'],
  ] as const) {
    await page.goto(`/bugun?gun=${day}`)
    await book(page, { who, at })
  }
  await expect.poll(() => statusesOf(owner)).toHaveLength(2)
  await askForAll(owner)

  await page.goto('/bugun')
  await expect(page.getByText('2 onay bekliyor')).toBeVisible()
  await keptOffline(page)
  await page.context().setOffline(true)

  const ayse = page.getByRole('region', { name: 'Onay bekliyor: Ayşe Kaya' })
  await expect(ayse).toContainText('kadar tutuluyor')
  await ayse.getByRole('button', { name: 'Onayla' }).click()
  await expect(page.getByText(/^Onaylandı: .*10:00/)).toBeVisible()
  await expect(ayse).toBeHidden()
  await page.getByRole('button', { name: 'Geri al' }).click()
  await expect(ayse).toContainText('kadar tutuluyor')
  await ayse.getByRole('button', { name: 'Onayla' }).click()
  await expect(ayse).toBeHidden()

  await page.getByRole('button', { name: 'Reddet' }).click()
  await page.getByLabel('Neden?').fill('O gün kapalıyız')
  await page.getByRole('dialog').getByRole('button', { name: 'Reddet' }).click()
  await expect(page.getByText('onay bekliyor')).toBeHidden()

  await page.context().setOffline(false)
  await expect(page.getByText('Çevrimdışı')).toBeHidden()
  await page.goto(`/bugun?gun=${day}`)
  await expect(page.getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()
  await expect.poll(() => statusesOf(owner)).toEqual(['confirmed', 'cancelled'])

  const other = await newPhone()
  await enterShop(other, owner)
  await other.goto(`/bugun?gun=${day}`)
  await expect(other.getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()
  await other.getByText('İptal edilen 1 randevu').click()
  await other.getByRole('button', { name: '11:00 Fatma Demir' }).click()
  await expect(other.getByText('Nedeni: O gün kapalıyız')).toBeVisible()
  await other.getByText('Geçmişi').click()
  await expect(other.getByText(/Bugün \d\d:\d\d siz iptal ettiniz/)).toBeVisible()
})

test('what a customer writes on the shop’s page stands on the card; agreed to, his own page says so, and his cancelling is news', async ({
  page,
  owner: _,
  newPhone,
}) => {
  test.slow()
  await page.goto('/sayfa')
  await page.getByRole('button', { name: 'Sayfamı aç' }).click()
  const address = await page.getByRole('link', { name: '/d/' }).getAttribute('href')

  const customer = await newPhone()
  await customer.goto(new URL(address!).pathname)
  await customer.getByRole('link', { name: 'Saç ve sakal' }).click()
  const then = new URL(customer.url())
  then.searchParams.set('gun', day) // far enough to be cancelled by himself
  await customer.goto(then.href)
  await customer
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .last()
    .click()
  await customer.getByLabel('Adınız ve soyadınız').fill('Zeynep Işık')
  await customer.getByLabel('Telefonunuz').fill('0532 333 33 33')
  await customer.getByLabel('Notunuz').fill('Kızım da gelecek')
  // Who writes as fast as this is asked to look again and send once more.
  const send = customer.getByRole('button', { name: 'Randevu al' })
  await expect(async () => {
    if (await send.isVisible()) await send.click()
    await expect(customer.getByRole('heading', { name: 'Randevu isteğiniz alındı' })).toBeVisible({ timeout: 5_000 })
  }).toPass()

  await page.goto('/bugun')
  const card = page.getByRole('region', { name: 'Onay bekliyor: Zeynep Işık' })
  await expect(card).toContainText('“Kızım da gelecek”')
  await card.getByRole('button', { name: 'Onayla' }).click()
  await expect(card).toBeHidden()
  await expect(async () => {
    await customer.reload()
    await expect(customer.getByRole('heading', { name: 'Randevunuz tamam' })).toBeVisible({ timeout: 1_000 })
  }).toPass()

  await customer.getByRole('link', { name: 'İptal et' }).click()
  await customer.getByRole('button', { name: 'İptal et' }).click()
  await expect(customer.getByRole('heading', { name: 'Randevunuzu iptal ettiniz' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('list', { name: 'Müşterilerden haberler' })).toContainText('Zeynep Işık iptal etti')
})
