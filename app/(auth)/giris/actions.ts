'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { email, knownPassword } from '@/lib/tenants/fields'
import { logIn as logInUser } from '@/lib/tenants/server/log-in'
import { addressOf } from '@/lib/tenants/server/take-attempt'
import { formAction } from '../form-action'
import { invitedBy, pageAfterLogIn } from '../invited'
import { sentences } from '../sentences'

export const logIn = formAction(
  z.object({ email, password: knownPassword, davet: z.string().optional() }),
  async ({ davet, ...credentials }) => {
    const loggedIn = await logInUser(credentials, addressOf(await headers()))
    return loggedIn.ok ? redirect(pageAfterLogIn(invitedBy(davet))) : { message: sentences[loggedIn.error] }
  },
)
