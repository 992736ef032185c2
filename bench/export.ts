import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { newId } from '@/lib/kernel/id'
import { logIn, withPhone } from './browser'
import { kb, ms, print } from './figure'
import { type Server, withServer } from './server'

const FEW = 5_000
const MANY = 50_000
const FILES = ['json', 'csv', 'xlsx', 'luca'] as const
/** Ten times the rows may take ten times as long, and a little for the noise of the machine. */
const GOAL_GROWTH = 12
/** What a garbage collector leaves lying about between two of its rounds. */
const GOAL_MEMORY_MB = 100

/** A year of books as files: how long they take, how that grows with the rows, and what the server's memory does meanwhile. */
export async function exporting(): Promise<void> {
  await withServer(async server => {
    const sql = postgres(server.databaseUrl, { onnotice: () => {} })
    try {
      const door = await doorOf(server, sql)
      await fill(sql, door.tenantId, FEW)
      await take(door, 'xlsx') // the server's code is compiled
      await sleep(2_000)
      const few = await takeEach(door)
      await fill(sql, door.tenantId, MANY)
      await sleep(2_000)
      const many = await takeEach(door)
      for (const file of FILES) {
        const growth = many[file].ms / few[file].ms
        print({
          what: `Export of ${MANY} rows as ${file}`,
          figure: `${ms(many[file].ms)}, ${kb(many[file].bytes)}, first byte after ${ms(many[file].first)}`,
          floor: `${ms(few[file].ms)} for ${FEW} rows`,
          ratio: growth,
          goal: `≤ ${GOAL_GROWTH} × for ${MANY / FEW} × the rows`,
          met: growth <= GOAL_GROWTH,
        })
      }
      const grown = Math.max(...FILES.map(file => many[file].grown))
      print({
        what: `Most memory that any of them added to the app's process (${FEW} rows: ${Math.max(...FILES.map(file => few[file].grown)).toFixed(0)} MB)`,
        figure: `${grown.toFixed(0)} MB`,
        goal: `≤ ${GOAL_MEMORY_MB} MB`,
        met: grown <= GOAL_MEMORY_MB,
      })
      await bytesOfASale(sql)
    } finally {
      await sql.end()
    }
  })
}

interface Door {
  url: string
  cookie: string
  tenantId: string
}

/** The owner of the first demo shop, logged in, and a shop whose money is this bench's alone. */
const doorOf = (server: Server, sql: postgres.Sql): Promise<Door> =>
  withPhone(async context => {
    await logIn(context, server)
    const cookies = await context.cookies()
    const [row] = await sql`
      select m.tenant_id from memberships m join auth.users u on u.id = m.user_id where u.email = ${server.logins[0]!.email} and m.role = 'owner'`
    return {
      url: server.url,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      tenantId: row!.tenant_id as string,
    }
  })

