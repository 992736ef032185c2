import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'
import { logIn, PHONE, withPhone } from './browser'
import { withEmptyNext } from './empty-next'
import { kb, print } from './figure'
import { withServer } from './server'

const GOAL = 1.6

/** The scripts that a browser loads to show Bugün for the first time, against those of an empty Next page. */
export async function firstLoad(): Promise<void> {
  const ours = await withServer(server =>
    withPhone(async context => {
      const page = await logIn(context, server)
      const session = await context.storageState()
      await page.close()
      return scriptsOf(context, session, `${server.url}/bugun`, '[aria-label="Randevu ekle"]')
    }),
  )
  const theirs = await withEmptyNext(url =>
    withPhone(context => scriptsOf(context, { cookies: [], origins: [] }, url, 'main')),
  )
  print({
    what: 'Scripts of the first load of Bugün, gzip',
    figure: `${kb(ours)}`,
    floor: `${kb(theirs)} (an empty Next page)`,
    ratio: ours / theirs,
    goal: `≤ ${GOAL}`,
    met: ours / theirs <= GOAL,
  })
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

/** Bytes, gzip, of all scripts loaded until `shown` is on the screen and the network has gone quiet, from empty caches and with no service worker. */
async function scriptsOf(context: BrowserContext, storageState: Session, url: string, shown: string): Promise<number> {
  const fresh = await context.browser()!.newContext({ viewport: PHONE, storageState, serviceWorkers: 'block' })
  const page = await fresh.newPage()
  const sizes: Promise<number>[] = []
  page.on('response', response => {
    if (response.request().resourceType() === 'script') sizes.push(response.body().then(body => gzipSync(body).length))
  })
  await page.goto(url)
  await page.locator(shown).first().waitFor()
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await fresh.close()
  return bytes
}
