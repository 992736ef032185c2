import type { Page } from '@playwright/test'
import { addDays, addMinutes, instantAt } from '@/lib/kernel/zone'
import {
  addCustomer,
  book,
  delivered,
  enterShop,
  keptOffline,
  nextOpenDay,
  type Owner,
  openMenu,
  shopToday,
} from './support/acts'
import { openOnly, statusesOf } from './support/elsewhere'
import { choosePlan, comesBy, newNumber, openInbox, writes } from './support/inbox'
import { expect, test } from './support/journey'
import { expectNothingSerious } from './support/nothing-serious'

// From the customer's answer to the next one's chair. The clock of what is due is the test's (lib/messages/SPEC.md).

test.use({ viewport: { width: 360, height: 740 } })

/** A day on which a new shop is open, far enough for every reminder to lie ahead. */
const day = nextOpenDay(4)
const [TEN, HALF_PAST] = [10 * 60, 10 * 60 + 30]
const starts = instantAt(day, TEN, 'Europe/Istanbul')
const noonTomorrow = instantAt(addDays(shopToday(), 1), 12 * 60, 'Europe/Istanbul')
/** When he cancels: two hours after the reminder, at noon of the day before. */
const dayBefore = addMinutes(starts, -22 * 60)

const news = (page: Page) => page.getByRole('list', { name: 'Müşterilerden haberler' })
const wrote = (page: Page, who: string) => page.getByRole('region', { name: `Müşteri yazdı: ${who}` })
const bubbles = (phone: Page, owner: Owner) => phone.getByRole('region', { name: `${owner.shop}, WhatsApp` })

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

/** What the sheet of an appointment says of its messages. */
async function saysOf(page: Page, who: string, sentence: string): Promise<void> {
  await page.goto(`/bugun?gun=${day}`)
  await page.getByRole('button', { name: `10:00 ${who}` }).click()
  await expect(page.getByRole('dialog')).toContainText(sentence)
  await page.keyboard.press('Escape')
}

test('booked, told, confirmed by a tap, reminded, called off by a word; whose turn it is gets the time, and the first who says so has it', async ({
  page,
  owner,
  newPhone,
}) => {
  test.setTimeout(240_000)
  const urls: string[] = []
  page.context().on('request', request => urls.push(request.url()))
  const numbers = { kemal: newNumber(), ayse: newNumber(), fatma: newNumber() }
  await openOnly(owner, [[TEN, HALF_PAST]])
  await choosePlan(page, 'WhatsApp’tan, kendiliğinden')
  await addCustomer(page, 'Kemal Doğan', numbers.kemal)
  await addCustomer(page, 'Ayşe Kaya', numbers.ayse)
  await addCustomer(page, 'Fatma Demir', numbers.fatma)
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Kemal Doğan', at: '10:00' })
  await waitForSac(page, 'Ayşe Kaya')
  await waitForSac(page, 'Fatma Demir')
  await delivered(page)

  await comesBy(owner, noonTomorrow)
  const kemal = await newPhone()
  kemal.context().on('request', request => urls.push(request.url()))
  await openInbox(kemal, numbers.kemal, noonTomorrow)
  await expect(bubbles(kemal, owner)).toContainText('randevunuz yazıldı')
  await kemal.getByRole('button', { name: 'Geliyorum' }).click()
  await expect(kemal.getByRole('listitem').last()).toHaveText('Geliyorum')
  await page.goto('/bugun')
  await expect(news(page)).toContainText('Kemal Doğan geleceğini onayladı')
  await saysOf(page, 'Kemal Doğan', 'Randevu onayı okundu.')

  // The reminder comes a day before, and not a minute sooner.
  await comesBy(owner, addMinutes(starts, -24 * 60 - 1))
  await openInbox(kemal, numbers.kemal, dayBefore)
  await expect(bubbles(kemal, owner)).toHaveCount(1)
  await comesBy(owner, addMinutes(starts, -24 * 60))
  await openInbox(kemal, numbers.kemal, dayBefore)
  await expect(bubbles(kemal, owner).last()).toContainText('Hatırlatma')
  await page.reload()
  await saysOf(page, 'Kemal Doğan', 'Hatırlatma ulaştı.')

  await writes(kemal, 'İPTAL lütfen')
  await expect(bubbles(kemal, owner).last()).toContainText('randevunuz iptal edildi')

  // Ayşe has waited longest. Her minutes go by; then it is Fatma's turn, and Ayşe comes too late.
  const ayse = await newPhone()
  await openInbox(ayse, numbers.ayse, addMinutes(dayBefore, 12))
  await expect(bubbles(ayse, owner).last()).toContainText('sizin için tutuyoruz')
  await comesBy(owner, addMinutes(dayBefore, 11))
  const fatma = await newPhone()
  await openInbox(fatma, numbers.fatma, addMinutes(dayBefore, 12))
  await fatma.getByRole('button', { name: 'Alıyorum' }).click()
  await expect(bubbles(fatma, owner).filter({ hasText: 'randevunuz yazıldı' })).toBeVisible()
  await ayse.getByRole('button', { name: 'Alıyorum' }).click()
  await expect(bubbles(ayse, owner).last()).toContainText('bu arada doldu')
  expect(await statusesOf(owner)).toEqual(expect.arrayContaining(['cancelled', 'lapsed', 'confirmed']))

  await page.goto('/bugun')
  await expect(news(page)).toContainText('Fatma Demir teklifi kabul etti')
  await expect(wrote(page, 'Ayşe Kaya')).toContainText('Boşalan saati almak istedi, saat dolmuştu.')
  await wrote(page, 'Ayşe Kaya').getByRole('button', { name: 'Tamam' }).click()
  await expect(wrote(page, 'Ayşe Kaya')).toBeHidden()
  await page.goto(`/bugun?gun=${day}`)
  await expect(page.getByRole('button', { name: '10:00 Fatma Demir' })).toBeVisible()

  // No number and no name in an address of ours.
  const ours = urls.filter(url => url.startsWith(process.env.JOURNEYS_URL!)).map(decodeURIComponent)
  expect(ours.length).toBeGreaterThan(20)
  const digits = Object.values(numbers).map(number => number.replace(/\D/g, '').slice(1))
  expect(ours.filter(url => [...digits, 'Kemal', 'Doğan', 'Ayşe', 'Fatma'].some(word => url.includes(word)))).toEqual(
    [],
  )
})

