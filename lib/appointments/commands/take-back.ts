import * as z from 'zod/mini'
import { id } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { waitingAgain } from './wait-again'

const args = z.object({ ids: z.array(id).check(z.minLength(1), z.maxLength(60)) })

/** Booked by mistake: as if it had never been, and who waited for it waits again. Refused (`not-open`) once something has come of it. */
export const takeBack = defineCommand<z.infer<typeof args>>({
  name: 'appointments.take-back@1',
  args,
  patches: async ({ ids }, context) => {
    const seated = await Promise.all(ids.map(id => context.rowsWhere('walk_ins', 'appointmentId', id)))
    return [
      ...ids.map(id => ({ table: 'appointments' as const, id, gone: true as const })),
      ...seated.flat().map(({ id }) => ({ table: 'walk_ins' as const, id, set: { appointmentId: null } })),
      ...(await waitingAgain(ids, context)),
    ]
  },
})
