import * as z from 'zod/mini'
import { id, instant, optionalWords, price } from '@/lib/kernel/fields'
import { defineCommand } from '@/lib/sync/command'
import { asBooked } from './book-visit'
import { lastsAtMostHalfADay } from './served-time'

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
  .check(lastsAtMostHalfADay)

/** As the first version's phones book: one part, no preparation. Kept while they may still send it; `bookVisit` has taken its place. */
export const bookAppointment = defineCommand<z.infer<typeof args>>({
  name: 'appointments.book@1',
  args,
  personal: { table: 'appointments', records: args => [args] },
  patches: (args, { eventAt }) => [
    {
      table: 'appointments',
      id: args.id,
      put: asBooked(
        {
          ...args,
          visitId: null,
          seriesId: null,
          prepareMinutes: 0,
          cleanMinutes: 0,
          status: 'confirmed',
          lapsesAt: null,
          waitingId: null,
        },
        eventAt,
      ),
    },
  ],
})
