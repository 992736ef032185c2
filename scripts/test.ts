import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asRefusal, Refusal } from '@/supabase/local/refusal'
import { journeys } from './journeys'
import { main } from './main'
import { run } from './run'
import { type Tally, tallyOfRun, tallyOfVitest } from './tally'

/** A check that counts only when it fails: its success is no test. */
async function check(command: string, args: string[]): Promise<Tally> {
  return { passed: 0, failed: (await run(command, args).exit) ? 1 : 0 }
}

async function vitest(): Promise<Tally> {
  const report = join(mkdtempSync(join(tmpdir(), 'siftah-vitest-')), 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // `npm run check` walks a hundred journeys and runs each race three times; here there is time for more.
  const { exit } = run('vitest', args, {
    JOURNEYS: process.env.JOURNEYS ?? '2000',
    RACES: process.env.RACES ?? '50',
    LEDGER: process.env.LEDGER ?? '5000',
  })
  return tallyOfRun(await exit, report, tallyOfVitest)
}

/** A part that cannot be run at all is a failure too, and the parts after it still tell what they know. */
const orFailure = (part: () => Promise<Tally>) =>
  part().catch(error => {
    const refusal = asRefusal(error, process.cwd())
    console.error(refusal instanceof Refusal ? refusal.message : refusal)
    return { passed: 0, failed: 1 }
  })

await main(async () => {
  const tally: Tally = { passed: 0, failed: 0 }
  const parts = [
    () => check('biome', ['ci', '.']),
    () => check('next', ['typegen']),
    () => check('tsc', ['--noEmit']),
    vitest,
    journeys,
  ]
  for (const part of parts) {
    const { passed, failed } = await orFailure(part)
    tally.passed += passed
    tally.failed += failed
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  return tally.failed ? 1 : 0
})
