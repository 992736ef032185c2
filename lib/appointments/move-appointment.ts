import * as z from 'zod/mini'
import { id, instant } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z
  .object({ id, staffId: id, startsAt: instant, endsAt: instant })
  .check(
    z.refine(
      ({ startsAt, endsAt }) => startsAt < endsAt && Date.parse(endsAt) - Date.parse(startsAt) <= 12 * 3_600_000,
    ),
  )

export const moveAppointment = defineCommand<z.infer<typeof args>>({
  name: 'appointments.move@1',
  args,
  patches: ({ id, ...moved }) => [{ table: 'appointments', id, set: moved }],
})
