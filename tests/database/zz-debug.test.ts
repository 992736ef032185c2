import { test } from 'vitest'
import { openTwoShops, saveStaff } from '@/tests/fixtures/two-shops'
import { newId } from '@/lib/kernel/id'
import { command } from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { connectionsOf } from './rows'
const sql = connect()
test('x', async () => {
  const { mehmet: shop } = await openTwoShops()
  const phone = connectionsOf(shop.owner, 1)
  const holder = await sql.reserve()
  console.log('reserved holder')
  const line = await phone.reserve()
  console.log('reserved')
  await holder`begin`
  await holder`select from public.staff where id = ${shop.chair} for update`
  const [row] = await line`select pg_backend_pid() as pid, current_user as u`
  console.log(row)
  const answer = line`select public.apply_commands(${shop.id}, ${newId()}, ${line.json([command('staff.archive@1', { id: shop.chair, archived: false })] as never)}) as answer`
  answer.then(x => console.log('answer', JSON.stringify(x)), e => console.log('failed', e.code, e.message))
  for (let i = 0; i < 20; i++) console.log(JSON.stringify(await sql`select pid, state, wait_event, pg_blocking_pids(pid) as b from pg_stat_activity where pid = ${row!.pid}`))
  await holder`rollback`
  holder.release()
  console.log('rolled back')
  await answer
  await phone.end({ timeout: 0 })
}, 15000)
