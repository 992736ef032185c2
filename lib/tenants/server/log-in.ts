import 'server-only'
import { userClient } from '@/lib/db/server/user-client'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { authWord } from './auth-word'
import { knownDevice, rememberDevice } from './known-device'
import { takeAttempt } from './take-attempt'

/**
 * Puts a session into the cookies. Every try counts, right or wrong: on a device that this person has used before for the device alone, on
 * any other for the e-mail and the address. Throws DbError.
 */
export async function logIn(
  { email, password }: { email: string; password: string },
  address: string,
): Promise<Result<null, 'too-many' | 'wrong-log-in' | 'unconfirmed-email'>> {
  const device = await knownDevice(email)
  const allowed = device
    ? await takeAttempt('log-in on known device', device)
    : (await takeAttempt('log-in from address', address)) && (await takeAttempt('log-in of e-mail', email))
  if (!allowed) return fail('too-many')

  const client = await userClient()
  const { error } = await client.auth.signInWithPassword({ email, password })
  if (!error) {
    await rememberDevice(email)
    return ok(null)
  }
  return fail(
    authWord(error, {
      invalid_credentials: 'wrong-log-in',
      email_not_confirmed: 'unconfirmed-email',
      over_request_rate_limit: 'too-many',
    }),
  )
}