test('what no rule understands is read on Bugün, with no network too; who wants no messages gets none, and his card says so', async ({
  page,
  owner,
  newPhone,
}) => {
  test.slow()
  const number = newNumber()
  await choosePlan(page, 'WhatsApp’tan, kendiliğinden')
  await addCustomer(page, 'Kemal Doğan', number)
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Kemal Doğan', at: '10:00' })
  await delivered(page)
  await comesBy(owner, noonTomorrow)
  const kemal = await newPhone()
  await openInbox(kemal, number, noonTomorrow)
  await writes(kemal, 'Oğlumu da getirebilir miyim?')

  await page.goto('/bugun')
  await expect(wrote(page, 'Kemal Doğan')).toContainText('“Oğlumu da getirebilir miyim?”')
  await expect(page.getByRole('link', { name: 'Cevap yaz: Kemal Doğan' })).toHaveAttribute(
    'href',
    /^https:\/\/wa\.me\/90532/,
  )
  await expectNothingSerious(page, 'what customers wrote')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await keptOffline(page)
  await page.context().setOffline(true)
  await page.reload()
  await wrote(page, 'Kemal Doğan').getByRole('button', { name: 'Tamam' }).click()
  await expect(wrote(page, 'Kemal Doğan')).toBeHidden()
  await saysOf(page, 'Kemal Doğan', 'Randevu onayı okundu.')
  await page.context().setOffline(false)
  await delivered(page)

  await writes(kemal, 'RET')
  await page.goto('/bugun')
  await expect(wrote(page, 'Kemal Doğan')).toContainText('Artık WhatsApp mesajı istemiyor.')
  await comesBy(owner, addMinutes(starts, -24 * 60))
  await kemal.reload()
  await expect(bubbles(kemal, owner)).toHaveCount(1)
  await page.reload()
  await saysOf(page, 'Kemal Doğan', 'Hatırlatma gitmedi: müşteri mesaj istemiyor.')
  await page.goto(`/bugun?gun=${day}`)
  await page.getByRole('button', { name: '10:00 Kemal Doğan' }).click()
  await page.getByRole('link', { name: 'Müşteri kartı' }).click()
  await expect(page.getByText('WhatsApp mesajı istemiyor.')).toBeVisible()
  await page.getByText('Mesaj istemiyorsa').click()
  await page.getByText('Mesaj istemiyorsa').scrollIntoViewIfNeeded()
  await expectNothingSerious(page, 'who wants no messages')
  await page.emulateMedia({ colorScheme: 'light' })
  // He says at the counter that he wants them again.
  await page.getByRole('switch', { name: 'WhatsApp: Randevu ve hesap haberi gönderilmesin' }).click()
  await expect(page.getByText('WhatsApp mesajı istemiyor.')).toBeHidden()
  await delivered(page)
  await page.reload()
  await expect(page.getByText('WhatsApp tanıtımı istemiyor.')).toBeVisible()
  await expect(page.getByText('WhatsApp mesajı istemiyor.')).toBeHidden()
  await kemal.emulateMedia({ colorScheme: 'dark' })
  await expectNothingSerious(kemal, 'the inbox with answers')
})

