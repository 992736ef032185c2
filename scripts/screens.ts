import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Login } from '@/supabase/local/demo'
import { startApp } from '@/tests/support/app'
import { requireChromium } from './chromium'
import { main } from './main'

// Every screen, to be looked at by eye: two sizes, light and dark, an empty, a normal and a full shop.

const folder = resolve('screens')

const sizes = {
  telefon: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  masa: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
}

/** Screens before anyone is logged in. */
const doors = ['/', '/giris', '/kayit', '/sifre', '/kvkk/aydinlatma', '/m/gecersiz']

/** The button without which Bugün is not yet read from the phone's copy. */
const adding = (page: Page) => page.getByRole('button', { name: /^(İlk randevuyu|Randevu) ekle$/ })

const opening = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click({ timeout: 5_000 })

/** Whoever is in the chair, or comes next, pays. */
const takingMoney = async (page: Page) => {
  await adding(page).waitFor()
  const card = page.getByRole('region', { name: /^(Şimdi|Sıradaki)$/ })
  await card.getByRole('button').first().click({ timeout: 5_000 })
  await page.getByRole('dialog').getByRole('button', { name: 'Bitti, parayı al' }).click({ timeout: 5_000 })
  await page.getByRole('dialog', { name: 'Parayı al' }).waitFor()
}

