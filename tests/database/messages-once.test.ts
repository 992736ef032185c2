import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownAccount } from '@/lib/cash/own-account'
import type { Rpc } from '@/lib/db/server/rpc'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import {
  apply,
  bookVisit,
  command,
  madeBy,
  openDebt,
  openTwoShops,
  partOf,
  type Shop,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { type Fault, openPostOffice, type PostOffice, wall } from './post-office'

// Exactly once, whatever breaks (lib/messages/SPEC.md ME4, ME6). Each test first sees that what is to arrive once arrives at all.

const sql = connect()
let shop: Shop
let office: PostOffice

beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
  office = await openPostOffice(shop)
})
afterAll(() => office.close())
beforeEach(async () => {
  await office.plan('whatsapp-sms', { remind_day_before: false, monthly_cap: 100_000 })
  await sql`delete from private.message_queue where tenant_id = ${shop.id}`
  await sql`update private.message_sendings set check_at = null where tenant_id = ${shop.id}`
  await sql`delete from public.contact_blocks where tenant_id = ${shop.id}`
  for (const provider of [office.whatsapp, office.sms]) {
    provider.took.length = 0
    provider.faults.length = 0
    provider.forgetful = false
    provider.before = undefined
  }
  office.setClock(at(0))
})

/** Minutes after noon of the day after tomorrow: everything written now is due, and the night is far. */
const at = (minutes: number): Instant => wall(2, 12 * 60 + minutes)
let slot = 0
/** So many visits a week and more from now, each with its confirmation due. */
async function planned(count = 1): Promise<Id[]> {
  const parts = Array.from({ length: count }, () => partOf(shop, { startsAt: addMinutes(wall(9, 540), 30 * slot++) }))
  await apply(
    shop,
    shop.owner,
    parts.map(part => bookVisit([part], { customerId: shop.customers[0] })),
  )
  return parts.map(({ id }) => id)
}
/** As if a message that has gone had never: somebody put it back to the start. */
async function putBack(message: Id): Promise<void> {
  await sql`insert into private.message_queue (message_id, tenant_id, next_at) values (${message}, ${shop.id}, ${at(0)})`
  await sql`alter table public.messages disable trigger keep_message`
  await sql`update public.messages set state = 'planned' where id = ${message}`
  await sql`alter table public.messages enable trigger keep_message`
}
const first = async (id: Id) => (await office.messages(id))[0]!
const took = () => office.whatsapp.took.map(({ messageId }) => messageId)

class Killed extends Error {}
/** A worker that dies right before or after it calls this function. */
const killed =
  (name: string, when: 'before' | 'after'): Rpc =>
  async (called, args) => {
    if (called === name && when === 'before') throw new Killed()
    const answer = await office.rpc<never>(called, args)
    if (called === name) throw new Killed()
    return answer
  }
const dies = (rpc: Rpc) => expect(office.run(rpc)).rejects.toThrow(Killed)

