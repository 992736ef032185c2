import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { addDays, addMinutes, type Instant, instantAt } from '@/lib/kernel/zone'
import { addCustomer, book, delivered, keptOffline, nextOpenDay, type Owner, shopToday } from './support/acts'
import { byCustomer } from './support/elsewhere'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

// From the book to the customer's phone and back; the clock of what is due is the test's (lib/messages/SPEC.md).

test.use({ viewport: { width: 360, height: 740 } })

/** A day on which a new shop is open, far enough for every reminder to lie ahead. */
const day = nextOpenDay(3)
const TEN = instantAt(day, 10 * 60, 'Europe/Istanbul')
const noonTomorrow = instantAt(addDays(shopToday(), 1), 12 * 60, 'Europe/Istanbul')

/** Somebody of whom no other journey has heard. */
const newNumber = () => `0532 ${randomInt(100, 999)} ${randomInt(10, 99)} ${randomInt(10, 98)}`

const shopOf = (owner: Owner) => byCustomer(owner, async (_, shop) => shop)
const messagesOf = (owner: Owner) =>
  byCustomer(owner, async (sql, shop) => {
    const rows =
      await sql`select kind, channel, state, reason from public.messages where tenant_id = ${shop} order by created_at, due_at`
    return rows.map(({ kind, channel, state }) => `${kind} ${channel} ${state}`)
  })

/** The timer comes by, and its clock shows that. */
async function comesBy(owner: Owner, now: Instant): Promise<Record<string, number>> {
  const asked = new URLSearchParams({ now, shop: await shopOf(owner) })
  const response = await fetch(`${process.env.JOURNEYS_URL}/api/cron/messages?${asked}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.JOURNEYS_CRON_SECRET}` },
  })
  expect(response.status).toBe(200)
  return response.json()
}

async function choosePlan(page: Page, plan: string): Promise<void> {
  await page.goto('/ayarlar/mesajlar')
  await page.getByRole('button', { name: /^Mesajlar nasıl gitsin/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: plan }).click()
  await expect(page.getByRole('button', { name: `Mesajlar nasıl gitsin? ${plan}` })).toBeVisible()
  await delivered(page)
}

/** The customer's phone: the newest person's messages are on top of the page. */
async function openInbox(customer: Page, number: string): Promise<void> {
  await customer.goto('/gelen-kutusu')
  const tab = customer.getByRole('link', { name: number })
  if (await tab.isVisible()) await tab.click()
  await expect(customer.getByRole('heading', { name: number })).toBeVisible()
}

test('nobody without the secret has the messages sent', async ({ request }) => {
  const url = `${process.env.JOURNEYS_URL}/api/cron/messages`
  expect((await request.post(url)).status()).toBe(401)
  expect((await request.post(url, { headers: { authorization: 'Bearer nein' } })).status()).toBe(401)
})

test('[ME11] a shop that has chosen nothing: the message waits on Bugün, and is sent from the owner’s own WhatsApp, without a network too', async ({
  page,
  owner,
}) => {
  test.slow()
  await page.context().route('https://wa.me/**', route => route.fulfill({ body: 'WhatsApp' }))
  const number = newNumber()
  await addCustomer(page, 'Ayşe Kaya', number)
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Ayşe Kaya', at: '10:00' })
  await delivered(page)
  expect(await messagesOf(owner)).toContain('confirmation own planned')
  const waiting = page.getByText('1 mesajı sizin göndermeniz bekleniyor')
  await expect(waiting).toBeVisible()
  await keptOffline(page)
  await page.context().setOffline(true)
  await page.reload()
  await waiting.click()
  const link = page.getByRole('link', { name: 'Gönder: Ayşe Kaya' })
  const href = new URL((await link.getAttribute('href'))!)
  expect(href.origin + href.pathname).toBe(`https://wa.me/90${number.replace(/\D/g, '').slice(1)}`)
  const text = href.searchParams.get('text')!
  expect(text).toContain(`${owner.shop} randevunuz yazıldı`)
  expect(text).toContain('saat 10:00')
  const path = /\/r\/[A-Za-z0-9_-]{43}$/.exec(text)![0]
  await page.evaluate(() => addEventListener('click', event => event.preventDefault(), { capture: true, once: true }))
  await link.click()
  await expect(waiting).toBeHidden()
  await page.context().setOffline(false)
  await delivered(page)
  await expect.poll(() => messagesOf(owner)).toContain('confirmation own sent')
  await page.goto(path)
  await expect(page.getByText('10:00').first()).toBeVisible()
})

