import { EventEmitter, once } from 'node:events'
import type postgres from 'postgres'
import { expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import type { Cursor } from '@/lib/sync/protocol'
import { command, openTwoShops, type Shop, saveStaff, takeMoney } from '@/tests/fixtures/two-shops'
import { connectionsOf } from './connections'
import { type Mirror, pull, pullAll, take, truth } from './mirror'

class GaveUp extends Error {}

test('[SY1] no change is missed while 50 connections write, slowly and in vain, and a phone pulls in small pages', async () => {
  const { mehmet } = await openTwoShops()
  const writers = connectionsOf(mehmet.owner, 50)
  const phone = new EventEmitter().setMaxListeners(0)
  const mirror: Mirror = new Map()
  let cursor: Cursor | null = null
  let writing = true
  let newsWhileWriting = 0

  const keepPulling = async () => {
    while (writing) {
      const page: Awaited<ReturnType<typeof pull>> = await pull(mehmet, mehmet.owner, cursor, 7)
      take(page, mirror)
      cursor = page.cursor
      newsWhileWriting += page.changes.length
      phone.emit('pulled')
    }
  }
  const keepWriting = async (writer: number) => {
    for (let round = 0; round < 3; round++) {
      await writers
        .begin(async tx => {
          await write(tx, mehmet, writer + round)
          // Slow: its rows are written and numbered, and the phone pulls twice before they are there for others.
          if (writer % 5 === 0) for (const _ of [1, 2]) await once(phone, 'pulled')
          await write(tx, mehmet, round)
          if ((writer + round) % 7 === 0) throw new GaveUp()
        })
        .catch(error => {
          if (!(error instanceof GaveUp)) throw error
        })
    }
  }
  const pulling = keepPulling()
  try {
    await Promise.all(Array.from({ length: 50 }, (_, writer) => keepWriting(writer)))
  } finally {
    writing = false
    await pulling
    await writers.end()
  }

  await pullAll(mehmet, mehmet.owner, cursor, mirror)
  expect(mirror).toEqual(await truth(mehmet))
  // It was a race: much of it was told while there was more to come.
  expect(newsWhileWriting).toBeGreaterThan(200)
})

/** Three kinds of writing: new rows in several tables, rows that everybody changes, and rows put in past the batches. */
async function write(tx: postgres.TransactionSql, shop: Shop, kind: number): Promise<void> {
  const sealed = `s1.${newId()}.${'A'.repeat(38)}`
  const addUnread = command('customers.add@1', { id: newId(), name: sealed, phones: null, email: null, note: null })
  const edit = command('customers.edit@1', { id: shop.customers[0], note: sealed })
  const batches = [
    [addUnread, takeMoney(shop), saveStaff()],
    [edit, saveStaff({ id: shop.chair, position: kind })],
  ]
  const batch = batches[kind % 3]
  if (batch) {
    const [row] = await tx`select public.apply_commands(${shop.id}, ${newId()}, ${tx.json(batch as never)}) as answer`
    expect(row!.answer.results).toEqual(batch.map(({ id }) => expect.objectContaining({ id, status: 'applied' })))
  } else {
    const id = newId()
    await tx`insert into public.services (tenant_id, id, name, minutes, price) values (${shop.id}, ${id}, 'Fön', 30, 1)`
    await tx`update public.services set price = 2 where tenant_id = ${shop.id} and id = ${id}`
  }
}
