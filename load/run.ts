import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answering } from '@/bench/server'
import { buildIfStale } from '@/scripts/build'
import { main } from '@/scripts/main'
import { run } from '@/scripts/run'
import { lifeline } from '@/supabase/local/lifeline'
import { freePort } from '@/supabase/local/ports'
import { Refusal } from '@/supabase/local/refusal'
import { type Stack, startStack } from '@/supabase/local/stack'
import { type Counted, checkBook } from './check-book'
import { type CpuTimes, cpuTimes } from './cpu'
import type { World } from './world'

/** At the fullest; k6 itself needs about 1 GB for so many. */
const MOST_USERS = 2_000
const MOST_SECONDS = 600
const USERS_PER_SHOP = 5
/** Of a hundred shops so many are quiet, as of a hundred phones so many have nothing to say. */
const QUIET = 69

const usage = 'npm run load -- [--users 1000] [--seconds 180]'

/** How many users, and how long all of them are there after the ramp. */
function requireSize(): { users: number; seconds: number } {
  const { values } = parseArgs({ options: { users: { type: 'string' }, seconds: { type: 'string' } } })
  const [users, seconds] = [Number(values.users ?? 1_000), Number(values.seconds ?? 180)]
  const sound = (n: number, least: number, most: number) => Number.isInteger(n) && n >= least && n <= most
  if (!sound(users, 20, MOST_USERS) || !sound(seconds, 10, MOST_SECONDS))
    throw new Refusal(`${usage}: 20 to ${MOST_USERS} users, 10 to ${MOST_SECONDS} seconds.`)
  return { users, seconds }
}

/** Opens the shops, as many as the users need, and lets one phone of each download everything. */
async function openWorld(env: Stack['env'], url: string, users: number): Promise<World> {
  Object.assign(process.env, env)
  const { openShop } = await import('./open-shop')
  const { download } = await import('./download')
  const now = new Date()
  const shops = []
  for (let number = 1; number <= users / USERS_PER_SHOP; number++)
    shops.push(await download(url, await openShop(env, number, now)))
  const quiet = Math.round((shops.length * QUIET) / 100)
  return { url, quiet: shops.slice(0, quiet), busy: shops.slice(quiet) }
}

/** Runs the scenario on the k6 of this machine. */
async function k6(world: World, folder: string, size: { users: number; seconds: number }) {
  const [worldFile, summaryFile] = [join(folder, 'world.json'), join(folder, 'summary.json')]
  await writeFile(worldFile, JSON.stringify(world), { mode: 0o600 })
  const variables = { WORLD: worldFile, USERS: size.users, SECONDS: size.seconds }
  const args = [
    ...['run', '--no-usage-report', '--summary-export', summaryFile],
    ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    fileURLToPath(new URL('scenario.ts', import.meta.url)),
  ]
  const program = process.env.K6_PROGRAM || 'k6'
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  await once(child, 'spawn').catch(cause => {
    throw new Refusal(`There is no ${program} here: load/README.md says where k6 comes from.`, { cause })
  })
  const cut = lifeline(child.pid!, 'TERM')
  const [code] = await once(child, 'exit')
  cut()
  const { metrics } = JSON.parse(await readFile(summaryFile, 'utf8'))
  const countOf = (name: string): number => metrics[name]?.count ?? 0
  const counted: Counted = { commands: countOf('commands_done'), bookings: countOf('bookings_made') }
  return { passed: code === 0, counted, refused: countOf('times_taken'), requests: countOf('http_reqs') }
}

/** The CPU that the run took, in one line: times on the wall say little where a machine is shared or full. */
function spent(before: CpuTimes, after: CpuTimes, seconds: number, requests: number): string {
  const share = (part: keyof CpuTimes) => `${Math.round((100 * (after[part] - before[part])) / seconds)} %`
  const each = (part: keyof CpuTimes) => `${((1000 * (after[part] - before[part])) / requests).toFixed(1)} ms`
  const parts = (['app', 'rest', 'postgres'] as const).map(part => `${part} ${share(part)} (${each(part)} a request)`)
  return `CPU: the whole machine ${share('machine')} of ${cpus().length * 100} %; ${parts.join(', ')}`
}

/** The product as `npm start` runs it, on data made for this and thrown away, and k6 against it. */
async function load(): Promise<number> {
  const size = requireSize()
  const folder = await mkdtemp(join(tmpdir(), 'siftah-load-'))
  const parts: { stop(): Promise<void> }[] = []
  try {
    const port = await freePort(3100)
    const url = `http://localhost:${port}`
    const stack = await startStack({ dataDir: folder, appUrl: url, print: () => {} })
    parts.push(stack)
    const env = { ...stack.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await buildIfStale(env, build => parts.push(build))
    const app = run('next', ['start', '--port', String(port), '--hostname', '127.0.0.1'], env)
    parts.push(app)
    await answering(`${url}/api/health`, app.exit)

    console.log(`Opening ${Math.floor(size.users / USERS_PER_SHOP)} shops.`)
    const world = await openWorld(stack.env, url, size.users)
    const since = new Date()
    const before = await cpuTimes()
    const { passed, counted, refused, requests } = await k6(world, folder, size)
    console.log(spent(before, await cpuTimes(), (Date.now() - since.getTime()) / 1000, requests))
    const findings = await checkBook(stack.databaseUrl, since, counted)
    for (const { what, seen, expected } of findings)
      console.log(`${seen === expected ? 'ok' : 'WRONG'}: ${what}: ${seen}, expected ${expected}`)
    console.log(`${refused} were refused a time that somebody else had taken.`)
    return passed && findings.every(({ seen, expected }) => seen === expected) ? 0 : 1
  } finally {
    for (const part of parts.reverse()) await part.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await main(load)
