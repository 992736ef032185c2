import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/commands/book-appointment'
import { moveAppointment } from '@/lib/appointments/commands/move-appointment'
import { saveService } from '@/lib/appointments/commands/save-service'
import { setHours } from '@/lib/appointments/commands/set-hours'
import { setStatus } from '@/lib/appointments/commands/set-status'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { reverseTransfer } from '@/lib/cash/commands/reverse-transfer'
import type { Transfer } from '@/lib/cash/transfer'
import { addCustomer } from '@/lib/customers/add-customer'
import { archiveCustomer } from '@/lib/customers/archive-customer'
import type { Customer } from '@/lib/customers/customer'
import { editCustomer } from '@/lib/customers/edit-customer'
import { importCustomers } from '@/lib/customers/import-customers'
import { mergeCustomers, unite } from '@/lib/customers/merge-customers'
import { undoImport } from '@/lib/customers/undo-import'
import type { TableName } from '@/lib/db/record-sets'
import { newId } from '@/lib/kernel/id'
import { prune } from '@/lib/sync/browser/prune'
import { MAX_AGE_MS, PAGE_ROWS, type Row } from '@/lib/sync/protocol'
import { dice } from '@/supabase/local/demo-people'
import { connect } from '@/tests/support/database'
import { type Fault, openWorld, type Phone, type World } from '@/tests/support/sync-world'

// Whole days of several phones, made from a seed. By hand: JOURNEYS=50000 SEED=42 npx vitest run --project database journeys

const JOURNEYS = Number(process.env.JOURNEYS ?? 100)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

const sql = connect()

function diceOf(seed: number) {
  const roll = dice(seed)
  return {
    roll,
    pick: <T>(list: readonly T[]): T | undefined => list[roll(list.length)],
    chance: (percent: number) => roll(100) < percent,
  }
}
type Dice = ReturnType<typeof diceOf>

interface Did {
  faults: Record<Fault, number>
  deaths: number
  begunAnew: number
  applied: number
  rejected: Record<string, number>
  /** Appointments too old for a phone to keep. */
  tooOld: number
}

/** At 09:00 UTC, by half hours: few enough slots that phones collide. */
const slot = (n: number, daysAgo: number) => {
  const start = new Date(Date.now() - daysAgo * 86_400_000)
  start.setUTCHours(9, 0, 0, 0)
  const at = (half: number) => new Date(start.getTime() + half * 1_800_000).toISOString()
  return { startsAt: at(n), endsAt: at(n + 1) }
}

