import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { rpcOver } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'

interface Seating {
  tenantId: Id
  memberId: Id
  /** Null: he sits nowhere. */
  staffId: Id | null
}

/**
 * Says in which chair a member sits: his phone opens at its column. The one he sat in before becomes free, at once or not at all. `seat-taken`
 * also when the chair serves no more. Only an owner's client can. Throws DbError.
 */
export async function seatMember(
  client: SupabaseClient,
  { tenantId, memberId, staffId }: Seating,
): Promise<Result<null, 'seat-taken'>> {
  const answer = await rpcOver(client)<{ refused?: 'seat-taken' }>('seat_member', {
    p_tenant: tenantId,
    p_member: memberId,
    p_chair: staffId,
  })
  return answer.refused ? fail(answer.refused) : ok(null)
}
