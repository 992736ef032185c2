import { expect, test } from 'vitest'
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
  await sql`create function public.echo_local(batch jsonb, ids text[], n int) returns jsonb language sql as
    'select jsonb_build_object(''batch'', batch, ''ids'', ids, ''n'', n, ''who'', auth.uid())'`
  await sql`grant execute on function public.echo_local to authenticated`
  const ayse = await addUser('ayse@local.example')
  const given = { batch: [{ a: 1 }], ids: ['x', 'y'], n: 3 }
  expect(await rpcAs(ayse)('echo_local', given)).toEqual({ ...given, who: ayse })
  await expect(rpcAs(null)('echo_local', given)).rejects.toThrow(/permission denied/)
})
