import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireChromium } from './chromium'
import { run } from './run'
import { type Tally, tallyOfPlaywright, tallyOfRun } from './tally'

/**
 * Runs the Playwright journeys in a Chromium found or installed for it; `CHROMIUM_PATH` tells them which.
 *
 * @param args of Playwright's own, such as the file of the only journeys to run; all of them when left out
 */
export async function journeys(args: string[] = []): Promise<Tally> {
  if (!existsSync('playwright.config.ts')) return { passed: 0, failed: 0 }
  const report = join(mkdtempSync(join(tmpdir(), 'siftah-journeys-')), 'report.json')
  const playwright = run('playwright', ['test', '--reporter=list,json', ...args], {
    CHROMIUM_PATH: await requireChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return tallyOfRun(await playwright.exit, report, tallyOfPlaywright)
}
