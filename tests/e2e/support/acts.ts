import { expect, type Page } from '@playwright/test'
import { holidaysOf, isHalfDay } from '@/lib/appointments/holidays'
import { addDays, type Day, dayOf, toInstant, weekdayOf } from '@/lib/kernel/zone'

// What people do, by what they read on the screen.

export interface Owner {
  name: string
  email: string
  password: string
  shop: string
}

export async function register(page: Page, { name, email, password }: Owner): Promise<void> {
  await page.getByLabel('Adınız ve soyadınız').fill(name)
  await page.getByLabel('E-posta', { exact: true }).fill(email)
  await page.getByLabel('Şifre').fill(password)
  await page.getByLabel('Okudum, anladım.').check()
  await page.getByRole('button', { name: 'Hesap aç' }).click()
}

export async function describeShop(page: Page, { shop }: Owner, trade = 'Berber'): Promise<void> {
  await page.getByLabel('Dükkânın adı').fill(shop)
  await page.getByText(trade, { exact: true }).click()
  await page.getByRole('button', { name: 'Dükkânımı aç' }).click()
}

/** From the landing page to an empty Bugün. */
export async function openShop(page: Page, owner: Owner): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Dükkânımı aç' }).click()
  await register(page, owner)
  await describeShop(page, owner)
  await expect(page.getByRole('button', { name: 'İlk randevuyu ekle' })).toBeVisible()
}

export async function logIn(page: Page, { email, password }: Pick<Owner, 'email' | 'password'>): Promise<void> {
  await page.goto('/giris')
  await page.getByLabel('E-posta', { exact: true }).fill(email)
  await page.getByLabel('Şifre').fill(password)
  await page.getByRole('button', { name: 'Giriş yap' }).click()
}

/** Logs in on another phone and waits until the shop has come down. */
export async function enterShop(page: Page, owner: Owner): Promise<void> {
  await logIn(page, owner)
  await expect(page.getByRole('heading', { name: 'Bugün' })).toBeAttached()
}

/** Until the service worker holds the whole app, as it does a few seconds after the first visit. */
export const keptOffline = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  })

export const openMenu = (page: Page, menu: 'Bugün' | 'Müşteriler' | 'Kasa') =>
  page.getByRole('navigation', { name: 'Menü' }).getByRole('link', { name: menu }).click()

export async function addCustomer(page: Page, name: string, phone = ''): Promise<void> {
  await openMenu(page, 'Müşteriler')
  await page.getByRole('button', { name: /^(Müşteri ekle|İlk müşterinizi ekleyin)$/ }).click()
  await page.getByLabel('Ad soyad').fill(name)
  await page.getByLabel('Telefon', { exact: true }).fill(phone)
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByText(`${name} eklendi`)).toBeVisible()
}

interface Booking {
  who: string
  service?: string
  at: string
}

/** Writes an appointment into the day that Bugün shows; somebody not yet in the list becomes a customer. */
export async function book(page: Page, { who, service = 'Saç 30 dk', at }: Booking): Promise<void> {
  await page.getByRole('button', { name: /^(Randevu ekle|İlk randevuyu ekle)$/ }).click()
  await page.getByRole('searchbox', { name: 'Ad ya da telefon' }).fill(who)
  await page.getByRole('button', { name: who }).first().click()
  await page.getByRole('button', { name: service }).click()
  await page.getByLabel('Tam saat').fill(at)
  await page.getByRole('button', { name: 'Bu saate yaz' }).click()
  await expect(page.getByText('Randevu eklendi:')).toBeVisible()
}

export const appointment = (page: Page, who: string) =>
  page.getByRole('listitem').getByRole('button', { name: who, exact: false })

export const shopToday = (): Day => dayOf(toInstant(new Date()), 'Europe/Istanbul')

/** The next Monday to Saturday but holidays, when a new shop is open all day; tomorrow at the earliest, or so many days from now. */
export function nextOpenDay(ahead = 1): Day {
  const day = addDays(shopToday(), ahead)
  return weekdayOf(day) === 7 || holidaysOf(day).length > 0 ? nextOpenDay(ahead + 1) : day
}

/** The next day but Sunday that a holiday closes, with a week before it from tomorrow on and a plain one after. */
export function nextHoliday(): Day {
  const closes = (day: Day) => holidaysOf(day).some(holiday => !isHalfDay(holiday))
  for (let day = addDays(shopToday(), 8); ; day = addDays(day, 1)) {
    const plain = [addDays(day, -7), addDays(day, 7)].every(other => holidaysOf(other).length === 0)
    if (closes(day) && weekdayOf(day) !== 7 && plain) return day
  }
}

/** Three weeks of a haircut at two o'clock from the day on that Bugün shows, up to the list of dates that fit and do not. */
export async function planWeekly(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: /^(Randevu ekle|İlk randevuyu ekle)$/ }).click()
  await page.getByRole('searchbox').fill(who)
  await page.getByRole('button', { name: `Yeni: ${who}` }).click()
  await page.getByRole('button', { name: 'Birkaç hizmet ya da tekrar' }).click()
  await page.getByLabel('Hizmet', { exact: true }).selectOption('Saç')
  await page.getByLabel('Tekrarla').selectOption('Her hafta')
  await page.getByLabel('Kaç kez?').fill('3')
  await page.getByRole('button', { name: 'Saat seç' }).click()
  await page.getByRole('button', { name: '14:00', exact: true }).click()
}

/** Adds somebody who serves, open as the first one is. */
export async function addChair(page: Page, name: string): Promise<void> {
  await page.goto('/ayarlar/calisanlar')
  await page.getByRole('button', { name: 'Çalışan ekle' }).click()
  await page.getByLabel('Adı').fill(name)
  await page.getByRole('button', { name: 'Kaydet' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

/** Until the server has answered for everything done on this phone, and the phone shows it so. */
export async function delivered(page: Page): Promise<void> {
  // The phone's outbox itself: what was done a moment ago may not have its dot yet.
  await expect.poll(() => page.evaluate(unsent)).toBe(0)
  await expect(page.getByLabel('gönderilmeyi bekliyor')).toHaveCount(0)
}

async function unsent(): Promise<number> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  let count = 0
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('siftah/')) continue
    const database = await answer(indexedDB.open(name))
    if (database.objectStoreNames.contains('outbox')) {
      count += await answer(database.transaction('outbox').objectStore('outbox').index('status').count('pending'))
    }
    database.close()
  }
  return count
}

/** Points at "Geri al", which then stays while other things are looked at. */
export const holdUndo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Geri al' }).hover()