test('a shop that has chosen nothing does the same by its owner’s own WhatsApp', async ({ page, owner, newPhone }) => {
  test.setTimeout(240_000)
  await page.context().route('https://wa.me/**', route => route.fulfill({ body: 'WhatsApp' }))
  await openOnly(owner, [[TEN, HALF_PAST]])
  await addCustomer(page, 'Kemal Doğan', newNumber())
  await addCustomer(page, 'Ayşe Kaya', newNumber())
  await page.goto(`/bugun?gun=${day}`)
  await book(page, { who: 'Kemal Doğan', at: '10:00' })
  await waitForSac(page, 'Ayşe Kaya')
  await delivered(page)

  /** Taps, and answers the path of the link in the text that WhatsApp opens with. */
  async function sends(name: string | RegExp, says: string): Promise<string> {
    const [chat] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name }).click()])
    const text = new URL(chat.url()).searchParams.get('text')!
    await chat.close()
    expect(text).toContain(says)
    return /\/r\/[A-Za-z0-9_-]{43}$/.exec(text)![0]
  }

  await page.goto('/bugun')
  await page.getByText('1 mesajı sizin göndermeniz bekleniyor').click()
  const path = await sends('Gönder: Kemal Doğan', 'randevunuz yazıldı')
  await delivered(page)
  await saysOf(page, 'Kemal Doğan', 'Randevu onayı gönderildi.')

  const kemal = await newPhone()
  await kemal.goto(path)
  await kemal.getByRole('button', { name: 'Geleceğim' }).click()
  await page.goto('/bugun')
  await expect(news(page)).toContainText('Kemal Doğan geleceğini onayladı')

  // On a phone whose clock shows that, the reminder waits for the owner; a minute sooner it does not.
  const later = await newPhone()
  await enterShop(later, owner)
  for (const [minutes, waits] of [
    [-24 * 60 - 1, 0],
    [-24 * 60, 1],
  ] as const) {
    await later.clock.setFixedTime(addMinutes(starts, minutes))
    await later.goto('/bugun')
    await expect(later.getByRole('button', { name: 'Randevu ekle', exact: true })).toBeVisible()
    await expect(later.getByText('1 mesajı sizin göndermeniz bekleniyor')).toHaveCount(waits)
  }
  await later.getByText('1 mesajı sizin göndermeniz bekleniyor').click()
  const reminder = await later.getByRole('link', { name: 'Gönder: Kemal Doğan' }).getAttribute('href')
  expect(new URL(reminder!).searchParams.get('text')).toContain('Hatırlatma:')

  await kemal.reload()
  await kemal.getByRole('link', { name: 'İptal et' }).click()
  await kemal.getByRole('button', { name: 'İptal et' }).click()
  await expect(kemal.getByRole('heading', { name: 'Randevunuzu iptal ettiniz' })).toBeVisible()
  await page.goto('/bugun')
  await expect(news(page)).toContainText('Kemal Doğan iptal etti')

  const offer = await sends('Teklif et', 'için yer açıldı')
  await expect(page.getByRole('region', { name: /teklif edildi: Ayşe Kaya/ })).toBeVisible()
  await expect.poll(() => statusesOf(owner)).toContain('held')
  const ayse = await newPhone()
  await ayse.goto(offer)
  await ayse.getByRole('button', { name: 'Bu saati alıyorum' }).click()
  await expect(ayse.getByRole('heading', { name: 'Randevunuz tamam' })).toBeVisible()
  await page.goto('/bugun')
  await expect(news(page)).toContainText('Ayşe Kaya teklifi kabul etti')
  await page.goto(`/bugun?gun=${day}`)
  await expect(page.getByRole('button', { name: '10:00 Ayşe Kaya' })).toBeVisible()
})
