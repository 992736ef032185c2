import { createHash, randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import {
  apply,
  bookVisit,
  fromNow,
  madeBy,
  openTwoShops,
  partOf,
  type Shop,
  saveStaff,
} from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { connectionsOf, connectionsOfServer } from './connections'

// A hundred at once, on the real Postgres, again and again: by hand RACES=1000 npx vitest run --project database booking-races

const RACES = Number(process.env.RACES ?? 3)
const CROWD = 100

const sql = connect()
let shop: Shop
let chairs: [string, string, string]
let customers: postgres.Sql
let phones: postgres.Sql

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
  const [second, third] = [saveStaff(), saveStaff()]
  await apply(shop, shop.owner, [second, third])
  chairs = [shop.chair, madeBy(second), madeBy(third)]
  // A crowd of customers would otherwise close the shop for the others by what they only hold.
  customers = connectionsOfServer(40)
  phones = connectionsOf(shop.owner, 10)
})
afterAll(async () => {
  await customers.end()
  await phones.end()
})

const tokenHash = () => createHash('sha256').update(randomBytes(32)).digest('hex')

/** A customer chooses a time on the shop's page; `choices` from the fairest on. */
async function hold(choices: object[][]): Promise<string> {
  const [row] = await customers`
    select public.hold_online(${shop.id}, ${customers.json({ id: newId(), tokenHash: tokenHash() })}, ${customers.json(choices as never)}, 10) as answer`
  return row!.answer.refused ?? 'held'
}

/** A member's phone sends one command. */
async function send(command: object): Promise<string> {
  const [row] =
    await phones`select public.apply_commands(${shop.id}, ${newId()}, ${phones.json([command] as never)}) as answer`
  const [{ status, reason }] = row!.answer.results
  return reason ?? status
}

const countOf = (answers: string[]) =>
  Object.fromEntries([...new Set(answers)].sort().map(word => [word, answers.filter(it => it === word).length]))
const crowd = <T>(ask: (i: number) => Promise<T>) => Promise.all(Array.from({ length: CROWD }, (_, i) => ask(i)))
/** What still holds a chair at some time of the race: nobody else comes near these. */
const standing = (startsAt: Instant) => sql`
  select from public.appointments where tenant_id = ${shop.id} and status in ('held', 'requested', 'confirmed', 'arrived')
    and busy_from < ${addMinutes(startsAt, 300)} and busy_until > ${startsAt}`

/** Every race has three days of its own; what was held in the one before is let go, as time would. */
async function begin(): Promise<Instant> {
  days += 1
  await sql`update public.appointments set lapses_at = now() where tenant_id = ${shop.id} and status = 'held'`
  return fromNow(30_000 + days * 3 * 24 * 60)
}
let days = 0

describe.each(Array.from({ length: RACES }, (_, i) => i + 1))('race %i of a hundred', () => {
  test('[AP12] for one time of one chair has one winner', async () => {
    const startsAt = await begin()
    expect(countOf(await crowd(() => hold([[partOf(shop, { startsAt })]])))).toEqual({
      held: 1,
      'slot-taken': CROWD - 1,
    })
    expect(await standing(startsAt)).toHaveLength(1)
  })

  test('[AP9] [AP12] for one time of any of three chairs has three winners, one a chair', async () => {
    const startsAt = await begin()
    // Each asks for the chairs in an order of his own.
    const order = (i: number) => [0, 1, 2].map(n => chairs[(n + i) % 3]!)
    const answers = await crowd(i => hold(order(i).map(staffId => [partOf(shop, { startsAt, staffId })])))
    expect(countOf(answers)).toEqual({ held: 3, 'slot-taken': CROWD - 3 })
    expect(await standing(startsAt)).toHaveLength(3)
  })

  test('[AP13] for a visit of two parts is won whole or not at all', async () => {
    const startsAt = await begin()
    const visit = () => [
      partOf(shop, { startsAt, cleanMinutes: 10 }),
      partOf(shop, { startsAt: addMinutes(startsAt, 30), staffId: chairs[1] }),
    ]
    // Half of them want only the second part's time.
    const answers = await crowd(i => hold([i % 2 ? visit() : visit().slice(1)]))
    const { held } = countOf(answers)
    expect(held).toBe(1)
    const parts = await standing(startsAt)
    expect([1, 2]).toContain(parts.length)
    const visits = await sql`
      select count(*)::int as parts from public.appointments
      where tenant_id = ${shop.id} and starts_at between ${startsAt} and ${addMinutes(startsAt, 60)} and visit_id is not null group by visit_id`
    expect(visits.every(({ parts }) => parts === 2)).toBe(true)
  })

  test('[AP12] between phones that move there and customers who book there has one winner', async () => {
    const startsAt = await begin()
    const elsewhere = Array.from({ length: CROWD / 2 }, (_, i) =>
      partOf(shop, { startsAt: addMinutes(startsAt, 400 + i * 30) }),
    )
    await Promise.all(elsewhere.map(part => send(bookVisit([part]))))
    const answers = await crowd(i => {
      const part = elsewhere[i / 2]
      const to = { staffId: shop.chair, startsAt, endsAt: addMinutes(startsAt, 30) }
      return part
        ? send({
            id: newId(),
            name: 'appointments.move@2',
            eventAt: fromNow(0),
            args: { moves: [{ id: part.id, ...to }] },
          })
        : hold([[partOf(shop, { startsAt })]])
    })
    const { applied = 0, held = 0, 'slot-taken': lost } = countOf(answers)
    expect([applied + held, lost]).toEqual([1, CROWD - 1])
    expect(await standing(startsAt)).toHaveLength(1)
  })
})