/** Something a person at this phone might do now, judged by what the phone shows. */
async function act(world: World, phone: Phone, tab: number, { roll, pick, chance }: Dice): Promise<void> {
  const on = { tab }
  const anyOf = async <R extends Row>(table: TableName) => pick(await phone.rows<R>(table))
  const account = async (kind: string) =>
    (await phone.rows<Row & { kind: string }>('accounts')).find(each => each.kind === kind)?.id
  const person = () => ({
    name: `Müşteri ${roll(1000)}`,
    phones: chance(70) ? [`+9053200${10_000 + roll(90_000)}`] : [],
    email: null,
    note: null,
  })

  // Mostly today; now and then a day that a new phone is not told of, or one that no phone keeps.
  const someTime = () => slot(roll(8), pick([0, 0, 0, 0, 45, 500])!)

  const acts: (() => Promise<unknown>)[] = [
    () => phone.do(addCustomer, { id: newId(), ...person() }, on),
    () => phone.do(addCustomer, { id: newId(), ...person() }, on),
    async () => {
      const customer = await anyOf('customers')
      const changed = chance(50) ? { name: person().name } : { note: `not ${roll(99)}` }
      if (customer) await phone.do(editCustomer, { id: customer.id, ...changed }, on)
    },
    async () => {
      const customer = await anyOf('customers')
      if (customer) await phone.do(archiveCustomer, { id: customer.id, archived: chance(60) }, on)
    },
    async () => {
      const [kept, merged] = [await anyOf<Customer>('customers'), await anyOf<Customer>('customers')]
      if (!kept || !merged || kept.id === merged.id) return
      await phone.do(mergeCustomers, { id: kept.id, mergedId: merged.id, ...unite(kept, merged) }, on)
    },
    ...Array(3).fill(async () => {
      const customerId = (await anyOf('customers'))?.id ?? null
      const seat = { staffId: pick(world.staff)!, serviceId: world.serviceId, ...someTime() }
      await phone.do(bookAppointment, { id: newId(), customerId, ...seat, price: 40_000, note: null }, on)
    }),
    async () => {
      const appointment = await anyOf('appointments')
      if (appointment)
        await phone.do(moveAppointment, { id: appointment.id, staffId: pick(world.staff)!, ...someTime() }, on)
    },
    async () => {
      const appointment = await anyOf('appointments')
      const status = pick(['done', 'cancelled', 'no-show', 'confirmed'] as const)!
      if (appointment) await phone.do(setStatus, { id: appointment.id, status }, on)
    },
    async () => {
      const [fromAccountId, toAccountId] = [await account('income'), await account('cash')]
      const appointmentId = (await anyOf('appointments'))?.id ?? null
      if (!fromAccountId || !toAccountId) return
      await phone.do(
        recordTransfer,
        { id: newId(), fromAccountId, toAccountId, amount: 1 + roll(100_000), appointmentId, note: null },
        on,
      )
    },
    async () => {
      const transfer = await anyOf<Transfer>('transfers')
      if (transfer && !transfer.reversesId)
        await phone.do(reverseTransfer, { id: newId(), reversesId: transfer.id }, on)
    },
    () =>
      phone.do(
        saveService,
        { id: world.serviceId, name: `Saç ${roll(99)}`, minutes: 30, price: roll(100_000), position: 0 },
        on,
      ),
    () =>
      phone.do(
        setHours,
        { id: newId(), staffId: pick(world.staff)!, weekday: 1 + roll(3), ranges: [[540, 600 + roll(600)]] },
        on,
      ),
    async () => {
      const customer = await anyOf('customers')
      const merged = customer ? [{ id: customer.id, email: `m${roll(99)}@ornek.test` }] : []
      const created = [0, 1].map(() => ({ id: newId(), ...person() }))
      await phone.do(importCustomers, { importId: newId(), created, merged }, on)
    },
    async () => {
      const known = await anyOf('customer_imports')
      if (known) await phone.do(undoImport, { importId: known.id }, on)
    },
  ]
  await pick(acts)!()
}

const faults: Fault[] = ['none', 'none', 'none', 'lost-request', 'lost-answer', 'doubled-request', 'server-killed']

async function journey(seed: number, did: Did): Promise<void> {
  const random = diceOf(seed)
  const { roll, pick, chance } = random
  const world = await openWorld()
  const phones = Array.from({ length: 2 + roll(2) }, () => world.phone())
  for (const phone of phones) phone.pageRows = pick([5, 12, PAGE_ROWS])!

  const steps = 12 + roll(20)
  for (let step = 0; step < steps; step++) {
    const phone = pick(phones)!
    const tab = roll(2)
    if (chance(8)) {
      phone.dieAtWrite(1 + roll(12))
      did.deaths++
    }
    if (chance(10)) await phone.survive(() => prune(phone.tab(tab)))
    if (chance(60)) await act(world, phone, tab, random)
    else {
      const fault = pick(faults)!
      did.faults[fault]++
      // Sometimes two phones reach the server at the same moment.
      const others = chance(25) ? phones.filter(each => each !== phone).slice(0, 1) : []
      await Promise.all([
        phone.deliver(fault, { tab, after: pick([0, 0, 1, 2]) }),
        ...others.map(other => other.deliver()),
      ])
    }
    if (chance(5)) phone.restart()
    if (chance(5)) {
      // [SY8] [SY19] As after a restored backup, from which nothing was missing: every phone begins anew.
      await sql`update private.revs set epoch = gen_random_uuid() where tenant_id = ${world.tenantId}`
      did.begunAnew++
    }
  }

  // The network is back for good. Twice round: what one sends last, the others must hear.
  for (const phone of [...phones, ...phones]) {
    phone.restart()
    expect(await phone.deliver()).toBeNull()
    await prune(phone.tab())
  }
  await everybodyAgrees(world, phones, did)
}

const idsOf = (shown: Record<string, Row[]>) => new Set(Object.values(shown).flatMap(rows => rows.map(({ id }) => id)))

const only = (shown: Record<string, Row[]>, wanted: (id: string) => boolean) =>
  Object.fromEntries(Object.entries(shown).map(([table, rows]) => [table, rows.filter(({ id }) => wanted(id))]))

/** Has this phone told every row there is, however old: as one whose first download began before anything was written. */
async function tellEverything(phone: Phone): Promise<void> {
  const { standings } = phone.tab()
  const view = (await standings.get('standing'))!.cursor!.view
  await standings.update('standing', { cursor: { view, at: 0, bootstrap: 0 } })
  await phone.deliver()
}

