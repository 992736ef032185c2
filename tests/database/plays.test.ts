import type postgres from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import { openTwoShops, type Shop } from '@/tests/fixtures/two-shops'
import { asUser, connect } from '@/tests/support/database'
import { belongsTo, tables } from './rows'

// The same four questions about Berber Mehmet's rows to everyone, table by table: S(elect), I(nsert), U(pdate), D(elete).
// A capital: of every row. A small letter: of some rows only, the asker's own. A dash: refused, or there is nothing.

const cast = ['owner', 'staff', 'accountant', 'removed', 'stranger', 'anonymous'] as const
type Role = (typeof cast)[number]

const matrix = `
                          owner   staff   accountant  removed   stranger  anonymous
  accountant_link_openings S---   ----    ----        ----      ----      ----
  accountant_links        SIU-    ----    ----        ----      ----      ----
  accounts                S---    S---    S---        ----      ----      ----
  appointment_events      S---    S---    ----        ----      ----      ----
  appointment_links       SIU-    SIU-    ----        ----      ----      ----
  appointments            SIU-    SIU-    ----        ----      ----      ----
  booking_rules           S-U-    S---    S---        ----      ----      ----
  calendar_feeds          SIU-    ----    ----        ----      ----      ----
  command_results         sI--    sI--    -I--        ----      ----      ----
  contact_blocks          S---    S---    ----        ----      ----      ----
  customer_consents       S---    S---    ----        ----      ----      ----
  customer_import_rows    SI-D    SI-D    ----        ----      ----      ----
  customer_imports        SIU-    SIU-    ----        ----      ----      ----
  customers               SIU-    SIU-    ----        ----      ----      ----
  day_closings            S---    ----    S---        ----      ----      ----
  holiday_hours           SIU-    S---    S---        ----      ----      ----
  inbound_messages        S---    S---    ----        ----      ----      ----
  invitations             SIU-    ----    ----        ----      ----      ----
  legal_texts             S---    S---    S---        S---      S---      ----
  memberships             S-U-    s---    s---        ----      ----      ----
  message_settings        S-U-    S---    ----        ----      ----      ----
  messages                S---    S---    ----        ----      ----      ----
  sale_lines              SI--    sI--    S---        ----      ----      ----
  sales                   SI--    sI--    S---        ----      ----      ----
  services                SIU-    S---    S---        ----      ----      ----
  special_hours           SIU-    S---    S---        ----      ----      ----
  staff                   SIU-    S---    S---        ----      ----      ----
  staff_services          SIU-    S---    S---        ----      ----      ----
  staff_shares            SIU-    ----    S---        ----      ----      ----
  tenant_keys             S---    S---    S---        ----      ----      ----
  tenants                 S-U-    S---    S---        ----      ----      ----
  time_off                SIU-    SIU-    ----        ----      ----      ----
  transfers               SI--    sI--    S---        ----      ----      ----
  user_consents           SI--    ----    ----        ----      ----      ----
  waiting_list            SIU-    SIU-    ----        ----      ----      ----
  walk_ins                SIU-    SIU-    ----        ----      ----      ----
  working_hours           SIU-    S---    S---        ----      ----      ----
`
const expected = new Map(
  matrix
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/ +/))
    .map(([table, ...answers]) => [table!, answers.join(' ')]),
)

const sql = connect()
let mehmet: Shop
let ayse: Shop
let players: Record<Role, Id | null>

beforeAll(async () => {
  ;({ mehmet, ayse } = await openTwoShops())
  const { owner, staff, accountant, removed } = mehmet
  players = { owner, staff, accountant, removed, stranger: ayse.owner, anonymous: null }
})

test('the play asks about every table there is', () => {
  expect([...expected.keys()]).toEqual(tables)
})

describe.each(tables)('%s', table => {
  test('answers each of the cast as the matrix says', async () => {
    const answers: string[] = []
    for (const role of cast) answers.push(await askAboutAll(table, players[role]))
    expect(answers.join(' ')).toBe(expected.get(table))
  })

  test('has rows of both shops, so that seeing nothing means something', async () => {
    for (const shop of [mehmet, ayse]) expect(await countOf(table, shop)).toBeGreaterThan(0)
  })
})

// The texts belong to no shop: everybody reads the same ones.
test.each(tables.filter(table => table !== 'legal_texts'))(
  '%s shows Berber Mehmet nothing of Kuaför Ayşe',
  async table => {
    const theirs = sql`select from public.${sql(table)} where ${belongsTo(table, ayse)}`
    for (const member of [mehmet.owner, mehmet.staff, mehmet.accountant]) {
      expect(await asUser(member, tx => tx`${theirs}`)).toHaveLength(0)
    }
  },
)

const countOf = async (table: string, shop: Shop) =>
  (await sql`select from public.${sql(table)} where ${belongsTo(table, shop)}`).length

/** One player's four answers about one table, as `SIU-`. */
async function askAboutAll(table: string, player: Id | null): Promise<string> {
  const whole = await countOf(table, mehmet)
  const name = sql(table)
  const where = belongsTo(table, mehmet)
  const into = sql(await columnsFor('INSERT', table))
  const changing = sql((await columnsFor('UPDATE', table))[0]!)
  const [likeness] =
    await sql`select to_jsonb(t) || ${sql.json({ id: newId() })} as row from public.${name} t where ${where} limit 1`

  const reached = [
    ['s', await ask(player, sql`select from public.${name} where ${where}`)],
    [
      'i',
      await ask(
        player,
        sql`insert into public.${name} (${into}) select ${into} from jsonb_populate_record(null::public.${name}, ${likeness!.row})`,
      ),
    ],
    ['u', await ask(player, sql`update public.${name} set ${changing} = ${changing} where ${where}`)],
    ['d', await ask(player, sql`delete from public.${name} where ${where}`)],
  ] as const
  return reached
    .map(([letter, rows]) => (rows === 0 ? '-' : letter === 'i' || rows >= whole ? letter.toUpperCase() : letter))
    .join('')
}

class Undo extends Error {}

/** How many rows the question reached. Whatever it did is undone. */
async function ask(player: Id | null, question: postgres.PendingQuery<postgres.Row[]>): Promise<number> {
  let touched = 0
  try {
    await asUser(player, async tx => {
      touched = (await tx`${question}`).count
      throw new Undo()
    })
  } catch (error) {
    if (error instanceof Undo) return touched
    const { code } = error as postgres.PostgresError
    // 42501: neither grant nor policy. Class 23: both were passed, and a constraint was met.
    if (code === '42501') return 0
    if (code?.startsWith('23')) return Number.POSITIVE_INFINITY
    throw error
  }
  return touched
}

/** The columns a member is granted this for, and all of them where none is: then the question is refused. */
async function columnsFor(privilege: 'INSERT' | 'UPDATE', table: string): Promise<string[]> {
  const columns = await sql`
    select attname as name, has_column_privilege('authenticated', attrelid, attnum, ${privilege}) as granted
    from pg_attribute where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped order by attnum`
  const granted = columns.filter(column => column.granted)
  return (granted.length > 0 ? granted : columns).map(column => column.name as string)
}
