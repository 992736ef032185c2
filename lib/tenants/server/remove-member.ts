import 'server-only'
import { DbError } from '@/lib/db/server/rpc'
import { dataOf } from '@/lib/db/server/rpc-over'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { User } from './require-user'

/**
 * Ends a membership, by an owner. The next request of the removed member is refused, and his phone wipes its copy.
 * Throws DbError.
 */
export async function removeMember(remover: User, membershipId: Id): Promise<Result<null, 'last-owner'>> {
  try {
    dataOf(
      await remover.client
        .from('memberships')
        .update({ removed_at: new Date().toISOString(), removed_by: remover.id })
        .eq('id', membershipId)
        .is('removed_at', null),
    )
    return ok(null)
  } catch (error) {
    // By its message, since the embedded stack has its own code for Postgres' SF001 and puts a word before it.
    if (error instanceof DbError && error.message.endsWith('last-owner')) return fail('last-owner')
    throw error
  }
}
