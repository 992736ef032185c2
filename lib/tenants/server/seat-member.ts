import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { seatsOf } from './seats-of'

interface Seating {
  tenantId: Id
  memberId: Id
  /** Null: he sits nowhere. */
  staffId: Id | null
}

/**
 * Says in which chair a member sits: his phone opens at its column. The one he sat in before becomes free. `seat-taken` also when
 * the chair serves no more. Only an owner's client can. Throws DbError.
 */
export async function seatMember(
  client: SupabaseClient,
  { tenantId, memberId, staffId }: Seating,
): Promise<Result<null, 'seat-taken'>> {
  const chairs = () => client.from('staff')
  const seat = (await seatsOf(client, tenantId)).find(one => one.id === staffId)
  if (staffId && (!seat || (await isTaken(client, seat.memberId, memberId)))) return fail('seat-taken')

  dataOf(await chairs().update({ member_id: null }).eq('tenant_id', tenantId).eq('member_id', memberId))
  if (!seat) return ok(null)
  const sit = chairs().update({ member_id: memberId }).eq('id', seat.id)
  // Whoever was found there, and nobody who sat down since. He himself has just got up.
  const empty = seat.memberId === null || seat.memberId === memberId
  const seated = dataOf(await (empty ? sit.is('member_id', null) : sit.eq('member_id', seat.memberId)).select('id'))
  return seated.length > 0 ? ok(null) : fail('seat-taken')
}

/** Whether somebody else sits there. A chair whose member was removed is free. */
async function isTaken(client: SupabaseClient, sitting: Id | null, memberId: Id): Promise<boolean> {
  if (sitting === null || sitting === memberId) return false
  const present = await client.from('memberships').select('id').eq('id', sitting).is('removed_at', null)
  return dataOf(present).length > 0
}
