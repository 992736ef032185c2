import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { requireChromium } from '@/scripts/chromium'
import type { Server } from './server'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const PHONE = { width: 360, height: 740 }

/** As a mid-range phone is to a desk's processor. */
export const SLOWDOWN = 4

let executablePath: Promise<string> | undefined

/** A folder for what a browser keeps, for as long as `work` takes. */
export async function withProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'siftah-profile-'))
  try {
    return await work(profile)
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}

/** A Chromium of its own, the size of a phone, for as long as `work` takes; what it stores stays in `profile`. */
export async function withBrowser<T>(profile: string, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  executablePath ??= requireChromium()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await executablePath,
    args,
    viewport: PHONE,
    locale: 'tr-TR',
    timezoneId: 'Europe/Istanbul',
  })
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}

/** A browser that keeps nothing. */
export const withPhone = <T>(work: (context: BrowserContext) => Promise<T>): Promise<T> =>
  withProfile(profile => withBrowser(profile, work))

/** Logs in to the first demo shop and waits until the phone has all of it, the shell for offline use included. */
export async function logIn(context: BrowserContext, { url, logins }: Server): Promise<Page> {
  const page = await context.newPage()
  const { email, password } = logins[0]!
  await page.goto(`${url}/giris`)
  await page.getByLabel('E-posta').fill(email)
  await page.getByLabel('Şifre', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Giriş yap' }).click()
  await page.getByRole('button', { name: 'Randevu ekle', exact: true }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  return page
}

/** Slows the page's own thread down; workers of any kind run on at full speed. */
export async function slowDown(page: Page, rate = SLOWDOWN): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
}

/** A file of `bench/page`, to be run in a page: what it exports stands there under `name`. */
export async function scriptOf(file: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`page/${file}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    footer: { js: `globalThis.${name} = ${name}` }, // an init script runs in a function of its own
    minify: true,
  })
  return outputFiles[0]!.text
}
