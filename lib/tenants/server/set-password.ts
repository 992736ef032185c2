import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { userClient } from '@/lib/db/server/user-client'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { authWord } from './auth-word'
import { rememberDevice } from './known-device'
import type { User } from './require-user'
import { takeAttempt } from './take-attempt'

/**
 * Sets a new password with the token of an e-mailed link, which works once, and logs in. Throws DbError.
 * `weak-password` too has used the link up: the auth server knows weak ones that our form does not.
 */
export async function setForgottenPassword(
  tokenHash: string,
  password: string,
): Promise<Result<null, 'link-used' | 'weak-password'>> {
  const client = await userClient()
  const { data, error } = await client.auth.verifyOtp({ type: 'recovery', token_hash: tokenHash })
  if (error) {
    return fail(authWord(error, { otp_expired: 'link-used', validation_failed: 'link-used', bad_jwt: 'link-used' }))
  }
  if (data.user?.email) await rememberDevice(data.user.email)
  return setPassword(client, password)
}

/** Sets a new password for somebody who knows the old one. Throws DbError. */
export async function changePassword(
  user: User,
  oldPassword: string,
  password: string,
): Promise<Result<null, 'too-many' | 'wrong-log-in' | 'weak-password'>> {
  if (!(await takeAttempt('password of user', user.id))) return fail('too-many')
  const { error } = await user.client.auth.signInWithPassword({ email: user.email, password: oldPassword })
  if (error) {
    return fail(authWord(error, { invalid_credentials: 'wrong-log-in', over_request_rate_limit: 'too-many' }))
  }
  return setPassword(user.client, password)
}

async function setPassword(client: SupabaseClient, password: string): Promise<Result<null, 'weak-password'>> {
  const { error } = await client.auth.updateUser({ password })
  const refusal = error && authWord(error, { weak_password: 'weak-password', same_password: 'same-password' })
  if (refusal === 'weak-password') return fail(refusal)
  // A password is changed when somebody else may know it: whoever is still logged in elsewhere is not any more.
  await client.auth.signOut({ scope: 'others' })
  return ok(null)
}
