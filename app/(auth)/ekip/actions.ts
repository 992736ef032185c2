'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { memberName } from '@/lib/tenants/fields'
import { changeMember } from '@/lib/tenants/server/change-member'
import { inviteMember } from '@/lib/tenants/server/invite-member'
import { makeFeed } from '@/lib/tenants/server/make-feed'
import { removeMember } from '@/lib/tenants/server/remove-member'
import { requireUser } from '@/lib/tenants/server/require-user'
import { revokeFeed } from '@/lib/tenants/server/revoke-feed'
import { revokeInvitation } from '@/lib/tenants/server/revoke-invitation'
import { seatMember } from '@/lib/tenants/server/seat-member'
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

export const setSeat = formAction(
  z.object({ tenantId: z.uuid(), memberId: z.uuid(), staffId: z.union([z.uuid(), z.literal('')]) }),
  async ({ tenantId, memberId, staffId }) => {
    const { client } = await requireUser()
    const seated = await seatMember(client, { tenantId, memberId, staffId: staffId || null })
    revalidatePath('/ekip')
    return seated.ok ? {} : { errors: { staffId: sentences[seated.error] } }
  },
)

export const shareCalendar = formAction(
  z.object({
    tenantId: z.uuid(),
    staffId: z.uuid('Kimin takvimi olduğunu seçin.'),
    names: z.enum(['initials', 'full'], 'Müşterilerin nasıl yazılacağını seçin.'),
  }),
  async ({ tenantId, staffId, names }) => {
    const { client } = await requireUser()
    const url = await makeFeed(client, { tenantId, staffId, fullNames: names === 'full' })
    revalidatePath('/ekip')
    return { done: url }
  },
)

export const takeCalendarBack = formAction(z.object({ id: z.uuid() }), async ({ id }) => {
  const { client } = await requireUser()
  await revokeFeed(client, id)
  revalidatePath('/ekip')
  return {}
})
