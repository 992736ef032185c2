import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { PHONE, SLOWDOWN, scriptOf, slowDown, withPhone } from './browser'
import { withEmptyNext } from './empty-next'
import { kb, median, ms, print } from './figure'
import { withServer } from './server'

const OPENINGS = 7
const GOALS = { markup: 25_000, script: 1.1, times: 2_000 }

/** Lighthouse's slow 4G as it is set on a real connection: 150 ms and 1.6 Mbit/s, made worse for what a browser's own brake leaves out. */
const SLOW_4G = { latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 }

/** What a customer waits for: the page of a shop's free times, without a log-in, on a line and a phone that are slow. */
export async function customerPage(): Promise<void> {
  const probes = await scriptOf('probes.ts', 'probes')
  await withServer(server =>
    withEmptyNext(async emptyUrl => {
      const path = await inPhone(async page => {
        await page.goto(`${server.url}/d/berber-mehmet`)
        await page.locator('a[href*="hizmet="]').first().click()
        await page.locator('a[href*="kim="]').first().click()
        await page.locator('button[name=saat]').first().waitFor()
        return page.url()
      })
      const ours = await weightOf(path)
      const theirs = await weightOf(emptyUrl)
      print({
        what: "A customer's page with the free times: HTML and CSS, gzip",
        figure: kb(ours.markup),
        floor: `${kb(theirs.markup)} (an empty Next page)`,
        ratio: ours.markup / theirs.markup,
        goal: `≤ ${kb(GOALS.markup)}`,
        met: ours.markup <= GOALS.markup,
      })
      print({
        what: "A customer's page: scripts, gzip",
        figure: kb(ours.script),
        floor: `${kb(theirs.script)} (an empty Next page)`,
        ratio: ours.script / theirs.script,
        goal: `≤ ${GOALS.script}`,
        met: ours.script / theirs.script <= GOALS.script,
      })
      const shown: number[] = []
      const empty: number[] = []
      for (let i = 0; i < OPENINGS; i++) {
        shown.push(await slowly(path, probes, () => globalThis.probes.timesAreShown))
        empty.push(await slowly(emptyUrl, probes, () => globalThis.probes.pageIsLoaded))
      }
      print({
        what: `Free times on slow 4G at ${SLOWDOWN}× slowdown, navigation to shown, from empty caches`,
        figure: ms(median(shown)),
        floor: `${ms(median(empty))} (an empty Next page, loaded)`,
        ratio: median(shown) / median(empty),
        goal: `≤ ${GOALS.times} ms`,
        met: median(shown) <= GOALS.times,
      })
    }),
  )
}

/** A page that has never been anywhere. */
const inPhone = <T>(work: (page: Page) => Promise<T>): Promise<T> =>
  withPhone(async context => {
    const fresh = await context.browser()!.newContext({ viewport: PHONE })
    try {
      return await work(await fresh.newPage())
    } finally {
      await fresh.close()
    }
  })

const weightOf = (url: string) =>
  inPhone(async page => {
    const weights = { markup: [] as Promise<number>[], script: [] as Promise<number>[] }
    const gzip = async (response: Response) => gzipSync(await response.body()).length
    page.on('response', response => {
      const type = response.request().resourceType()
      if (type === 'document' || type === 'stylesheet') weights.markup.push(gzip(response))
      if (type === 'script') weights.script.push(gzip(response))
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    const sum = async (each: Promise<number>[]) => (await Promise.all(each)).reduce((sum, bytes) => sum + bytes, 0)
    return { markup: await sum(weights.markup), script: await sum(weights.script) }
  })

/** ms from the navigation until what `probe` waits for is on the screen. */
const slowly = (url: string, probes: string, probe: () => Promise<number>) =>
  inPhone(async page => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G })
    await page.addInitScript(probes)
    await slowDown(page)
    await page.goto(url, { waitUntil: 'commit' })
    return page.evaluate(probe)
  })
