import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { fold } from '@/lib/kernel/turkish-text'
import {
  answerTo,
  gained,
  imported,
  nameOfWalkIn,
  noteOfAppointment,
  noteOfSale,
  noteOfTimeOff,
  noteOfTransfer,
  openTwoShops,
  reasonOfDifference,
  regulars,
  type Shop,
  sellerOfExpense,
  textOfReply,
} from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'

// Whoever carries the database away, as a dump or as the disk it lies on, learns of no customer who he is.

const sql = connect()
let shop: Shop

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
})

/** Everything personal that phones wrote, in the forms in which it could have leaked. */
const secrets = [...regulars, imported, gained]
  .flatMap(person => Object.values(person).flat())
  .concat(
    noteOfAppointment,
    noteOfTransfer,
    noteOfSale,
    noteOfTimeOff,
    nameOfWalkIn,
    reasonOfDifference,
    sellerOfExpense,
    textOfReply,
  )
  .filter(text => text !== null)
const forms = secrets.flatMap(text => [
  text,
  text.replace(/^\+9?0?/, ''),
  fold(text),
  JSON.stringify(text).slice(1, -1),
  Buffer.from(text).toString('hex'),
  // Without its last letters, which depend on what follows.
  Buffer.from(text).toString('base64url').slice(0, -4),
])
const readableIn = (text: string) => forms.filter(form => text.includes(form))

/** Every row of every table of every schema, the catalogue's own too, as text. */
async function dump(): Promise<string> {
  const tables = await sql`
    select oid::regclass::text as name from pg_class where relkind in ('r', 'm', 'p') and relnamespace <> 'pg_toast'::regnamespace`
  const contents: string[] = []
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select t::text as row from ${name} t`)
    contents.push(name, ...rows.map(({ row }) => row as string))
  }
  return contents.join('\n')
}

test('the phone reads what was written: there was something to seal', async () => {
  const told = JSON.stringify(await answerTo(shop, shop.owner))
  expect(secrets.filter(text => !told.includes(text))).toEqual([])
})

test('a dump of the whole database holds no name, number, e-mail or note of any customer', async () => {
  // With statistics, in which Postgres keeps samples of what the columns hold.
  await sql`analyze`
  const everything = await dump()
  expect(everything).toContain('Berber Mehmet')
  expect(everything).toContain(shop.customers[0])
  expect(readableIn(everything)).toEqual([])
})

test('nor do the files on the disk, the journal of all that was ever written among them', async () => {
  await sql`checkpoint`
  const [row] = await sql`select current_setting('data_directory') as folder`
  const files = readdirSync(row!.folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const readable = new Set<string>()
  let seen = false
  for (const file of files) {
    const content = readFileSync(join(file.parentPath, file.name)).toString('latin1')
    seen ||= content.includes(latin1('Berber Mehmet'))
    for (const form of forms) if (content.includes(latin1(form))) readable.add(form)
  }
  expect(seen).toBe(true)
  expect([...readable]).toEqual([])
})

const latin1 = (text: string) => Buffer.from(text).toString('latin1')

test('the dump would show a name in any of its forms', async () => {
  for (const form of forms) expect(readableIn(`x${form}x`)).toContain(form)
  const [row] = await sql`select ${sql.json({ note: regulars[0].note })}::text as row`
  expect(readableIn(row!.row)).not.toEqual([])
})
