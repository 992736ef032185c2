import { beforeAll, expect, test } from 'vitest'
import { type Appointment, statuses } from '@/lib/appointments/appointment'
import { newId } from '@/lib/kernel/id'
import { addMinutes, type Instant, toInstant } from '@/lib/kernel/zone'
import { type Kind, kinds } from '@/lib/messages/message'
import { stillTrue } from '@/lib/messages/still-true'
import { openTwoShops, type Shop } from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { wall } from './post-office'

// [ME5] A phone without a network and the database judge a message by one rule, written twice: lib/messages/still-true.ts and private.why_not.

const sql = connect()
let shop: Shop

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
  await sql`update public.message_settings set remind_two_hours = true where tenant_id = ${shop.id}`
})

const now = toInstant(new Date())
const startsAt = wall(40, 600)
const aboutVisits = kinds.filter(kind => !['offer-gone', 'statement', 'kvkk-link', 'accountant-link'].includes(kind))

interface Case {
  kind: Kind
  status: Appointment['status']
  /** The visit has another time than the message says. */
  movedTo: Instant | null
  lapsesAt: Instant | null
  expiresAt: Instant
}
const cases: Case[] = aboutVisits.flatMap(kind =>
  statuses.flatMap(status =>
    [null, addMinutes(startsAt, 60)].flatMap(movedTo =>
      [startsAt, addMinutes(now, -1)].flatMap(expiresAt =>
        (status === 'held' || status === 'requested' ? [null, addMinutes(now, 30), addMinutes(now, -5)] : [null]).map(
          lapsesAt => ({ kind, status, movedTo, lapsesAt, expiresAt }),
        ),
      ),
    ),
  ),
)

class Undo extends Error {}

test('phone and database agree on every message, whatever has become of its visit', async () => {
  const disagreements: object[] = []
  let said = 0
  for (const one of cases) {
    const at = one.movedTo ?? startsAt
    const visit = { startsAt: at, status: one.status, lapsesAt: one.lapsesAt }
    const message = { kind: one.kind, aboutAt: startsAt, expiresAt: one.expiresAt, appointmentId: 'x' }
    const phone = stillTrue(message, [visit], now)
    let database: boolean | undefined
    await sql
      .begin(async tx => {
        const id = newId()
        await tx`
          insert into public.appointments ${tx({
            tenant_id: shop.id,
            id,
            staff_id: shop.chair,
            customer_id: shop.customers[0],
            service_id: shop.service,
            starts_at: at,
            ends_at: addMinutes(at, 30),
            price: 0,
            status: one.status,
            status_at: now,
            lapses_at: one.lapsesAt,
            created_at: now,
          })}`
        // Only this one: what the insert itself planned would overtake it.
        await tx`delete from public.messages where tenant_id = ${shop.id} and subject = ${id}`
        await tx`
          insert into public.messages ${tx({
            tenant_id: shop.id,
            kind: one.kind,
            subject: id,
            customer_id: shop.customers[0],
            appointment_id: id,
            about_at: startsAt,
            due_at: addMinutes(now, -60),
            expires_at: one.expiresAt,
            channels: ['own'],
            channel: 'own',
          })}`
        const [row] = await tx`select private.why_not(m, ${now}) as reason from public.messages m where subject = ${id}`
        database = row!.reason === null
        throw new Undo()
      })
      .catch(error => {
        if (!(error instanceof Undo)) throw error
      })
    if (database) said += 1
    if (phone !== database) disagreements.push({ ...one, phone, database })
  }
  expect(disagreements).toEqual([])
  // Some are still true, and most are not.
  expect(said).toBeGreaterThan(10)
  expect(said).toBeLessThan(cases.length / 2)
})
