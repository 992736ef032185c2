import postgres from 'postgres'
import { newId } from '@/lib/kernel/id'

/** Money that came into the till of this owner's shop in cash, some days ago, past the screens: how it is taken is other journeys' matter. */
export async function earned(owner: { email: string }, amounts: readonly number[], day: string): Promise<void> {
  const sql = postgres(process.env.JOURNEYS_DATABASE_URL!, { max: 1 })
  try {
    const [shop] = await sql`
      select m.tenant_id, m.user_id from memberships m join auth.users u on u.id = m.user_id where u.email = ${owner.email}`
    for (const amount of amounts)
      await sql`
        insert into transfers (tenant_id, id, from_account_id, to_account_id, amount, event_at, created_by)
        select ${shop!.tenant_id}, ${newId()}, f.id, t.id, ${amount}, ${`${day}T09:00:00Z`}, ${shop!.user_id}
        from accounts f join accounts t using (tenant_id) where f.tenant_id = ${shop!.tenant_id} and f.name = 'Hizmet' and t.kind = 'cash'`
  } finally {
    await sql.end()
  }
}
