import * as z from 'zod/mini'
import { id, instant, optionalWords, price } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'

const args = z
  .object({
    id,
    staffId: id,
    customerId: z.nullable(id),
    serviceId: id,
    startsAt: instant,
    endsAt: instant,
    price,
    note: optionalWords(2000),
  })
  .check(
    z.refine(
      ({ startsAt, endsAt }) => startsAt < endsAt && Date.parse(endsAt) - Date.parse(startsAt) <= 12 * 3_600_000,
    ),
  )

export const bookAppointment = defineCommand<z.infer<typeof args>>({
  name: 'appointments.book@1',
  args,
  personal: { table: 'appointments', records: args => [args] },
  patches: (args, { eventAt }) => [
    {
      table: 'appointments',
      id: args.id,
      put: { ...args, status: 'confirmed', statusAt: eventAt, createdAt: eventAt },
    },
  ],
})
