import type { Page } from '@playwright/test'
import { logIn, SLOWDOWN, scriptOf, slowDown, withPhone } from './browser'
import { median, ms, percentile, print } from './figure'
import { withServer } from './server'

const GOAL_MS = 50
const SALES = 25

/**
 * Recording a sale in the real Kasa, without a network: from the tap on "Nakit" to the paint that shows it in the list of a full day (forty sales, and
 * more with each). The floor is a tap that only opens the same sheet.
 */
export async function selling(): Promise<void> {
  const { taps, floor } = await withServer(server =>
    withPhone(async context => {
      await context.addInitScript(await scriptOf('probes.ts', 'probes'))
      const page = await logIn(context, server)
      await page.goto(`${server.url}/kasa`)
      await page.evaluate(await scriptOf('hand.ts', 'hand'))
      await page.evaluate(() => hand.sell(40))
      await page.evaluate(() => hand.sent())
      await sellOne(page) // the sheet's code is read, and kept
      await context.setOffline(true)
      await slowDown(page)
      const floor: number[] = []
      const taps: number[] = []
      for (let i = 0; i < SALES; i++) {
        const { opened, sold } = await sellOne(page)
        floor.push(opened)
        taps.push(sold)
      }
      await slowDown(page, 1)
      await context.setOffline(false)
      return { taps, floor }
    }),
  )
  print({
    what: `A sale on the phone at ${SLOWDOWN}× slowdown, offline, tap to shown, median of ${taps.length}`,
    figure: `${ms(median(taps))} (p95 ${ms(percentile(taps, 95))})`,
    floor: `${ms(median(floor))} (a tap that opens the sheet)`,
    ratio: median(taps) / median(floor),
    goal: `≤ ${GOAL_MS} ms`,
    met: median(taps) <= GOAL_MS,
  })
}

/** Types an amount and taps how it was paid; ms of the tap that opens and of the tap that sells. */
async function sellOne(page: Page): Promise<{ opened: number; sold: number }> {
  const opened = page.evaluate(() => probes.tapToPaint('dialog[open]'))
  await page.getByRole('button', { name: 'Gelir', exact: true }).click()
  const opening = await opened
  await page.getByRole('button', { name: '9', exact: true }).click()
  const sold = page.evaluate(() => probes.tapToPaint('main ul li'))
  await page.getByRole('button', { name: 'Nakit', exact: true }).click()
  return { opened: opening, sold: await sold }
}
