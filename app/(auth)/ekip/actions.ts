'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { memberName } from '@/lib/tenants/fields'
import { changeMember } from '@/lib/tenants/server/change-member'
import { inviteMember } from '@/lib/tenants/server/invite-member'
import { removeMember } from '@/lib/tenants/server/remove-member'
import { requireUser } from '@/lib/tenants/server/require-user'
import { revokeInvitation } from '@/lib/tenants/server/revoke-invitation'
import { formAction } from '../form-action'
import { sentences } from '../sentences'

// Who may do this is the database's business: rows of a shop that is not the asker's are not there for him.

export const invite = formAction(
  z.object({ tenantId: z.uuid(), name: memberName, role: z.enum(['staff', 'accountant'], 'Görevini seçin.') }),
  async invitation => {
    const { client } = await requireUser()
    const link = await inviteMember(client, invitation)
    revalidatePath('/ekip')
    return { done: link, values: { role: invitation.role } }
  },
)

export const revoke = formAction(z.object({ id: z.uuid() }), async ({ id }) => {
  const { client } = await requireUser()
  await revokeInvitation(client, id)
  revalidatePath('/ekip')
  return {}
})

export const setSeesTill = formAction(
  z.object({ id: z.uuid(), seesTill: z.enum(['yes', 'no']) }),
  async ({ id, seesTill }) => {
    const { client } = await requireUser()
    await changeMember(client, id, { seesTill: seesTill === 'yes' })
    revalidatePath('/ekip')
    return {}
  },
)

export const remove = formAction(z.object({ id: z.uuid() }), async ({ id }) => {
  const removed = await removeMember(await requireUser(), id)
  revalidatePath('/ekip')
  return removed.ok ? {} : { message: sentences[removed.error] }
})
