import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { toInstant } from '@/lib/kernel/zone'
import { defineCommand } from '@/lib/sync/command'
import type { ContactBlock } from './message'

const args = z.object({
  id,
  customerId: id,
  channel: z.enum(['whatsapp', 'sms', 'email']),
  purpose: z.enum(['transactional', 'promotion']),
  wanted: z.boolean(),
})

/** A customer said to the owner that he does not want messages by a channel, or wants them again (SPEC ME9). `id` is the row's, or a new one's. */
export const setBlock = defineCommand<z.infer<typeof args>>({
  name: 'messages.set-block@1',
  args,
  patches: async ({ id, customerId, channel, purpose, wanted }, { eventAt, rowsWhere }) => {
    const blocks = await rowsWhere<ContactBlock>('contact_blocks', 'customerId', customerId)
    const same = blocks.find(one => one.channel === channel && one.purpose === purpose && one.why === 'opted-out')
    const at = toInstant(new Date(eventAt))
    if (same) return [{ table: 'contact_blocks', id: same.id, set: { liftedAt: wanted ? at : null } }]
    if (wanted) return []
    const put = { id, customerId, channel, purpose, why: 'opted-out', createdAt: at, liftedAt: null }
    return [{ table: 'contact_blocks', id, put }]
  },
})
