import { describe, expect, it } from 'vitest'
import { sendPlan } from '@/components/import/send-plan'
import { everyCustomer } from '@/lib/customers/browser/every-customer'
import { lastImport } from '@/lib/customers/browser/last-import'
import { IMPORT_CHUNK } from '@/lib/customers/import-customers'
import { undoImport } from '@/lib/customers/undo-import'
import { guessColumns } from '@/lib/import/guess-columns'
import { planImport } from '@/lib/import/plan-import'
import { toTable } from '@/lib/import/table'
import { newId } from '@/lib/kernel/id'
import type { ShopDatabase } from '@/lib/sync/browser/database'
import { send } from '@/lib/sync/browser/send'
import type { CommandDefinition } from '@/lib/sync/command'
import { customer } from './people'
import { book, phoneCopy } from './phone-copy'

const ali = customer('Ali Kaya', '+905321234567')
const LONG_AGO = '2000-01-01T00:00:00.000Z'

const header = ['Ad Soyad', 'Telefon', 'Telefon 2', 'E-posta']
const crowdRows = Array.from({ length: 450 }, (_, i) => [`Müşteri ${i}`, `0533 ${String(1_000_000 + i)}`, '', ''])

async function importRows(database: ShopDatabase, rows: string[][]) {
  const table = toTable([header, ...rows])
  if (!table.ok) throw new Error(table.error)
  const existing = (await everyCustomer(database)).map(known => ({
    ...known,
    name: known.name!,
    phones: known.phones!,
  }))
  const plan = planImport(table.value.rows, guessColumns(table.value), existing)
  const importId = newId()
  const progress: number[] = []
  const sendTo = <Args>(command: CommandDefinition<Args>, args: Args) => send(database, command, args)
  await sendPlan(sendTo, importId, plan, existing, done => progress.push(done))
  return { importId, progress }
}

describe('an import on the phone', () => {
  it('goes in chunks, each counted, all under one import', async () => {
    const database = await phoneCopy(ali)
    const { importId, progress } = await importRows(database, crowdRows)
    expect(progress).toEqual([IMPORT_CHUNK, 2 * IMPORT_CHUNK, 450])
    expect(await everyCustomer(database)).toHaveLength(451)
    expect(await lastImport(database, LONG_AGO)).toMatchObject({ id: importId, customers: 450 })
  })

  it('whoever was there gains what was missing and loses nothing', async () => {
    const database = await phoneCopy(ali)
    await importRows(database, [['Ali Usta', '0532 123 45 67', '0212 555 11 22', 'ali@ornek.com']])
    expect(await everyCustomer(database)).toEqual([
      { ...ali, phones: ['+905321234567', '+902125551122'], email: 'ali@ornek.com' },
    ])
  })

  it('a second import of the same list changes nothing', async () => {
    const database = await phoneCopy(ali)
    await importRows(database, crowdRows)
    const before = await everyCustomer(database)
    expect((await importRows(database, crowdRows)).progress).toEqual([])
    expect(await everyCustomer(database)).toEqual(before)
  })

  it('taken back, those it brought are gone, except who has an appointment by now', async () => {
    const database = await phoneCopy(ali)
    const { importId } = await importRows(database, crowdRows)
    const booked = (await everyCustomer(database)).find(({ name }) => name === 'Müşteri 7')!
    await book(database, booked, { startsAt: '2026-11-23T09:00:00.000Z', status: 'confirmed' })
    await send(database, undoImport, { importId })
    expect((await everyCustomer(database)).map(({ name }) => name).sort()).toEqual(['Ali Kaya', 'Müşteri 7'])
    expect(await lastImport(database, LONG_AGO)).toBeNull()
  })

  it('after the second was taken back the first can be, and an old one no more', async () => {
    const database = await phoneCopy()
    const first = await importRows(database, crowdRows.slice(0, 3))
    const second = await importRows(database, crowdRows.slice(3, 5))
    expect((await lastImport(database, LONG_AGO))?.id).toBe(second.importId)
    await send(database, undoImport, second)
    expect(await lastImport(database, LONG_AGO)).toMatchObject({ id: first.importId, customers: 3 })
    expect(await lastImport(database, '2999-01-01T00:00:00.000Z')).toBeNull()
  })
})