/** Screens of a shop; a step waits for what comes late or opens what has no address of its own. */
const views: { name: string; path: string; step?: (page: Page) => Promise<unknown> }[] = [
  { name: 'bugun', path: '/bugun', step: page => adding(page).waitFor() },
  { name: 'randevu-ekle', path: '/bugun', step: page => adding(page).click() },
  {
    name: 'ay',
    path: '/bugun',
    step: async page => {
      await adding(page).waitFor()
      await page.getByRole('button', { name: /takvim$/ }).click()
      await page
        .getByRole('button', { name: /dolu$|kapalı$/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'sira-ekle',
    path: '/bugun',
    step: async page => {
      await page.getByRole('button', { name: 'Sıraya ekle' }).click()
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'birkac-hizmet',
    path: '/bugun',
    step: async page => {
      await adding(page).click()
      await page.getByRole('button', { name: 'İsimsiz' }).click()
      await page.getByRole('button', { name: 'Birkaç hizmet ya da tekrar' }).click({ timeout: 5_000 })
      const more = page.getByLabel(/^(Hizmet|Bir hizmet daha)$/)
      for (const index of [1, 2]) await more.selectOption({ index })
      await page.getByLabel('Tekrarla').selectOption('1')
    },
  },
  {
    name: 'randevu',
    path: '/bugun',
    step: page =>
      page
        .getByRole('region', { name: /^(Şimdi|Sıradaki)$/ })
        .getByRole('button')
        .first()
        .click({ timeout: 5_000 }),
  },
  { name: 'musteriler', path: '/musteriler' },
  {
    name: 'musteri-ekle',
    path: '/musteriler',
    step: page => page.getByRole('button', { name: /ekle/i }).first().click(),
  },
  {
    name: 'musteri-karti',
    path: '/musteriler',
    step: page => page.locator('a[href^="/musteriler/0"]').first().click({ timeout: 2_000 }),
  },
  { name: 'liste-aktar', path: '/musteriler/ice-aktar' },
  { name: 'kasa', path: '/kasa' },
  {
    name: 'satis',
    path: '/kasa',
    step: page => page.getByRole('listitem').getByRole('button').first().click({ timeout: 5_000 }),
  },
  { name: 'veresiye', path: '/kasa?veresiye' },
  {
    name: 'tahsilat',
    path: '/kasa?veresiye',
    step: page => page.getByRole('listitem').getByRole('button').first().click({ timeout: 5_000 }),
  },
  { name: 'parayi-al', path: '/bugun', step: takingMoney },
  {
    name: 'parayi-al-degistir',
    path: '/bugun',
    step: async page => {
      await takingMoney(page)
      await opening('Değiştir')(page)
    },
  },
  {
    name: 'karma',
    path: '/bugun',
    step: async page => {
      await takingMoney(page)
      await opening('Karma')(page)
    },
  },
  {
    name: 'kapora',
    path: '/musteriler',
    step: async page => {
      await page.locator('a[href^="/musteriler/0"]').first().click({ timeout: 2_000 })
      await opening('Kapora al')(page)
    },
  },
  { name: 'gelir', path: '/kasa', step: page => page.getByRole('button', { name: 'Gelir', exact: true }).click() },
  { name: 'gider', path: '/kasa', step: page => page.getByRole('button', { name: 'Gider', exact: true }).click() },
  { name: 'gun-sonu', path: '/kasa?gunsonu', step: page => page.getByText('Kasada olması gereken').first().waitFor() },
  { name: 'kasa-ay', path: '/kasa?ay', step: page => page.getByRole('region', { name: 'Ayın toplamı' }).waitFor() },
  { name: 'ayarlar', path: '/ayarlar' },
  { name: 'hizmetler', path: '/ayarlar/hizmetler' },
  { name: 'calisanlar', path: '/ayarlar/calisanlar' },
  { name: 'kapali-gunler', path: '/ayarlar/kapali-gunler' },
  { name: 'kurallar', path: '/ayarlar/kurallar' },
  { name: 'cikis', path: '/ayarlar/cikis' },
  { name: 'gonderilecekler', path: '/gonderilecekler' },
  { name: 'sayfa', path: '/sayfa' },
  { name: 'ekip', path: '/ekip' },
  { name: 'muhasebe', path: '/muhasebe' },
  { name: 'verilerim', path: '/veriler' },
  { name: 'hesap', path: '/hesap' },
]

/** Only the named ones, if any are: `npm run screens -- kasa veresiye`. */
const asked = process.argv.slice(2)
const wanted = ({ name }: { name: string }) => asked.length === 0 || asked.includes(name)

await main(async () => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const executablePath = await requireChromium()
  const app = await startApp()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    Object.assign(process.env, app.stack.env)
    const { openShopAs, seed } = await import('@/supabase/local/seed')
    const { fullShop, openFullShop } = await import('@/supabase/local/full-shop')
    const now = new Date()
    const { logins } = await seed(app.stack.env, now)
    const empty = {
      ...fullShop,
      shop: 'Terzi Hatice',
      owner: 'Hatice',
      trade: 'terzi' as const,
      email: 'bos@siftah.example',
    }
    const shops: Record<string, Login> = {
      bos: await openShopAs(app.stack.env, empty, now, () => {}),
      olagan: logins[0]!,
      dolu: await openFullShop(app.stack.env, now),
    }
    for (const [size, device] of Object.entries(sizes))
      for (const colorScheme of ['light', 'dark'] as const)
        await takeAll(browser, app.url, shops, `${size}-${colorScheme}`, { ...device, colorScheme })
    console.log(`The screens are in ${folder}.`)
    return 0
  } finally {
    await browser.close()
    await app.stop()
  }
})

type Device = Parameters<Browser['newContext']>[0]

async function takeAll(
  browser: Browser,
  url: string,
  shops: Record<string, Login>,
  look: string,
  device: Device,
): Promise<void> {
  const open = () =>
    browser.newContext({
      ...device,
      baseURL: url,
      locale: 'tr-TR',
      timezoneId: 'Europe/Istanbul',
      reducedMotion: 'reduce',
    })
  const take = (page: Page, name: string) => page.screenshot({ path: join(folder, `${look}-${name}.png`) })

  const street = await open()
  const page = await street.newPage()
  for (const path of asked.length === 0 ? doors : []) {
    await page.goto(path)
    await take(page, path.replaceAll('/', '') || 'kapi')
  }
  await street.close()

  for (const [fullness, { email, password }] of Object.entries(shops)) {
    const context = await open()
    const page = await context.newPage()
    await page.goto('/giris')
    await page.getByLabel('E-posta', { exact: true }).fill(email)
    await page.getByLabel('Şifre').fill(password)
    await page.getByRole('button', { name: 'Giriş yap' }).click()
    await page.getByRole('heading', { name: 'Bugün' }).waitFor({ state: 'attached' })
    for (const { name, path, step } of views.filter(wanted)) {
      await page.goto(path)
      await page.locator('main').last().waitFor()
      await page.locator('main :is(li, p, label, h2)').first().waitFor()
      // An empty shop has no card to open.
      if (
        step &&
        !(await step(page).then(
          () => true,
          () => false,
        ))
      )
        continue
      await take(page, `${fullness}-${name}`)
    }
    await context.close()
  }
}
