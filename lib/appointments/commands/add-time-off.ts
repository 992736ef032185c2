import * as z from 'zod/mini'
import { id, instant, optionalWords } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z
  .object({ id, staffId: z.nullable(id), startsAt: instant, endsAt: instant, note: optionalWords(200) })
  .check(
    z.refine(
      ({ startsAt, endsAt }) => startsAt < endsAt && Date.parse(endsAt) - Date.parse(startsAt) <= 400 * 86_400_000,
    ),
  )

/** Time in which a chair (null: nobody) serves. Appointments already there stay: the shop decides about each. */
export const addTimeOff = defineCommand<z.infer<typeof args>>({
  name: 'hours.add-time-off@1',
  args,
  personal: { table: 'time_off', records: args => [args] },
  patches: args => [{ table: 'time_off', id: args.id, put: args }],
})
