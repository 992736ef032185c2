import type { Appointment, WorkingHours } from '@/lib/appointments/appointment'
import { newId } from '@/lib/kernel/id'
import { addMinutes, instantAt } from '@/lib/kernel/zone'

export const zone = 'Europe/Istanbul'
/** A Sunday. */
export const day = '2026-11-22'
export const mehmet = '00000000-0000-4000-8000-000000000001'
export const kemal = '00000000-0000-4000-8000-000000000002'

/** `at('14:30')` on that Sunday. */
export const at = (time: string, onDay = day) => {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return instantAt(onDay, hour * 60 + minute, zone)
}

/** Open every day of the week at these minutes after midnight; by default 09:00–19:00. */
export const openDaily = (staffId = mehmet, ranges: [number, number][] = [[540, 1140]]): WorkingHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ id: newId(), staffId, weekday, ranges }))

export const booked = (time: string, minutes: number, other: Partial<Appointment> = {}): Appointment => ({
  id: newId(),
  staffId: mehmet,
  customerId: null,
  serviceId: newId(),
  startsAt: at(time),
  endsAt: addMinutes(at(time), minutes),
  price: 25_000,
  status: 'confirmed',
  statusAt: at('08:00'),
  note: null,
  createdAt: at('08:00'),
  ...other,
})
