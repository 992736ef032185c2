'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { rpcOver } from '@/lib/db/server/rpc-over'
import { INVITATION_TOKEN } from '@/lib/tenants/invitation-token'
import { acceptInvitation } from '@/lib/tenants/server/accept-invitation'
import { requireUser } from '@/lib/tenants/server/require-user'
import { formAction } from '../../form-action'
import { sentences } from '../../sentences'

export const accept = formAction(z.object({ token: z.string().regex(INVITATION_TOKEN) }), async ({ token }) => {
  const { client } = await requireUser()
  const accepted = await acceptInvitation(rpcOver(client), token)
  return accepted.ok ? redirect(`/basla?dukkan=${accepted.value}`) : { message: sentences[accepted.error] }
})
