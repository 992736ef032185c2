import * as z from 'zod/mini'
import { id, price } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { serviceMinutes } from './save-service'

const args = z.object({
  id,
  staffId: id,
  serviceId: id,
  offered: z.boolean(),
  minutes: z.nullable(serviceMinutes),
  price: z.nullable(price),
})

/** Whether this chair does that service, and what is then different (SPEC AP8). The later of two settings wins. */
export const setStaffService = defineCommand<z.infer<typeof args>>({
  name: 'staff.set-service@1',
  args,
  patches: async (args, { rowsWhere }) => {
    // Another phone may have made the row already: that row is the one that changes, there and here.
    const known = (await rowsWhere('staff_services', 'staffId', args.staffId)).find(
      row => row.serviceId === args.serviceId,
    )
    const id = known?.id ?? args.id
    return [{ table: 'staff_services', id, put: { ...args, id } }]
  },
})