describe('[ME4] a message is sent once', () => {
  test('by four workers at one queue', async () => {
    const ids = await planned(60)
    office.whatsapp.before = () => new Promise(resolve => setImmediate(resolve))
    const tallies = await Promise.all([1, 2, 3, 4].map(() => office.run()))
    const messages = await Promise.all(ids.map(first))
    expect(took().toSorted()).toEqual(messages.map(({ id }) => id).toSorted())
    expect(tallies.reduce((sum, { sent = 0 }) => sum + sent, 0)).toBe(60)
    expect(tallies.filter(({ sent = 0 }) => sent > 0).length).toBeGreaterThan(1)
  })

  test('when the worker dies between taking it and sending it', async () => {
    const [id] = await planned()
    await dies(killed('claim_messages', 'after'))
    expect(took()).toEqual([])
    // Nobody touches it while his lease lasts.
    office.setClock(at(1))
    await office.run()
    expect(took()).toEqual([])
    for (const minutes of [3, 6, 7]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent' })
  })

  test('when the worker dies between sending it and writing that down', async () => {
    const [id] = await planned()
    await dies(killed('settle_messages', 'before'))
    expect(took()).toHaveLength(1)
    for (const minutes of [3, 6, 60]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent' })
  })

  test('when the answer to what was written down is lost', async () => {
    const [id] = await planned()
    await dies(killed('settle_messages', 'after'))
    for (const minutes of [3, 60]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent' })
  })

  test('when the provider took it and never answered', async () => {
    const [id] = await planned()
    office.whatsapp.faults.push('timeout-after-accept')
    await office.run()
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'unknown' })
    office.setClock(at(1))
    await office.run()
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent' })
  })

  test('when the provider did not take it and never answered, or answered with an error of its own', async () => {
    const [id] = await planned()
    office.whatsapp.faults.push('timeout-before')
    await office.run()
    expect(took()).toEqual([])
    for (const minutes of [1, 4, 5]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent' })
  })

  test('when the provider has too much to do', async () => {
    const [id] = await planned()
    office.whatsapp.faults.push({ outcome: 'retry', after: 45 }, { outcome: 'retry' })
    await office.run()
    await office.run()
    expect(office.whatsapp.faults).toHaveLength(1)
    office.setClock(at(1))
    await office.run()
    office.setClock(at(4))
    await office.run()
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent', channel: 'whatsapp' })
  })

  test('when the provider stays out of reach: by the next channel, once', async () => {
    const [id] = await planned()
    office.whatsapp.faults.push(...Array.from({ length: 9 }, (): Fault => ({ outcome: 'retry' })))
    for (const minutes of [0, 1, 4, 20, 60, 61]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(took()).toEqual([])
    expect(office.sms.took).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent', channel: 'sms', reason: 'provider' })
  })

  test('and not again where nobody can say whether it went', async () => {
    const [id] = await planned()
    office.whatsapp.forgetful = true
    office.whatsapp.faults.push('timeout-after-accept')
    for (const minutes of [0, 1, 10, 100]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'failed', reason: 'lost' })
  })

  test('and where the owner is next, he decides: it may never have been handed over', async () => {
    await office.plan('sms')
    const [id] = await planned()
    await dies(killed('claim_messages', 'after'))
    office.sms.forgetful = true
    for (const minutes of [3, 10, 100]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(office.sms.took).toEqual([])
    expect(await first(id!)).toMatchObject({ state: 'planned', channel: 'own', reason: 'lost' })
  })

  test('and a statement that was paid in part meanwhile is found by the words in which it went', async () => {
    const [customer] = shop.customers
    const owes = ownAccount('veresiye', customer).id
    await apply(shop, shop.owner, [openDebt(shop)])
    const statement = command('messages.statement@1', { id: newId(), customerId: customer })
    await apply(shop, shop.owner, [statement])
    office.whatsapp.faults.push('timeout-after-accept')
    await office.run()
    await apply(shop, shop.owner, [takeMoney(shop, { fromAccountId: owes, amount: 5_000 })])
    for (const minutes of [1, 4, 10]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(office.whatsapp.took.map(({ slots }) => slots.amount)).toEqual(['₺250,00'])
    const [row] = await sql`select state, channel from public.messages where id = ${madeBy(statement)}`
    expect(row).toMatchObject({ state: 'sent', channel: 'whatsapp' })
  })

  test('and what has gone by a channel before is over when it is told a second time', async () => {
    const [id] = await planned()
    await office.run()
    const { id: message } = await first(id!)
    await putBack(message)
    await office.run()
    expect(await first(id!)).toMatchObject({ state: 'sent' })
    expect(await office.queue(message)).toEqual([])
  })

  test('and is not sent anew while the provider cannot be asked', async () => {
    const [id] = await planned()
    office.whatsapp.faults.push('timeout-after-accept')
    await office.run()
    const { find } = office.whatsapp
    office.whatsapp.find = async () => 'not-now'
    for (const minutes of [1, 5, 10, 30, 60]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(took()).toHaveLength(1)
    office.whatsapp.find = find
    office.setClock(at(90))
    await office.run()
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent' })
  })

  test('though the clock jumps a day ahead and back again while it is under way', async () => {
    const [id] = await planned()
    office.whatsapp.before = async () => {
      office.whatsapp.before = undefined
      office.setClock(at(24 * 60))
      await office.run()
      office.setClock(at(-60))
      await office.run()
    }
    await office.run()
    for (const minutes of [0, 5, 24 * 60 + 5]) {
      office.setClock(at(minutes))
      await office.run()
    }
    expect(took()).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent' })
  })

  test('and what was found at the provider of another message of the same words is not taken for it', async () => {
    const [id] = await planned()
    await office.run()
    const { id: message } = await first(id!)
    // The same words to the same person, planned anew and never answered.
    await putBack(message)
    await dies(killed('claim_messages', 'after'))
    office.setClock(at(3))
    await office.run()
    const [queued] = await office.queue(message)
    expect(queued).toMatchObject({ asks: 1 })
  })
})

describe('[ME6] what a provider says of it', () => {
  const status = async (id: Id) => (await first(id)).state

  test('counts once, in whatever order it comes', async () => {
    const [id] = await planned()
    await office.run()
    const sid = office.whatsapp.took[0]!.id
    for (const state of ['read', 'sent', 'delivered', 'read', 'failed', 'delivered'] as const)
      await office.hear(sid, { state, ...(state === 'failed' && { reason: 'not-delivered' }) })
    expect(await status(id!)).toBe('read')
    expect(office.sms.took).toEqual([])
  })

  test('is kept when it comes before we have written down that it took it', async () => {
    const [id] = await planned()
    const settle = office.rpc
    let told = 0
    await office.run(async (name, args) => {
      if (name === 'settle_messages') {
        expect(await office.hear(office.whatsapp.took[0]!.id, { state: 'delivered' })).toBe(false)
        told += 1
      }
      return settle(name, args)
    })
    expect(told).toBe(1)
    expect(await status(id!)).toBe('delivered')
  })

  test('is asked for when it is lost, and what it cost with it', async () => {
    const [id] = await planned()
    await office.run()
    const sid = office.whatsapp.took[0]!.id
    office.whatsapp.statuses.set(sid, { state: 'delivered', cost: 6_100, currency: 'USD' })
    office.setClock(at(29))
    expect(await office.check()).toBe(0)
    office.setClock(at(31))
    expect(await office.check()).toBe(1)
    expect(await first(id!)).toMatchObject({ state: 'delivered', cost: '6100', currency: 'USD' })
    office.setClock(at(600))
    expect(await office.check()).toBe(0)
  })

  test('that it failed sends the text message once, however often it is said', async () => {
    const [id] = await planned()
    await office.run()
    const sid = office.whatsapp.took[0]!.id
    const failed = { state: 'failed', reason: 'no-whatsapp', block: 'no-whatsapp' } as const
    await Promise.all([1, 2, 3].map(() => office.hear(sid, failed)))
    await Promise.all([office.run(), office.run()])
    await office.hear(sid, failed)
    await office.run()
    expect(office.sms.took).toHaveLength(1)
    expect(await first(id!)).toMatchObject({ state: 'sent', channel: 'sms', reason: 'no-whatsapp' })
    // Late it came after all; the text message had gone.
    await office.hear(sid, { state: 'delivered' })
    expect(await first(id!)).toMatchObject({ state: 'sent', channel: 'sms' })
  })

  test('never, for half an hour: the text message goes in its stead, where the shop has one', async () => {
    const [id] = await planned()
    await office.run()
    office.whatsapp.statuses.set(office.whatsapp.took[0]!.id, { state: 'sent' })
    office.setClock(at(31))
    await office.check()
    await office.run()
    expect(await first(id!)).toMatchObject({ state: 'sent', channel: 'sms', reason: 'not-delivered' })

    await office.plan('whatsapp')
    office.setClock(at(0))
    const [other] = await planned()
    await office.run()
    office.whatsapp.statuses.set(office.whatsapp.took.at(-1)!.id, { state: 'sent' })
    office.setClock(at(31))
    await office.check()
    expect(await first(other!)).toMatchObject({ state: 'sent', channel: 'whatsapp' })
  })

  test('when it came late but before the text message went: then that need not go', async () => {
    const [id] = await planned()
    office.setClock(wall(2, 20 * 60 + 45))
    await office.run()
    const sid = office.whatsapp.took[0]!.id
    office.whatsapp.statuses.set(sid, { state: 'sent' })
    office.setClock(wall(2, 21 * 60 + 16))
    await office.check()
    await office.run()
    expect(await first(id!)).toMatchObject({ state: 'planned', channel: 'sms', reason: 'not-delivered' })
    office.setClock(wall(2, 21 * 60 + 30))
    await office.hear(sid, { state: 'delivered' })
    office.setClock(wall(3, 9 * 60))
    await office.run()
    expect(office.sms.took).toEqual([])
    const message = await first(id!)
    expect(message).toMatchObject({ state: 'delivered', channel: 'whatsapp', reason: null })
    expect(await office.queue(message.id)).toEqual([])
    await office.hear(sid, { state: 'read' })
    expect(await status(id!)).toBe('read')
  })

  test('counts too when the plan that it went by is no more', async () => {
    const [id] = await planned()
    await office.run()
    const sid = office.whatsapp.took[0]!.id
    await office.hear(sid, { state: 'failed', reason: 'withheld' })
    await office.plan('own')
    await office.hear(sid, { state: 'delivered' })
    expect(await first(id!)).toMatchObject({ state: 'delivered', channel: 'whatsapp' })
  })

  test('in the very moment in which it is written down that it took it is not forgotten', async () => {
    const [id] = await planned()
    await office.run()
    // Neither of the two saw what the other was about to write.
    const told = {
      provider: 'whatsapp',
      provider_id: office.whatsapp.took[0]!.id,
      status: sql.json({ state: 'delivered' }),
    }
    await sql`insert into private.message_statuses ${sql(told)}`
    await office.check()
    expect(await status(id!)).toBe('delivered')
    expect(await sql`select from private.message_statuses where provider_id = ${told.provider_id}`).toHaveLength(0)
  })

  test('cannot take a message back: the database refuses it, whatever the programs do', async () => {
    const [id] = await planned()
    await office.run()
    const { id: message } = await first(id!)
    await expect(sql`update public.messages set state = 'planned' where id = ${message}`).rejects.toThrow(
      'would go back',
    )
  })
})

test('[ME4] random journeys: everything arrives, and nothing twice', async () => {
  const fault = fc.constantFrom<Fault | 'none'>(
    'none',
    'none',
    'timeout-after-accept',
    'timeout-before',
    { outcome: 'retry' },
    { outcome: 'next-channel', reason: 'no-whatsapp' },
  )
  const death = fc.constantFrom<[string, 'before' | 'after'] | null>(
    null,
    null,
    ['claim_messages', 'after'],
    ['settle_messages', 'before'],
    ['settle_messages', 'after'],
  )
  let doubtful = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 12 }), fc.array(death, { maxLength: 4 }), async (faults, deaths) => {
      for (const provider of [office.whatsapp, office.sms]) provider.took.length = 0
      office.whatsapp.faults = faults.filter(one => one !== 'none')
      doubtful += office.whatsapp.faults.length + deaths.filter(Boolean).length
      const ids = await planned(3)
      let minutes = 0
      for (const each of [...deaths, ...Array.from({ length: 12 }, () => null)]) {
        office.setClock(at(minutes))
        const worker = each ? killed(...each) : office.rpc
        await Promise.all([
          office.run(worker).catch(error => {
            if (!(error instanceof Killed)) throw error
          }),
          office.run(),
        ])
        minutes += 8
        // Nothing is left that could go, or go again.
        if (!each && (await sql`select from private.message_queue where tenant_id = ${shop.id}`).length === 0) break
      }
      const all = [...office.whatsapp.took, ...office.sms.took]
      for (const id of ids) {
        const message = await first(id)
        const copies = all.filter(one => one.messageId === message.id)
        expect([message.state, copies.length]).toEqual(['sent', 1])
      }
    }),
    {
      numRuns: Math.ceil(Number(process.env.JOURNEYS ?? 300) / 20),
      seed: Number(process.env.SEED ?? Date.now() % 1_000_000),
    },
  )
  // The journeys did something.
  expect(doubtful).toBeGreaterThan(10)
})
