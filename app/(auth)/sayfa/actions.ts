'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { pageSlug, shopAddress } from '@/lib/tenants/fields'
import { publishPage } from '@/lib/tenants/server/publish-page'
import { requireUser } from '@/lib/tenants/server/require-user'
import { savePage } from '@/lib/tenants/server/save-page'
import { formAction } from '../form-action'

// Who may do this is the database's business: rows of a shop that is not the asker's are not there for him.

const page = { tenantId: z.uuid(), slug: pageSlug, address: shopAddress }

/** Keeps what was typed, and opens the page with it when the button said so. */
export const save = formAction(
  z.object({ ...page, open: z.enum(['yes', 'no']) }),
  async ({ tenantId, slug, address, open }) => {
    const { client } = await requireUser()
    const saved = await savePage(client, tenantId, { slug, address })
    if (!saved.ok) return { errors: { slug: `Bu adres başka bir dükkânın. “${saved.suggestion}” boş.` } }
    if (open === 'yes') await publishPage(client, tenantId, true)
    revalidatePath('/sayfa')
    return { values: { slug, address: address ?? '' }, done: 'Kaydedildi.' }
  },
)

export const close = formAction(z.object({ tenantId: z.uuid() }), async ({ tenantId }) => {
  const { client } = await requireUser()
  await publishPage(client, tenantId, false)
  revalidatePath('/sayfa')
  return {}
})