/** [SY17] and [SY18], the whole of them. */
async function everybodyAgrees(world: World, phones: Phone[], did: Did): Promise<void> {
  const fresh = world.phone()
  await fresh.deliver()
  const given = idsOf(await fresh.shows())
  await tellEverything(fresh)
  const truth = await fresh.shows()

  const oldest = Date.now() - MAX_AGE_MS
  const recorded = await sql`select id, name, reason from public.command_results where tenant_id = ${world.tenantId}`
  const outcomes = new Map(recorded.map(row => [row.id as string, row.reason as string | null]))
  for (const phone of phones) {
    // Whatever a new phone is given, and of what is older perhaps more, as the server has it; of what is too old only what a refusal is about.
    const shown = await phone.shows()
    const held = idsOf(shown)
    expect(shown).toEqual(only(truth, id => given.has(id) || held.has(id)))
    const { outbox, shadows } = phone.tab()
    const ancient = shown.appointments!.filter(({ startsAt }) => Date.parse(String(startsAt)) < oldest)
    for (const { id } of ancient)
      expect(await outbox.where('touches').equals(`appointments/${id}`).count()).toBeGreaterThan(0)
    expect(await shadows.count()).toBe(0)
    const refused = phone.made.filter(({ id }) => outcomes.get(id) !== null).map(({ id }) => [id, outcomes.get(id)])
    expect((await outbox.toArray()).map(({ id, reason }) => [id, reason])).toEqual(refused)
  }

  // Every command that was made was answered once, and nothing was done that nobody asked for.
  const made = phones.flatMap(phone => phone.made)
  expect([...outcomes.keys()].sort()).toEqual(made.map(({ id }) => id).sort())

  // Each accepted one took effect once: money adds up to the kuruş, and what was made is there.
  const accepted = made.filter(({ id }) => outcomes.get(id) === null)
  const ofName = <Args>(name: string) => accepted.filter(each => each.name === name).map(({ args }) => args as Args)
  const moved = ofName<{ id: string; amount: number }>(recordTransfer.name)
  const taken =
    await sql`select coalesce(sum(amount), 0)::int as total, count(*)::int from public.transfers where tenant_id = ${world.tenantId} and reverses_id is null`
  expect(taken[0]).toEqual({ total: moved.reduce((sum, { amount }) => sum + amount, 0), count: moved.length })
  const booked = await sql`select id from public.appointments where tenant_id = ${world.tenantId}`
  expect(booked.map(({ id }) => id).sort()).toEqual(
    ofName<{ id: string }>(bookAppointment.name)
      .map(({ id }) => id)
      .sort(),
  )

  did.applied += accepted.length
  did.tooOld += truth.appointments!.filter(({ startsAt }) => Date.parse(String(startsAt)) < oldest).length
  for (const reason of outcomes.values()) if (reason) did.rejected[reason] = (did.rejected[reason] ?? 0) + 1
}

const did: Did = {
  faults: { none: 0, 'lost-request': 0, 'lost-answer': 0, 'doubled-request': 0, 'server-killed': 0 },
  deaths: 0,
  begunAnew: 0,
  applied: 0,
  rejected: {},
  tooOld: 0,
}

test(`[SY17] ${JOURNEYS} journeys from seed ${SEED}: in the end every phone equals the server`, {
  timeout: 3_000_000,
}, async () => {
  let next = 0
  const walk = async () => {
    while (next < JOURNEYS) {
      const seed = SEED + next++
      await journey(seed, did).catch(error => {
        throw new Error(`journey with seed ${seed} failed: ${error.message}`, { cause: error })
      })
    }
  }
  await Promise.all([walk(), walk(), walk(), walk()])
})

test('the journeys went through everything they promise to', () => {
  expect(did.applied).toBeGreaterThan(JOURNEYS * 3)
  for (const count of Object.values(did.faults)) expect(count).toBeGreaterThan(0)
  expect(did.deaths).toBeGreaterThan(0)
  expect(did.begunAnew).toBeGreaterThan(0)
  expect(did.tooOld).toBeGreaterThan(0)
  // The rarer refusals want many journeys to be met for sure.
  for (const reason of JOURNEYS < 1000 ? ['slot-taken'] : ['slot-taken', 'missing', 'not-open'])
    expect(did.rejected[reason]).toBeGreaterThan(0)
})
