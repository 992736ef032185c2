import { expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { addUser, asUser, connect, rpcAs } from '../../support/database'

const sql = connect()

test('a person is who the claims say, in the role the REST door gives', async () => {
  const mehmet = await addUser('mehmet@local.example')
  const ask = (userId: string | null) => asUser(userId, tx => tx`select auth.uid() as id, current_user as role`)
  expect(await ask(mehmet)).toEqual([{ id: mehmet, role: 'authenticated' }])
  expect(await ask(null)).toEqual([{ id: null, role: 'anon' }])
  expect(await sql`select auth.uid() as id, current_user as role`).toEqual([{ id: null, role: 'postgres' }])
})

test('functions are called by name with JSON, lists and plain values', async () => {
  const ayse = await addUser('ayse@local.example')
  const device = newId()
  const refused = await rpcAs(ayse)('apply_commands', {
    p_tenant: newId(),
    p_device: device,
    p_commands: [{ id: newId() }],
  })
  expect(refused).toEqual({ refused: 'not-a-member' })
  await expect(rpcAs(null)('apply_commands', { p_tenant: newId(), p_device: device, p_commands: [] })).rejects.toThrow(
    /permission denied/,
  )
})