test('a message need not be sent, and what was said so stays so on the other phone', async ({ page, owner }) => {
  await addCustomer(page, 'Fatma Demir', newNumber())
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Fatma Demir', at: '11:00' })
  await page.getByText('1 mesajı sizin göndermeniz bekleniyor').click()
  await page.getByRole('button', { name: 'Gerek yok: Fatma Demir' }).click()
  await expect(page.getByText('mesajı sizin göndermeniz bekleniyor')).toBeHidden()
  await delivered(page)
  await expect.poll(() => messagesOf(owner)).toContain('confirmation own not-sent')
})

test('booked, confirmed by a tap in the inbox, seen on Bugün, reminded at the right time, called off by a tap', async ({
  page,
  owner,
  newPhone,
}) => {
  test.slow()
  await choosePlan(page, 'WhatsApp’tan, olmazsa SMS’le')
  const number = newNumber()
  await addCustomer(page, 'Ayşe Kaya', number)
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Ayşe Kaya', at: '10:00' })
  await delivered(page)
  await comesBy(owner, noonTomorrow)
  expect(await messagesOf(owner)).toEqual(['confirmation whatsapp delivered', 'reminder-day whatsapp planned'])

  const customer = await newPhone()
  await openInbox(customer, number)
  await expect(customer.getByRole('region', { name: `${owner.shop}, WhatsApp` })).toContainText('randevunuz yazıldı')
  await customer.getByRole('button', { name: 'Geliyorum' }).click()
  await expect.poll(() => messagesOf(owner)).toContain('confirmation whatsapp read')
  await page.reload()
  await expect(page.getByRole('list', { name: 'Müşterilerden haberler' })).toContainText(
    'Ayşe Kaya geleceğini onayladı',
  )

  // Not a minute before its time, and once.
  expect(await comesBy(owner, addMinutes(TEN, -24 * 60 - 1))).toEqual({})
  expect(await comesBy(owner, addMinutes(TEN, -24 * 60))).toMatchObject({ sent: 1 })
  expect(await comesBy(owner, addMinutes(TEN, -24 * 60 + 5))).toEqual({})
  await openInbox(customer, number)
  const messages = customer.getByRole('region', { name: `${owner.shop}, WhatsApp` })
  await expect(messages).toHaveCount(2)
  await expect(messages.last()).toContainText('Hatırlatma')
  await messages.last().getByRole('button', { name: 'İptal et' }).click()
  await page.reload()
  await expect(page.getByRole('list', { name: 'Müşterilerden haberler' })).toContainText('iptal etti')
})

test('a customer without WhatsApp gets a text message in its stead, with no link in it', async ({
  page,
  owner,
  newPhone,
}) => {
  await choosePlan(page, 'WhatsApp’tan, olmazsa SMS’le')
  const number = newNumber().replace(/\d\d$/, '99')
  await addCustomer(page, 'Kemal Doğan', number)
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Kemal Doğan', at: '12:00' })
  await delivered(page)
  await comesBy(owner, noonTomorrow)
  expect((await messagesOf(owner))[0]).toBe('confirmation sms delivered')
  const customer = await newPhone()
  await openInbox(customer, number)
  const message = customer.getByRole('region', { name: `${owner.shop}, SMS` })
  await expect(message).toContainText('randevunuz yazildi')
  await expect(message).not.toContainText('/r/')
})

test('axe finds nothing serious where messages are set up, sent by hand and read', async ({
  page,
  owner,
  newPhone,
}) => {
  test.slow()
  await addCustomer(page, 'Ayşe Kaya', newNumber())
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Ayşe Kaya', at: '10:00' })
  await page.getByText('1 mesajı sizin göndermeniz bekleniyor').click()
  await expect(page.getByRole('link', { name: 'Gönder: Ayşe Kaya' })).toBeVisible()
  await expectNothingSerious(page, 'messages for the owner to send')
  await page.goto('/ayarlar/mesajlar')
  await expect(page.getByText('Ücret', { exact: true })).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await expectNothingSerious(page, 'the settings of messages')
  await page.getByRole('button', { name: /^Mesajlar nasıl gitsin/ }).click()
  await expectNothingSerious(page, 'the ways')
  await page.keyboard.press('Escape')
  await choosePlan(page, 'WhatsApp’tan, kendiliğinden')
  await comesBy(owner, noonTomorrow)
  const customer = await newPhone()
  await customer.setViewportSize({ width: 360, height: 740 })
  await customer.goto('/gelen-kutusu')
  await expectNothingSerious(customer, 'the inbox')
})
