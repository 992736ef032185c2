import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { addCustomer, book, delivered, nextOpenDay, type Owner, openMenu } from './support/acts'
import { byCustomer, openOnly, statusesOf } from './support/elsewhere'
import { expect, test } from './support/journey'

const day = nextOpenDay()
const [TEN, HALF_PAST] = [10 * 60, 10 * 60 + 30]

async function waitForSac(page: Page, who: string): Promise<void> {
  await openMenu(page, 'Müşteriler')
  await page.getByRole('link', { name: who }).click()
  await page.getByRole('button', { name: 'Beklemeye yaz' }).click()
  await page.getByLabel('Hizmet').selectOption('Saç')
  await page.getByLabel('İlk gün').fill('')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Beklemeye yaz' })).toBeDisabled()
  await page.getByLabel('İlk gün').fill(day)
  await page.getByLabel('Son gün').fill(day)
  await page.getByRole('dialog').getByRole('button', { name: 'Beklemeye yaz' }).click()
  await expect(page.getByText('Boş yer bekliyor')).toBeVisible()
  await page.getByRole('button', { name: 'Geri', exact: true }).click()
}

/** A day with room for one, who cancels while two wait; it is offered to the first. Answers the path of the link he was sent. */
async function offerToAyse(page: Page, owner: Owner): Promise<string> {
  await page.context().route('https://wa.me/**', route => route.fulfill({ body: 'WhatsApp' }))
  await openOnly(owner, [[TEN, HALF_PAST]])
  await addCustomer(page, 'Ayşe Kaya', '0532 111 11 11')
  await addCustomer(page, 'Fatma Demir', '0532 222 22 22')
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Kemal Doğan', at: '10:00' })
  await waitForSac(page, 'Ayşe Kaya')
  await waitForSac(page, 'Fatma Demir')

  await page.goto(`/bugun?gun=${day}`)
  await expect(page.getByText('Bekleme listesinde 2 kişi')).toBeVisible()
  await expect(freed(page)).toBeHidden()
  await page.getByRole('button', { name: '10:00 Kemal Doğan' }).click()
  await page.getByRole('button', { name: 'İptal et' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'İptal et' }).click()
  await expect(freed(page)).toContainText('Bekleyenler: Ayşe Kaya, Fatma Demir')

  const [chat] = await Promise.all([
    page.context().waitForEvent('page'),
    freed(page).getByRole('link', { name: 'Teklif et' }).click(),
  ])
  const text = new URL(chat.url()).searchParams.get('text')!
  await chat.close()
  expect(text).toContain('10:00 için yer açıldı')
  await expect(page.getByRole('region', { name: /10:00 teklif edildi: Ayşe Kaya/ })).toBeVisible()
  await expect.poll(() => statusesOf(owner)).toContain('held')
  return /\/r\/[A-Za-z0-9_-]{43}$/.exec(text)![0]
}
const freed = (page: Page) => page.getByRole('region', { name: /10:00 boşaldı/ })

test('a cancelled time is offered to who has waited longest; he takes it by his link, and the shop reads so', async ({
  page,
  owner,
  newPhone,
}) => {
  test.slow()
  const path = await offerToAyse(page, owner)
  const [link] = await byCustomer(
    owner,
    (sql, shop) => sql`select token_hash from public.appointment_links where tenant_id = ${shop}`,
  )
  expect(link!.token_hash).toBe(createHash('sha256').update(path.slice('/r/'.length)).digest('hex'))

  const customer = await newPhone()
  await customer.goto(path)
  await customer.getByRole('button', { name: 'Bu saati alıyorum' }).click()
  await expect(customer.getByRole('heading', { name: 'Randevunuz tamam' })).toBeVisible()

  await page.reload()
  await expect(page.getByRole('list', { name: 'Müşterilerden haberler' })).toContainText('Ayşe Kaya teklifi kabul etti')
  await expect(page.getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()
  await expect(page.getByText('Bekleme listesinde 1 kişi')).toBeVisible()
  await page.getByRole('button', { name: 'Okudum' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Müşterilerden haberler' })).toBeHidden()
})

test('an offer nobody answers is the next one’s, who may say yes by phone', async ({ page, owner }) => {
  test.slow()
  await offerToAyse(page, owner)
  await byCustomer(
    owner,
    (sql, shop) => sql`
      update public.appointments set lapses_at = now() - interval '1 second' where tenant_id = ${shop} and status = 'held'`,
  )
  await page.reload()
  await expect(freed(page)).toContainText('Bekleyenler: Fatma Demir')
  // Two taps, as of somebody in a hurry: he has it once, and no second one is refused.
  await freed(page).getByRole('button', { name: 'Kabul etti' }).dblclick()
  await expect(page.getByRole('button', { name: '10:00 Fatma Demir' })).toBeVisible()
  await expect(freed(page)).toBeHidden()
  await delivered(page)
  await expect(page.getByText('alınamadı')).toBeHidden()
  await expect(page.getByText('dolu çıktı')).toBeHidden()
  expect((await statusesOf(owner)).filter(status => status === 'confirmed')).toHaveLength(1)
  await page.reload()
  await expect(page.getByRole('button', { name: '10:00 Fatma Demir' })).toBeVisible()
  await expect(page.getByText('Bekleme listesinde 1 kişi')).toBeVisible()
})
