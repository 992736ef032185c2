import postgres from 'postgres'
import { logIn, scriptOf, withPhone } from './browser'
import { print } from './figure'
import { people } from './people'
import { withServer } from './server'

const HEADS = 1_000
/** Two chairs, three hundred days, ten sittings a day on each; an appointment takes two commands (booked, done), its payment one. */
const SITTINGS = 2 * 300 * 10
const NEW_CUSTOMERS = 500

const tables = ['customers', 'appointments', 'transfers', 'command_results'] as const
type Sizes = Record<(typeof tables)[number], { bytes: number; rows: number }>

/** What a shop's year takes on the server's disk, indexes and all. */
export async function size(): Promise<void> {
  const [before, after] = await withServer(async server => {
    const before = await sizesOf(server.databaseUrl)
    await withPhone(async context => {
      const page = await logIn(context, server)
      await page.evaluate(await scriptOf('hand.ts', 'hand'))
      await page.evaluate(([everybody, count]) => hand.serve(everybody, count), [people(HEADS), 3 * HEADS] as const)
      await page.evaluate(() => hand.sent())
    })
    return [before, await sizesOf(server.databaseUrl)]
  })
  const perRow = (table: (typeof tables)[number]) =>
    Math.round((after[table].bytes - before[table].bytes) / (after[table].rows - before[table].rows))
  const [customer, appointment, transfer, result] = tables.map(perRow) as [number, number, number, number]
  const year =
    NEW_CUSTOMERS * (customer + result) + SITTINGS * (appointment + 2 * result) + SITTINGS * (transfer + result)
  print({
    what: 'Database per row, indexes included',
    figure:
      `customer ${customer} bytes, appointment ${appointment}, transfer ${transfer}, command's result ${result}; ` +
      `a year of two chairs (${NEW_CUSTOMERS} new customers, ${SITTINGS} sittings) ${Math.round(year / 1e6)} MB`,
  })
}

async function sizesOf(databaseUrl: string): Promise<Sizes> {
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    const sizes = tables.map(async table => {
      const [size] = await sql`
        select pg_total_relation_size(${`public.${table}`}::regclass)::int as bytes, count(*)::int as rows from public.${sql(table)}`
      return [table, size]
    })
    return Object.fromEntries(await Promise.all(sizes))
  } finally {
    await sql.end()
  }
}
