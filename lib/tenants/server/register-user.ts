import 'server-only'
import { serviceClient } from '@/lib/db/server/service-client'
import { userClient } from '@/lib/db/server/user-client'
import { env } from '@/lib/env/server'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { authWord } from './auth-word'
import { rememberDevice } from './known-device'
import { recordRegistration } from './record-consents'
import { takeAttempt } from './take-attempt'

export interface Registration {
  name: string
  email: string
  password: string
  /** The separate and optional Açık Rıza. */
  promotion: boolean
}

/**
 * Makes an account and records what was shown and said. `logged-in`: the session is in the cookies; `confirm-email`: the
 * auth server wants a look into the mailbox first, and then does not say whether the e-mail was known. Throws DbError.
 */
export async function registerUser(
  { name, email, password, promotion }: Registration,
  address: string,
): Promise<Result<'logged-in' | 'confirm-email', 'too-many' | 'known-email' | 'weak-password'>> {
  if (!(await takeAttempt('registration from address', address))) return fail('too-many')
  const client = await userClient()
  const { data, error } = await client.auth.signUp({
    email,
    password,
    options: { data: { name }, emailRedirectTo: `${env.APP_URL}/giris` },
  })
  if (error) {
    return fail(
      authWord(error, {
        user_already_exists: 'known-email',
        email_exists: 'known-email',
        weak_password: 'weak-password',
        over_request_rate_limit: 'too-many',
        over_email_send_rate_limit: 'too-many',
      }),
    )
  }
  // For a known e-mail a careful auth server answers with a made-up user, who has no identities.
  if (data.user?.identities?.length) await recordRegistration(serviceClient(), data.user.id, promotion)
  if (data.session) await rememberDevice(email)
  return ok(data.session ? 'logged-in' : 'confirm-email')
}
