import * as z from 'zod/mini'
import { id, instant } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { lastsAtMostHalfADay } from './served-time'

const move = z.object({ id, staffId: id, startsAt: instant, endsAt: instant }).check(lastsAtMostHalfADay)

const args = z.object({ moves: z.array(move).check(z.minLength(1), z.maxLength(10)) })

/** Puts the parts of a visit elsewhere, all or none (SPEC AP13): they may change places with each other. */
export const moveVisit = defineCommand<z.infer<typeof args>>({
  name: 'appointments.move@2',
  args,
  patches: ({ moves }) => moves.map(({ id, ...moved }) => ({ table: 'appointments', id, set: moved })),
})
