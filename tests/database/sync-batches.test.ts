import type postgres from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { addCustomer as addDefinition } from '@/lib/customers/add-customer'
import { type Id, newId } from '@/lib/kernel/id'
import { type Command, MAX_COMMANDS, PROTOCOL, type Rejection, type Result, rejections } from '@/lib/sync/protocol'
import { sealArgs } from '@/lib/sync/server/seal-args'
import {
  addCustomer,
  apply,
  askAs,
  book,
  closeDay,
  command,
  fromNow,
  keyringFor,
  lineOf,
  madeBy,
  openTwoShops,
  reasons,
  regulars,
  type Shop,
  saveStaff,
  sellHaircut,
  send,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { asUser, connect } from '@/tests/support/database'
import { connectionsOf, processOf, somebodyWaitsFor } from './connections'
import { everythingOf } from './rows'

// What becomes of the commands phones send, on the real functions. Rules: lib/sync/SPEC.md.

const sql = connect()
let shop: Shop
let ayse: Shop
let keyring: Keyring

beforeAll(async () => {
  ;({ mehmet: shop, ayse } = await openTwoShops())
  keyring = await keyringFor(shop.owner, shop.id)
})

const statuses = (results: Result[]) => results.map(result => result.status)
const customersMade = async (made: Command[]) =>
  (await sql`select id from public.customers where tenant_id = ${shop.id} and id = any (${made.map(madeBy)})`).length

/** Hands a batch straight to the database. */
const handIn = async (
  on: postgres.Sql | postgres.TransactionSql | postgres.ReservedSql,
  batch: object[],
  tenant = shop.id,
) => {
  const [row] = await on`select public.apply_commands(${tenant}, ${newId()}, ${on.json(batch as never)}) as answer`
  return row!.answer.results as Result[]
}
/** A command as the server hands it on; what is not as it should be is put in after the sealing. */
function addSealed(unlike: object = {}): Command {
  const it = addCustomer()
  return { ...it, args: { ...sealArgs(addDefinition, it.args as never, shop.id, keyring), ...unlike } }
}

describe('[SY3] a batch', () => {
  test('runs in its order: later commands build on earlier ones', async () => {
    const customer = addCustomer()
    const id = madeBy(customer)
    const appointment = book(shop, { customerId: id, startsAt: fromNow(3000) })
    const batch = [
      customer,
      command('customers.edit@1', { id, note: 'ilk' }),
      appointment,
      command('appointments.set-status@1', { id: madeBy(appointment), status: 'done' }),
      takeMoney(shop, { appointmentId: madeBy(appointment) }),
    ]
    expect(statuses(await send(shop, shop.staff, batch))).toEqual(batch.map(() => 'applied'))
    expect(await reasons(shop, shop.staff, [command('customers.edit@1', { id: newId(), note: 'x' })])).toEqual([
      'missing',
    ])
  })

  test('runs under the rights of who sends it', async () => {
    const batch = [addCustomer(), saveStaff(), takeMoney(shop)]
    expect(await reasons(shop, shop.accountant, batch)).toEqual(['forbidden', 'forbidden', 'forbidden'])
    expect(
      await reasons(
        shop,
        shop.staff,
        batch.map(it => ({ ...it, id: newId() })),
      ),
    ).toEqual([null, 'forbidden', null])
  })

  test('a command that fails in its middle leaves nothing of itself', async () => {
    const created = [
      { id: newId(), ...regulars[0] },
      { id: shop.customers[0], ...regulars[1] },
    ]
    const before = await everythingOf(shop)
    const refused = command('customers.import@1', { importId: newId(), created, merged: [] })
    expect(await reasons(shop, shop.owner, [refused])).toEqual(['exists'])
    const after = await everythingOf(shop)
    expect({ ...after, command_results: [] }).toEqual({ ...before, command_results: [] })
    expect(after.command_results!.length).toBe(before.command_results!.length + 1)
  })
})

describe('[SY4] a command takes effect once', () => {
  test('though its batch is sent again, and gets the answer of the first time', async () => {
    const batch = [addCustomer(), takeMoney(shop), command('customers.edit@1', { id: newId(), note: 'x' })]
    const first = await send(shop, shop.owner, batch)
    expect(statuses(first)).toEqual(['applied', 'applied', 'rejected'])
    await apply(shop, shop.owner, [addCustomer()])
    const before = await everythingOf(shop)
    const again = await send(shop, shop.owner, batch)
    expect(again).toEqual(
      first.map(result => ({ ...result, status: result.status === 'applied' ? 'duplicate' : 'rejected' })),
    )
    expect(await everythingOf(shop)).toEqual(before)
  })

  test('though 20 connections send its batch at the same time', async () => {
    const phones = connectionsOf(shop.owner, 20)
    const batch = Array.from({ length: 5 }, () => addSealed())
    const answers = await Promise.all(Array.from({ length: 20 }, () => handIn(phones, batch))).finally(() =>
      phones.end(),
    )
    for (const at of batch.keys()) {
      const told = answers.map(answer => answer[at]!.status).sort()
      expect(told).toEqual(['applied', ...Array(19).fill('duplicate')])
    }
    expect(new Set(answers.map(answer => JSON.stringify(answer.map(({ rev }) => rev)))).size).toBe(1)
    expect(await customersMade(batch)).toBe(5)
  })

  test('though it stands twice in one batch', async () => {
    const customer = addCustomer()
    expect(statuses(await send(shop, shop.owner, [customer, customer]))).toEqual(['applied', 'duplicate'])
  })

  test("though another member's command has its id: then it does not take effect at all", async () => {
    const [first, second] = [addCustomer(), addCustomer()]
    await apply(shop, shop.owner, [first])
    const doubled = { ...second, id: first.id }
    for (const _ of ['first', 'again'])
      expect(await reasons(shop, shop.staff, [doubled, takeMoney(shop)])).toEqual(['exists', null])
    expect(await customersMade([second])).toBe(0)
  })

  test('though the same id is used in another shop, where it is another command', async () => {
    const id = newId()
    await apply(shop, shop.owner, [{ ...addCustomer(), id }])
    await apply(ayse, ayse.owner, [{ ...addCustomer(), id }])
  })
})

describe('[SY5] a refused command', () => {
  test('does not hold up those behind it, only what builds on it', async () => {
    const refused = addCustomer({ id: shop.customers[0] })
    const orphan = book(shop, { customerId: newId(), startsAt: fromNow(4000) })
    const batch = [addCustomer(), refused, orphan, takeMoney(shop, { appointmentId: madeBy(orphan) }), addCustomer()]
    expect(await reasons(shop, shop.owner, batch)).toEqual([null, 'exists', 'missing', 'missing', null])
  })
})

describe('[SY6] a passing fault', () => {
  /** A batch that comes to a stop at its second command, because somebody holds the chair; and the means to end it. */
  async function stuckBatch() {
    const phone = connectionsOf(shop.owner, 1)
    const holder = await sql.reserve()
    await holder`begin`
    await holder`select from public.staff where id = ${shop.chair} for update`
    const pid = await processOf(phone)
    const batch = [addSealed(), command('staff.archive@1', { id: shop.chair, archived: false }), addSealed()]
    const before = await everythingOf(shop)
    const answer = handIn(phone, batch)
    await somebodyWaitsFor(await processOf(holder))
    const letGo = async () => {
      await holder`rollback`
      holder.release()
      await phone.end({ timeout: 0 }) // a connection that was cut off does not end by itself
    }
    return { pid, batch, before, answer, letGo }
  }

  test.each([
    ['a connection that is cut off', (pid: number) => sql`select pg_terminate_backend(${pid})`, 'CONNECTION_CLOSED'],
    ['a statement that is cancelled', (pid: number) => sql`select pg_cancel_backend(${pid})`, '57014'],
  ])('in mid-batch (%s) leaves no trace, and the same batch sent again takes effect once', async (_, end, code) => {
    const { pid, batch, before, answer, letGo } = await stuckBatch()
    await end(pid)
    await expect(answer.finally(letGo)).rejects.toMatchObject({ code })
    expect(await everythingOf(shop)).toEqual(before)

    const again = () => asUser(shop.owner, tx => handIn(tx, batch))
    expect(statuses(await again())).toEqual(['applied', 'applied', 'applied'])
    expect(statuses(await again())).toEqual(['duplicate', 'duplicate', 'duplicate'])
    expect(await customersMade([batch[0]!, batch[2]!])).toBe(2)
  })

  test.each(['40P01', '40001', '53100', '53200', '55P03', '57P03', '58030'])(
    '%s is nobody’s fault: the whole batch is to be sent again',
    async code => {
      await expect(withFault(code, tx => handIn(tx, [addSealed(), faulty(), addSealed()]))).rejects.toMatchObject({
        code,
      })
    },
  )

  test.each(['XX000', 'P0001', '42P01', '0A000'])('%s refuses the one command as failed', async code => {
    const results = await withFault(code, tx => handIn(tx, [addSealed(), faulty(), addSealed()]))
    expect(results).toMatchObject([
      { status: 'applied' },
      { status: 'rejected', reason: 'failed' },
      { status: 'applied' },
    ])
  })
})

const faulty = () => command('tests.fault@1', {})

/** Acts as the owner in a database that has one more command, which raises this error. All of it is undone. */
async function withFault<T>(code: string, act: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  let outcome: T | undefined
  const undo = new Error('undo')
  await sql
    .begin(async tx => {
      await tx.unsafe(`create function commands."tests.fault@1"(shop uuid, command jsonb) returns void language plpgsql as
        $$ begin raise exception using errcode = '${code}'; end $$`)
      const claims = JSON.stringify({ role: 'authenticated', sub: shop.owner })
      await tx`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${claims}, true)`
      outcome = await act(tx)
      throw undo
    })
    .catch(error => {
      if (error !== undo) throw error
    })
  return outcome as T
}

describe('[SY7] what is not a command', () => {
  const add = { name: 'customers.add@1', eventAt: fromNow(0) }
  const junk: [string, () => object, Rejection][] = [
    ['no arguments', () => ({ ...add }), 'malformed'],
    ['arguments that are no object', () => ({ ...add, args: [1, 'x', null] }), 'malformed'],
    ['an id that is none', () => addSealed({ id: "' or true --" }), 'malformed'],
    ['clear text where only sealed may be', () => addSealed({ name: 'Işıl Çağlayan' }), 'malformed'],
    ['a name left out', () => addSealed({ name: null }), 'malformed'],
    ['a list that is none', () => addSealed({ phoneIndexes: 'x' }), 'malformed'],
    [
      'a day that is none',
      () => command(add.name, addSealed().args as object, '2026-02-30T00:00:00.000Z'),
      'malformed',
    ],
    [
      'a year that is none',
      () => command(add.name, addSealed().args as object, '0000-01-01T00:00:00.000Z'),
      'malformed',
    ],
    ['no time at all', () => ({ id: newId(), name: add.name, args: addSealed().args }), 'malformed'],
    ['no name', () => ({ id: newId(), eventAt: add.eventAt, args: {} }), 'malformed'],
    ['an amount of nothing', () => takeMoney(shop, { amount: 0 }), 'malformed'],
    ['a negative amount', () => takeMoney(shop, { amount: -1 }), 'malformed'],
    ['half a kuruş', () => takeMoney(shop, { amount: '0.5' }), 'malformed'],
    ['an amount beyond all counting', () => takeMoney(shop, { amount: '9'.repeat(40) }), 'malformed'],
    ['money that stays where it is', () => takeMoney(shop, { toAccountId: shop.accounts.Hizmet }), 'malformed'],
    ['an appointment that ends before it begins', () => book(shop, { endsAt: fromNow(-1) }), 'malformed'],
    ['an appointment of a week', () => book(shop, { endsAt: fromNow(7 * 24 * 60) }), 'malformed'],
    [
      'a status that is none',
      () => command('appointments.set-status@1', { id: shop.appointment, status: 'x' }),
      'malformed',
    ],
    [
      'a customer merged into himself',
      () => command('customers.merge@1', { id: shop.customers[0], mergedId: shop.customers[0] }),
      'malformed',
    ],
    ['a time ahead of ours', () => command(add.name, addSealed().args as object, fromNow(61)), 'future-dated'],
    ['money in 1970', () => takeMoney(shop, {}, '1970-01-01T00:00:00.000Z'), 'past-dated'],
    ['money of 401 days ago', () => takeMoney(shop, {}, fromNow(-401 * 24 * 60)), 'past-dated'],
    ['a time before all time', () => takeMoney(shop, {}, '-infinity'), 'malformed'],
    ['a command that does not exist', () => command('customers.burn@1', {}), 'unknown-command'],
    ['a version that does not exist', () => command('customers.add@99', addSealed().args as object), 'unknown-command'],
    ['a name that is SQL', () => command('x"(); drop table public.customers; --', {}), 'unknown-command'],
    ['a name that is empty', () => command('', {}), 'unknown-command'],
    ['a name without end', () => command('x'.repeat(10_000), {}), 'unknown-command'],
    ["a function of Postgres's own", () => command('pg_catalog.pg_sleep', {}), 'unknown-command'],
  ]

  test.each(junk)(
    '(%s) is refused by the database too, between two commands that take effect',
    async (_, thing, reason) => {
      const results = await asUser(shop.owner, tx =>
        handIn(tx, [addSealed(), { id: newId(), ...thing() }, addSealed()]),
      )
      expect(results).toMatchObject([{ status: 'applied' }, { status: 'rejected', reason }, { status: 'applied' }])
    },
  )

  test('is refused at the door by name, and the rest goes on', async () => {
    const batch = [
      null,
      7,
      'add',
      {},
      { ...addCustomer(), id: 'x' },
      { ...addCustomer(), eventAt: 'yesterday' },
      addCustomer(),
    ]
    const told = await send(shop, shop.owner, batch)
    expect(statuses(told).sort()).toEqual(['applied', ...Array(6).fill('rejected')])
    expect(told.filter(result => result.status === 'rejected').map(({ reason }) => reason)).toEqual(
      Array(6).fill('malformed'),
    )
  })

  test.each([
    ['not an object', null],
    ['more commands than one batch may hold', { commands: Array(MAX_COMMANDS + 1).fill({}) }],
    ['a cursor that is none', { cursor: { view: 1, at: 'x', bootstrap: null } }],
  ])('a request that is %s is turned away whole', async (_, asked) => {
    const before = await everythingOf(shop)
    expect(await askAs(shop, shop.owner, (asked ?? { tenantId: null }) as never)).toEqual({ refusal: 'malformed' })
    expect(await everythingOf(shop)).toEqual(before)
  })
})

describe('[SY9] a phone', () => {
  const speaking = (protocol: number, server: number) =>
    askAs(shop, shop.owner, { protocol } as never, { protocol: server }).then(outcome =>
      'refusal' in outcome ? outcome.refusal : 'understood',
    )

  test('one version behind is understood, two behind must update, one ahead must wait', async () => {
    const server = PROTOCOL + 2
    const told = await Promise.all(
      [server, server - 1, server - 2, server + 1].map(protocol => speaking(protocol, server)),
    )
    expect(told).toEqual(['understood', 'understood', 'protocol-too-old', 'protocol-too-new'])
  })
})

describe('every reason for a refusal', () => {
  const startsAt = fromNow(5000)
  const importId = newId()
  const as =
    (member: 'owner' | 'accountant', ...batch: object[]) =>
    async () =>
      (await reasons(shop, shop[member], batch)).at(-1)
  const ways: Record<Rejection, () => Promise<unknown>> = {
    'slot-taken': () => as('owner', book(shop, { startsAt }), book(shop, { startsAt }))(),
    'not-open': () =>
      as(
        'owner',
        command('appointments.move@1', { id: newId(), staffId: shop.chair, startsAt, endsAt: fromNow(5030) }),
      )(),
    missing: as('owner', command('customers.edit@1', { id: newId(), note: 'x' })),
    exists: () => as('owner', addCustomer({ id: shop.customers[0] }))(),
    'too-much': () => {
      const sale = sellHaircut(shop)
      const { id: lineId, gross } = lineOf(sale)
      const giveBack = { id: newId(), lineId, fromAccountId: shop.accounts.Kasa, amount: gross + 1, kdv: 0 }
      return as('owner', sale, command('cash.refund@1', giveBack))()
    },
    'day-closed': () => as('owner', closeDay(shop))(),
    undone: as(
      'owner',
      command('customers.import@1', { importId, created: [], merged: [] }),
      command('customers.undo-import@1', { importId }),
      command('customers.import@1', { importId, created: [], merged: [] }),
    ),
    forbidden: as('accountant', addCustomer()),
    'future-dated': as('owner', { ...addCustomer(), eventAt: fromNow(61) }),
    'past-dated': as('owner', { ...addCustomer(), eventAt: '1970-01-01T00:00:00.000Z' }),
    malformed: as('owner', addCustomer({ name: '' })),
    'unknown-command': as('owner', command('customers.burn@1', {})),
    failed: async () => {
      const [result] = await withFault('P0001', tx => handIn(tx, [faulty()]))
      return result!.status === 'rejected' && result!.reason
    },
  }

  test.each(rejections)('can be reached: %s', async reason => {
    expect(await ways[reason]()).toBe(reason)
  })
})

test('a batch is refused whole to who is no member', async () => {
  const strangers: Id[] = [ayse.owner, shop.removed]
  for (const stranger of strangers) {
    const answer = asUser(
      stranger,
      tx => tx`select public.apply_commands(${shop.id}, ${newId()}, ${tx.json([addSealed()] as never)}) as it`,
    )
    expect((await answer)[0]!.it).toEqual({ refused: 'not-a-member' })
  }
})
