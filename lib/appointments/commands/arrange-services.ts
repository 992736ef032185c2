import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const place = z.object({ id, position: z.int().check(z.minimum(0), z.maximum(999)) })

const args = z.object({ places: z.array(place).check(z.minLength(1), z.maxLength(200)) })

/** Puts services elsewhere in their list and changes nothing else of them: another phone may have just set a price. */
export const arrangeServices = defineCommand<z.infer<typeof args>>({
  name: 'services.arrange@1',
  args,
  patches: ({ places }) => places.map(({ id, position }) => ({ table: 'services', id, set: { position } })),
})
