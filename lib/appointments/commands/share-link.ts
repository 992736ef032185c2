import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z.object({ id, appointmentId: id, tokenHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })

/** Makes a link to a visit (`/r/<token>`) known to the server; the token itself stays with whoever it is sent to. */
export const shareLink = defineCommand<z.infer<typeof args>>({
  name: 'links.share@1',
  args,
  patches: () => [],
})
