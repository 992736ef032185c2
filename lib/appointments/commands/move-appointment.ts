import * as z from 'zod/mini'
import { id, instant } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { lastsAtMostHalfADay } from './served-time'

const args = z.object({ id, staffId: id, startsAt: instant, endsAt: instant }).check(lastsAtMostHalfADay)

/** As the first version's phones move. Kept while they may still send it; `moveVisit` has taken its place. */
export const moveAppointment = defineCommand<z.infer<typeof args>>({
  name: 'appointments.move@1',
  args,
  patches: ({ id, ...moved }) => [{ table: 'appointments', id, set: moved }],
})
