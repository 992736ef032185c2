import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { minutesOfDay, toInstant } from '@/lib/kernel/zone'
import type { Stack } from '@/supabase/local/stack'
import { startStack } from '@/supabase/local/stack'
import { percentile, print } from './figure'

const SHOPS = 10
const MESSAGES = 2_000
const WORKERS = [1, 2, 4]
const GOAL_PER_SECOND = 200
/** What a worker with twenty on their way can send at most when a provider takes 50 ms. */
const CEILING = 20 / 0.05

const DUE = 1_000
const DUE_WITHIN_MS = 60_000
const GOAL_DELAY_MS = 10_000

/** How many messages a second the queue sends, and how late they go; REST layer, Postgres and workers all on this machine. */
export async function messages(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'siftah-bench-'))
  const stack = await startStack({ dataDir, appUrl: 'http://localhost:3000', durable: false, print: () => {} })
  const sql = postgres(stack.databaseUrl, { onnotice: () => {} })
  try {
    await openShops(stack, sql)
    const perSecond = new Map<number, number>()
    for (const count of WORKERS) perSecond.set(count, await throughput(count, stack, sql))
    for (const [count, figure] of perSecond) {
      print({
        what: `messages sent a second by ${count} worker${count > 1 ? 's' : ''}, the provider taking 50 ms`,
        figure: `${Math.round(figure)}/s`,
        floor: `${Math.round(count * CEILING)}/s (what the provider allows)`,
        ratio: figure / (count * CEILING),
        ...(count === 2 && { goal: `> ${GOAL_PER_SECOND}/s`, met: figure > GOAL_PER_SECOND }),
      })
    }
    const delays = await delay(stack, sql)
    const p95 = percentile(delays, 95)
    print({
      what: `from due to sent, p95 of ${DUE} due within a minute, the timer coming by every 5 s`,
      figure: `${(p95 / 1000).toFixed(1)} s (median ${(percentile(delays, 50) / 1000).toFixed(1)} s)`,
      goal: `≤ ${GOAL_DELAY_MS / 1000} s`,
      met: p95 <= GOAL_DELAY_MS,
    })
  } finally {
    await sql.end()
    await stack.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Somewhere it is day now: nobody is written to at night. */
const daytime = () =>
  ['Europe/Istanbul', 'Asia/Tokyo', 'America/New_York', 'Pacific/Auckland', 'America/Los_Angeles'].find(zone => {
    const minutes = minutesOfDay(toInstant(new Date()), zone)
    return minutes > 9 * 60 && minutes < 20 * 60
  })!

async function openShops(stack: Stack, sql: postgres.Sql): Promise<void> {
  Object.assign(process.env, stack.env)
  const { openShopAs } = await import('@/supabase/local/seed')
  for (let i = 0; i < SHOPS; i++) {
    const demo = {
      shop: `Berber ${i}`,
      owner: 'Mehmet',
      trade: 'berber' as const,
      email: `b${i}@siftah.example`,
      phone: '+902165550101',
    }
    await openShopAs(stack.env, demo, new Date(), ({ add, newId }) => {
      for (let c = 0; c < 20; c++) {
        const phones = [`+90532${String(1_000_000 + i * 100 + c)}`]
        add('customers.add@1', toInstant(new Date()), {
          id: newId(),
          name: `Müşteri ${c}`,
          phones,
          email: null,
          note: null,
        })
      }
    })
  }
  await sql`update public.tenants set zone = ${daytime()}`
  await sql`update public.message_settings set plan = 'whatsapp', remind_day_before = false, monthly_cap = 100000`
}

let round = 0
/** So many confirmations, due now: as many appointments of a month and more ahead, in all shops alike. */
async function plan(sql: postgres.Sql, count: number): Promise<void> {
  round += 1
  await sql`
    insert into public.appointments (tenant_id, id, staff_id, customer_id, service_id, starts_at, ends_at, price, status, status_at, created_at)
    select t.id, gen_random_uuid(), (select id from public.staff where tenant_id = t.id limit 1), c.id,
           (select id from public.services where tenant_id = t.id limit 1), at, at + interval '20 minutes', 40000, 'confirmed', now(), now()
    from public.tenants t
    cross join generate_series(1, ${count / SHOPS}::int) n
    cross join lateral (select date_trunc('hour', now()) + ${round} * interval '30 days' + n * interval '30 minutes') slot (at)
    join lateral (select id from public.customers where tenant_id = t.id order by id offset n % 20 limit 1) c on true`
}

async function startWorkers(count: number, stack: Stack): Promise<ChildProcess[]> {
  const workers = Array.from({ length: count }, () =>
    fork(new URL('message-worker.ts', import.meta.url).pathname, {
      execArgv: ['--conditions=react-server', '--import', 'tsx'],
      env: { ...process.env, ...stack.env, NODE_ENV: 'development' },
    }),
  )
  await Promise.all(workers.map(worker => once(worker, 'message')))
  return workers
}

async function end(workers: ChildProcess[]): Promise<void> {
  await Promise.all(
    workers.map(async worker => {
      const exit = once(worker, 'exit')
      worker.disconnect()
      await exit
    }),
  )
}

async function throughput(count: number, stack: Stack, sql: postgres.Sql): Promise<number> {
  const workers = await startWorkers(count, stack)
  await plan(sql, MESSAGES)
  const start = performance.now()
  const sent = await Promise.all(
    workers.map(async worker => {
      const answer = once(worker, 'message')
      worker.send('go')
      return ((await answer)[0] as { sent: number }).sent
    }),
  )
  const seconds = (performance.now() - start) / 1000
  await end(workers)
  const all = sent.reduce((sum, each) => sum + each, 0)
  if (all !== MESSAGES) throw new Error(`${all} of ${MESSAGES} messages were sent`)
  return MESSAGES / seconds
}

async function delay(stack: Stack, sql: postgres.Sql): Promise<number[]> {
  const workers = await startWorkers(1, stack)
  await plan(sql, DUE)
  await sql`
    update private.message_queue q set next_at = now() + due.n * make_interval(secs => ${DUE_WITHIN_MS / 1000 / DUE})
    from (select message_id, row_number() over (order by random()) as n from private.message_queue) due where due.message_id = q.message_id`
  const due = new Map(
    (await sql`select message_id as id, next_at from private.message_queue`).map(({ id, next_at }) => [
      id,
      next_at as Date,
    ]),
  )
  workers[0]!.send('tick')
  while ((await sql`select from private.message_queue limit 1`).length > 0) await sleep(500)
  await end(workers)
  const sent =
    await sql`select message_id as id, sent_at from private.message_sendings where message_id = any (${[...due.keys()]})`
  return sent.map(({ id, sent_at }) => (sent_at as Date).getTime() - due.get(id)!.getTime())
}