/** Sales of a year, until the shop has so many rows of money in 2025. One in ten is on veresiye, so that a name is opened. */
async function fill(sql: postgres.Sql, tenantId: string, rows: number): Promise<void> {
  const [{ there }] = (await sql`
    select count(*)::int as there from transfers where tenant_id = ${tenantId} and day between '2025-01-01' and '2025-12-31'`) as unknown as [
    { there: number },
  ]
  const [{ hizmet, kasa, customer }] = (await sql`
    select (select id from accounts where tenant_id = ${tenantId} and kind = 'income' order by position limit 1) as hizmet,
           (select id from accounts where tenant_id = ${tenantId} and kind = 'cash') as kasa,
           (select id from customers where tenant_id = ${tenantId} and deleted_at is null limit 1) as customer`) as unknown as [
    { hizmet: string; kasa: string; customer: string },
  ]
  await sql`
    insert into accounts (tenant_id, id, kind, name, customer_id) select ${tenantId}, ${newId()}, 'veresiye', 'Veresiye', ${customer}
    where not exists (select from accounts where tenant_id = ${tenantId} and kind = 'veresiye' and customer_id = ${customer})`
  // The counter of the shop moves once for all of them, by as much as they are: each by itself would be ten minutes of setting up.
  await sql.begin(async tx => {
    await tx`select set_config('siftah.restoring', 'on', true)`
    await tx`
      create temporary table made on commit drop as
      select gen_random_uuid() as sale, gen_random_uuid() as line, gen_random_uuid() as transfer, i, (select rev from private.revs where tenant_id = ${tenantId}) as rev,
             timestamptz '2025-01-01 06:00Z' + i * (interval '364 days' / ${rows}) as at
      from generate_series(${there} + 1, ${rows}) i`
    await tx`insert into sales (tenant_id, id, event_at, created_by, rev) select ${tenantId}, sale, at, gen_random_uuid(), rev + 3 * i from made`
    await tx`
      insert into sale_lines (tenant_id, id, sale_id, event_at, position, account_id, name, quantity, unit_price, kdv_rate, rev)
      select ${tenantId}, line, sale, at, 1, ${hizmet}, 'Saç kesimi', 1, 40000 + i % 1000, 20, rev + 3 * i + 1 from made`
    await tx`
      insert into transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, event_at, day, created_by, sale_id, line_id, rev)
      select ${tenantId}, transfer, ${hizmet}, case when i % 10 = 0 then (select id from accounts where tenant_id = ${tenantId} and customer_id = ${customer} and kind = 'veresiye') else ${kasa}::uuid end,
             40000 + i % 1000, private.kdv_in(40000 + i % 1000, 20), at, (at at time zone 'Europe/Istanbul')::date, gen_random_uuid(), sale, line, rev + 3 * i + 2 from made`
    await tx`update private.revs set rev = rev + ${3 * rows + 3} where tenant_id = ${tenantId}`
  })
  await sql`analyze`
}

interface Taken {
  ms: number
  first: number
  bytes: number
  /** Of the app's process, in MB above what it held before. */
  grown: number
}

async function takeEach(door: Door): Promise<Record<(typeof FILES)[number], Taken>> {
  const taken: Partial<Record<(typeof FILES)[number], Taken>> = {}
  for (const file of FILES) {
    const app = await appProcess()
    const before = await memoryOf(app)
    let most = before
    let done = false
    const watching = (async () => {
      while (!done) {
        most = Math.max(most, await memoryOf(app))
        await sleep(20)
      }
    })()
    taken[file] = { ...(await take(door, file)), grown: 0 }
    done = true
    await watching
    taken[file].grown = most - before
  }
  return taken as Record<(typeof FILES)[number], Taken>
}

/** A download, of which nothing is kept here. */
async function take({ url, cookie, tenantId }: Door, file: string): Promise<Omit<Taken, 'grown'>> {
  const start = performance.now()
  const answer = await fetch(`${url}/api/export/books?dukkan=${tenantId}&ilk=2025-01-01&son=2025-12-31&dosya=${file}`, {
    headers: { cookie },
  })
  if (!answer.ok) throw new Error(`the export was refused: ${answer.status} ${await answer.text()}`)
  let bytes = 0
  let first = 0
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    first ||= performance.now() - start
    bytes += chunk.length
  }
  return { ms: performance.now() - start, first, bytes }
}

/** The process that serves the app: the one called `next-server`. */
async function appProcess(): Promise<number> {
  for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (line.startsWith('next-server') && (await isBelowMe(Number(pid)))) return Number(pid)
  }
  throw new Error('there is no next-server among the programs started here')
}

async function isBelowMe(pid: number): Promise<boolean> {
  for (let at = pid; at > 1; ) {
    if (at === process.pid) return true
    const stat = await readFile(`/proc/${at}/stat`, 'utf8').catch(() => '')
    at = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  }
  return false
}

/** Resident, in MB. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** What a sale of one line, paid in one way, weighs in Postgres: its three rows and their share of every index. */
async function bytesOfASale(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`
    select sum(pg_table_size(t::regclass))::float8 as rows, sum(pg_indexes_size(t::regclass))::float8 as indexes,
           (select count(*) from sales)::float8 as sales
    from unnest(array['public.sales', 'public.sale_lines', 'public.transfers']) t`
  print({
    what: 'Bytes in Postgres of a sale of one line, its transfer included',
    figure: `${Math.round((row!.rows + row!.indexes) / row!.sales)} (rows ${Math.round(row!.rows / row!.sales)}, indexes ${Math.round(row!.indexes / row!.sales)})`,
  })
}
