'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { periodSentences } from '@/app/api/export/words'
import { CODE, codeKeys, usualCodes } from '@/lib/accounting/codes'
import { parsePeriod } from '@/lib/accounting/period'
import { linkDays, makeLink } from '@/lib/accounting/server/make-link'
import { revokeLink } from '@/lib/accounting/server/revoke-link'
import { saveCodes } from '@/lib/accounting/server/save-codes'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { memberName } from '@/lib/tenants/fields'
import { requireUser } from '@/lib/tenants/server/require-user'
import { formAction } from '../form-action'

// Who may do this is the database's business: rows of a shop that is not the asker's are not there for him.

const days = linkDays.map(String) as [string, ...string[]]

export const share = formAction(
  z.object({
    tenantId: z.uuid(),
    name: memberName,
    from: z.string(),
    to: z.string(),
    days: z.enum(days, 'Kaç gün açık kalacağını seçin.'),
  }),
  async ({ tenantId, name, from, to, days }) => {
    const { client } = await requireUser()
    const period = parsePeriod(from, to, dayOf(toInstant(new Date()), 'Europe/Istanbul'))
    if (!period.ok) return { errors: { to: periodSentences[period.error] } }
    const chosen = linkDays.find(one => String(one) === days)!
    const url = await makeLink(client, { tenantId, name, period: period.value, days: chosen })
    revalidatePath('/muhasebe')
    return { done: url }
  },
)

export const takeBack = formAction(z.object({ id: z.uuid() }), async ({ id }) => {
  const { client } = await requireUser()
  await revokeLink(client, id)
  revalidatePath('/muhasebe')
  return {}
})

const code = z.union([z.literal(''), z.string().trim().regex(CODE, 'Rakam ve nokta yazın: 600 ya da 600.01')])

export const setCodes = formAction(z.object({ tenantId: z.uuid() }).catchall(code), async ({ tenantId, ...typed }) => {
  const { client } = await requireUser()
  const isAccount = (key: string) => z.uuid().safeParse(key).success
  // The usual ones are not kept: should the usual change, they change with it.
  const chosen = Object.entries(typed as Record<string, string>).filter(
    ([key, value]) =>
      value !== '' && (isAccount(key) || codeKeys.some(one => one === key && usualCodes[one] !== value)),
  )
  await saveCodes(client, tenantId, Object.fromEntries(chosen))
  revalidatePath('/muhasebe')
  return { done: 'Kaydedildi.' }
})
