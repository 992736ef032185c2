import type { Page } from '@playwright/test'
import postgres from 'postgres'
import { logIn, SLOWDOWN, scriptOf, slowDown, withPhone } from './browser'
import { median, ms, print } from './figure'
import { type Server, withServer } from './server'

const GOAL_MS = 200
const ROUNDS = 7
const ROWS = 20_000
/** As many days as a phone keeps. */
const DAYS = 390

/** The month with all its reports, from the tap to the paint: of a phone that holds 20,000 movements, and of one that holds the demo's. */
export async function month(): Promise<void> {
  const { few, many } = await withServer(async server => ({
    few: await withPhone(async context => {
      await context.addInitScript(await scriptOf('month-probe.ts', 'monthProbe'))
      return openMonths(await logIn(context, server), server)
    }),
    many: await withPhone(async context => {
      await twoYears(server)
      await context.addInitScript(await scriptOf('month-probe.ts', 'monthProbe'))
      const page = await logIn(context, server)
      await held(page, ROWS)
      return openMonths(page, server)
    }),
  }))
  for (const [part, words] of [
    ['chart', 'its sums and its chart'],
    ['reports', 'with all its reports and the month before'],
  ] as const) {
    const [floor, times] = [few, many].map(rounds => rounds.map(round => round[part]!)) as [number[], number[]]
    print({
      what: `The month (${words}) over ${ROWS.toLocaleString('en')} movements on the phone at ${SLOWDOWN}× slowdown, tap to paint, median of ${ROUNDS}`,
      figure: ms(median(times)),
      floor: `${ms(median(floor))} (the same over the demo's two weeks)`,
      ratio: median(times) / median(floor),
      goal: `≤ ${GOAL_MS} ms`,
      met: median(times) <= GOAL_MS,
    })
  }
}

/** Each time in a page opened anew: what it reads, it reads from the disk. */
async function openMonths(page: Page, { url }: Server): Promise<{ chart?: number; reports?: number }[]> {
  const times: { chart?: number; reports?: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(`${url}/kasa`)
    const door = page.getByRole('link', { name: /Ay ve raporlar/ })
    await door.waitFor()
    await slowDown(page)
    await door.click()
    await page.waitForFunction(() => monthProbe.shown.chart !== undefined && monthProbe.shown.reports !== undefined)
    times.push(await page.evaluate(() => monthProbe.shown))
    await slowDown(page, 1)
  }
  return times
}

/** Sells 20,000 haircuts in the first demo shop, and lets a new phone have all of them. */
async function twoYears({ databaseUrl, logins }: Server): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const [shop] = await sql`
      select m.tenant_id as id from public.memberships m join auth.users u on u.id = m.user_id where u.email = ${logins[0]!.email}`
    const sold = sql`
      select n, now() - (n % ${DAYS}) * interval '1 day' - (n % 40) * interval '10 minutes' as at, ('b0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id
      from generate_series(1, ${ROWS}) n`
    await sql`
      insert into public.sales (tenant_id, id, event_at, created_by)
      select ${shop!.id}, id, at, (select user_id from public.memberships where tenant_id = ${shop!.id} and role = 'owner') from (${sold}) sold`
    await sql`
      insert into public.sale_lines (tenant_id, id, sale_id, event_at, position, account_id, service_id, staff_id, quantity, unit_price, kdv_rate)
      select ${shop!.id}, id, id, at, 1, (select id from public.accounts where tenant_id = ${shop!.id} and name = 'Hizmet'),
             (select array_agg(id) from public.services where tenant_id = ${shop!.id})[1 + n % (select count(*) from public.services where tenant_id = ${shop!.id})],
             (select array_agg(id) from public.staff where tenant_id = ${shop!.id})[1 + n % (select count(*) from public.staff where tenant_id = ${shop!.id})],
             1, 40000 + n % 7 * 5000, 20
      from (${sold}) sold`
    await sql`
      insert into public.transfers (tenant_id, id, from_account_id, to_account_id, amount, kdv, event_at, created_by, sale_id, line_id)
      select ${shop!.id}, l.id, l.account_id, (select id from public.accounts where tenant_id = ${shop!.id} and name = 'Kasa'), l.gross, l.kdv, l.event_at,
             (select user_id from public.memberships where tenant_id = ${shop!.id} and role = 'owner'), l.sale_id, l.id
      from public.sale_lines l where l.tenant_id = ${shop!.id} and l.id::text like 'b0000000-0000-7000-8000-%'`
    // A phone that has been there all the time holds what a new one would no longer get.
    await sql`update private.mirrored set recent = 'true' where table_name in ('sales', 'sale_lines', 'transfers')`
  } finally {
    await sql.end()
  }
}

/** Until the phone holds that many movements. */
async function held(page: Page, rows: number): Promise<void> {
  await page.waitForFunction(
    async rows => {
      for (const { name } of await indexedDB.databases()) {
        if (!name?.startsWith('siftah/')) continue
        const held = await new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const counting = opening.result.transaction('transfers').objectStore('transfers').count()
            counting.onsuccess = () => {
              opening.result.close()
              resolve(counting.result)
            }
          }
        })
        if (held >= rows) return true
      }
      return false
    },
    rows,
    { timeout: 300_000, polling: 1_000 },
  )
}
