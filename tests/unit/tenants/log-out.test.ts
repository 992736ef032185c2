import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { addCustomer } from '@/lib/customers/add-customer'
import { newId } from '@/lib/kernel/id'
import { databaseName, openShopDatabase } from '@/lib/sync/browser/database'
import { send } from '@/lib/sync/browser/send'
import { unsentAsFile, unsentOf } from '@/lib/tenants/browser/log-out'

// One phone, on which Mehmet has two shops and Ayşe has been logged in as well.
const [mehmet, ayse, berber, kuafor] = [newId(), newId(), newId(), newId()]

beforeEach(() => {
  Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange })
})

async function addOffline(tenantId: string, userId: string, name: string) {
  const database = openShopDatabase(tenantId, userId)
  await send(database, addCustomer, { id: newId(), name, phones: [], email: null, note: null })
  database.close()
}

test('what would be lost by logging out is counted in every shop of this person, and in nobody else’s', async () => {
  await addOffline(berber, mehmet, 'Ahmet')
  await addOffline(kuafor, mehmet, 'Zeynep')
  await addOffline(kuafor, mehmet, 'Elif')
  await addOffline(kuafor, ayse, 'Fatma')
  const unsent = await unsentOf(mehmet)
  expect(unsent).toHaveLength(2)
  expect(unsent).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ tenantId: berber, commands: 1 }),
      expect.objectContaining({ tenantId: kuafor, commands: 2 }),
    ]),
  )
})

test('[SY15] the file that is kept before logging out holds what every shop of this person has not sent', async () => {
  await addOffline(berber, mehmet, 'Ahmet')
  await addOffline(kuafor, mehmet, 'Zeynep')
  await addOffline(kuafor, ayse, 'Fatma')
  const { commands } = JSON.parse(await (await unsentAsFile(mehmet)).text())
  const kept = commands.map((one: { tenantId: string; args: { name: string } }) => [one.tenantId, one.args.name])
  expect(kept.sort()).toEqual(
    [
      [berber, 'Ahmet'],
      [kuafor, 'Zeynep'],
    ].sort(),
  )
})

test('[SY15] a shop that is wiped just as it is looked at does not come back by that, and hides no other', async () => {
  await addOffline(berber, mehmet, 'Ahmet')
  await addOffline(kuafor, mehmet, 'Zeynep')
  const names = [berber, kuafor].map(tenantId => databaseName({ tenantId, userId: mehmet }))
  // What it has read of which shops are here is older than the wiping.
  const read = vi.spyOn(Dexie, 'getDatabaseNames').mockResolvedValue(names)
  await openShopDatabase(berber, mehmet).delete()
  expect(await unsentOf(mehmet)).toMatchObject([{ tenantId: kuafor, commands: 1 }])
  read.mockRestore()
  expect(await Dexie.exists(names[0]!)).toBe(false)
})

test('[SY15] nothing is taken for sent because the copy was closed while it was read', async () => {
  await addOffline(berber, mehmet, 'Ahmet')
  const closed = () => Dexie.Promise.reject(new Dexie.DatabaseClosedError())
  const open = vi.spyOn(Dexie.prototype, 'open').mockImplementationOnce(closed)
  expect(await unsentOf(mehmet)).toMatchObject([{ tenantId: berber, commands: 1 }])
  open.mockRestore()
})
