import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { addCustomer, book, delivered, nextOpenDay, openMenu } from './support/acts'
import { byCustomer, openOnly } from './support/elsewhere'
import { expect, test } from './support/journey'

const day = nextOpenDay()
const [TEN, HALF_PAST] = [10 * 60, 10 * 60 + 30]

async function waitForSac(page: Page, who: string): Promise<void> {
  await openMenu(page, 'Müşteriler')
  await page.getByRole('link', { name: who }).click()
  await page.getByRole('button', { name: 'Beklemeye yaz' }).click()
  await page.getByLabel('Hizmet').selectOption('Saç')
  await page.getByLabel('İlk gün').fill(day)
  await page.getByLabel('Son gün').fill(day)
  await page.getByRole('dialog').getByRole('button', { name: 'Beklemeye yaz' }).click()
  await expect(page.getByText('Boş yer bekliyor')).toBeVisible()
  await page.getByRole('button', { name: 'Geri', exact: true }).click()
}

test('a cancelled time is offered to who waits, with a link; when nobody answers it is the next one’s', async ({
  page,
  owner,
}) => {
  await page.context().route('https://wa.me/**', route => route.fulfill({ body: 'WhatsApp' }))
  await openOnly(owner, [[TEN, HALF_PAST]])
  await page.clock.install()
  await addCustomer(page, 'Ayşe Kaya', '0532 111 11 11')
  await addCustomer(page, 'Fatma Demir', '0532 222 22 22')
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Kemal Doğan', at: '10:00' })
  await waitForSac(page, 'Ayşe Kaya')
  await waitForSac(page, 'Fatma Demir')

  await page.goto(`/bugun?gun=${day}`)
  await expect(page.getByText('Bekleme listesinde 2 kişi')).toBeVisible()
  const opening = page.getByRole('region', { name: /10:00 boşaldı/ })
  await expect(opening).toBeHidden()
  await page.getByRole('button', { name: '10:00 Kemal Doğan' }).click()
  await page.getByRole('button', { name: 'İptal et' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'İptal et' }).click()
  await expect(opening).toContainText('Bekleyenler: Ayşe Kaya, Fatma Demir')

  const [chat] = await Promise.all([
    page.context().waitForEvent('page'),
    opening.getByRole('link', { name: 'Teklif et' }).click(),
  ])
  const text = new URL(chat.url()).searchParams.get('text')!
  await chat.close()
  expect(text).toContain('10:00 için yer açıldı')
  const token = /\/r\/([A-Za-z0-9_-]{43})$/.exec(text)![1]!
  await expect(page.getByRole('region', { name: /10:00 teklif edildi: Ayşe Kaya/ })).toBeVisible()
  await delivered(page)
  const [link] = await byCustomer(
    owner,
    (sql, shop) => sql`select token_hash from public.appointment_links where tenant_id = ${shop}`,
  )
  expect(link!.token_hash).toBe(createHash('sha256').update(token).digest('hex'))

  await page.clock.fastForward('11:00')
  await expect(opening).toContainText('Bekleyenler: Fatma Demir')
  await opening.getByRole('button', { name: 'Kabul etti' }).click()
  await expect(page.getByRole('button', { name: '10:00 Fatma Demir' })).toBeVisible()
  await expect(opening).toBeHidden()
})
