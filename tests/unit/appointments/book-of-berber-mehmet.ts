import type { Appointment, HolidayHours, SpecialHours, TimeOff, WorkingHours } from '@/lib/appointments/appointment'
import type { Book } from '@/lib/appointments/time/book'
import { newId } from '@/lib/kernel/id'
import { addMinutes, instantAt } from '@/lib/kernel/zone'

export const zone = 'Europe/Istanbul'
/** A Sunday. */
export const day = '2026-11-22'
export const mehmet = '00000000-0000-4000-8000-000000000001'
export const kemal = '00000000-0000-4000-8000-000000000002'
/** Half an hour, an hour, and ten minutes. */
export const sac = '00000000-0000-4000-8000-000000000011'
export const boya = '00000000-0000-4000-8000-000000000012'
export const sakal = '00000000-0000-4000-8000-000000000013'

const minutesOf = (time: string) => {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return hour * 60 + minute
}

/** `at('14:30')` on that Sunday. */
export const at = (time: string, onDay = day, inZone = zone) => instantAt(onDay, minutesOf(time), inZone)

/** `ranges('09:00–13:00', '14:00–19:00')`, in minutes after midnight. */
export const ranges = (...times: string[]) => times.map(time => time.split('–').map(minutesOf) as [number, number])

/** Open every day of the week at these minutes after midnight; by default 09:00–19:00. */
export const openDaily = (staffId = mehmet, open: [number, number][] = [[540, 1140]]): WorkingHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ id: newId(), staffId, weekday, ranges: open }))

export const special = (onDay: string, open: [number, number][], staffId: string | null = null): SpecialHours => ({
  id: newId(),
  staffId,
  day: onDay,
  ranges: open,
})

export const off = (from: string, to: string, staffId: string | null = mehmet): TimeOff => ({
  id: newId(),
  staffId,
  startsAt: at(from),
  endsAt: at(to),
  note: null,
})

export const chosen = (
  holiday: HolidayHours['holiday'],
  opens: HolidayHours['opens'],
  until: number | null = null,
): HolidayHours => ({ id: newId(), holiday, opens, until })

export const booked = (time: string, minutes: number, other: Partial<Appointment> = {}): Appointment => ({
  id: newId(),
  visitId: null,
  seriesId: null,
  staffId: mehmet,
  customerId: null,
  serviceId: sac,
  startsAt: at(time),
  endsAt: addMinutes(at(time), minutes),
  prepareMinutes: 0,
  cleanMinutes: 0,
  price: 25_000,
  status: 'confirmed',
  statusAt: at('08:00'),
  statusActor: 'member',
  bookedName: null,
  statusReason: null,
  lapsesAt: null,
  customerConfirmedAt: null,
  waitingId: null,
  note: null,
  createdAt: at('08:00'),
  ...other,
})

const service = (id: string, minutes: number, price: number) => ({
  id,
  minutes,
  price,
  prepareMinutes: 0,
  cleanMinutes: 0,
})

/** Mehmet and Kemal, open daily from 09:00 to 19:00, with nothing booked; it is eight in the morning of that Sunday. */
export const emptyBook = (other: Partial<Book> = {}): Book => ({
  zone,
  now: at('08:00'),
  chairs: [mehmet, kemal],
  services: [service(sac, 30, 40_000), service(boya, 60, 150_000), service(sakal, 10, 20_000)],
  staffServices: [],
  hours: [...openDaily(mehmet), ...openDaily(kemal)],
  specialHours: [],
  timeOff: [],
  holidayHours: [],
  busy: [],
  ...other,
})

/** `busy('10:00–10:30')` on that Sunday, by default in Mehmet's chair. */
export const busy = (time: string, staffId = mehmet, onDay = day) => {
  const [start, end] = time.split('–').map(part => Date.parse(at(part, onDay))) as [number, number]
  return { staffId, start, end }
}
