import 'server-only'
import { userClient } from '@/lib/db/server/user-client'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { authWord } from './auth-word'
import { takeAttempt } from './take-attempt'

/** Sends a link for a new password, if there is such an account: the answer is the same when there is none. Throws DbError. */
export async function sendPasswordReset(email: string, address: string): Promise<Result<null, 'too-many'>> {
  const allowed = (await takeAttempt('reset from address', address)) && (await takeAttempt('reset of e-mail', email))
  if (!allowed) return fail('too-many')

  const client = await userClient()
  const { error } = await client.auth.resetPasswordForEmail(email)
  // "Wait before the next letter" is said only about an account that is there.
  if (error?.code === 'over_email_send_rate_limit') return ok(null)
  return error ? fail(authWord(error, { over_request_rate_limit: 'too-many' })) : ok(null)
}
