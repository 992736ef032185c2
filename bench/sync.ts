import { setTimeout as sleep } from 'node:timers/promises'
import { logIn, withPhone } from './browser'
import { median, ms, print } from './figure'
import { cpuOfServer, type Server, withServer } from './server'

/** Until then the server's code is not compiled. */
const WARM_UP = 1_000
const ROUNDS = 10
const REQUESTS = 100
const AT_ONCE = 4
const GOAL = 5

/** What it costs the server (app, REST layer, Postgres) to tell a phone that there is nothing new, against a bare handler. */
export async function sync(): Promise<void> {
  const { ours, theirs } = await withServer(async server => {
    const question = await questionOfPhone(server)
    const ask = async () => {
      const { answer } = await (await fetch(`${server.url}/api/sync`, question)).json()
      if (answer?.changes.length !== 0) throw new Error('this was to be a question with nothing new')
    }
    const health = async () => void (await (await fetch(`${server.url}/api/health`)).text())

    for (const request of [health, ask]) await repeat(request, WARM_UP)
    const idle = await costOf(() => sleep(3_000))
    const costs = async (request: () => Promise<void>) => {
      const { cpu, ms } = await costOf(() => repeat(request, REQUESTS))
      return (cpu - (idle.cpu / idle.ms) * ms) / REQUESTS
    }
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      theirs.push(await costs(health))
      ours.push(await costs(ask))
    }
    return { ours: median(ours), theirs: median(theirs) }
  })
  print({
    what: '/api/sync with nothing new, CPU of the server per request, the built-in REST layer and Postgres included',
    figure: ms(ours),
    floor: `${ms(theirs)} (/api/health)`,
    ratio: ours / theirs,
    goal: `≤ ${GOAL}`,
    met: ours / theirs <= GOAL,
  })
}

/** What a phone that has everything asks, word for word, with its cookie. */
const questionOfPhone = (server: Server): Promise<RequestInit> =>
  withPhone(async context => {
    const page = await logIn(context, server)
    const asked = page.waitForRequest(request => request.postDataJSON()?.cursor && request.url().endsWith('/api/sync'))
    await page.evaluate(() => void dispatchEvent(new Event('online')))
    const request = await asked
    const cookies = await context.cookies()
    return {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      body: request.postData(),
    }
  })

async function repeat(request: () => Promise<void>, times: number): Promise<void> {
  let left = times
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await request()
    }),
  )
}

async function costOf(work: () => Promise<unknown>): Promise<{ cpu: number; ms: number }> {
  const [start, before] = [performance.now(), await cpuOfServer()]
  await work()
  return { cpu: (await cpuOfServer()) - before, ms: performance.now() - start }
}
