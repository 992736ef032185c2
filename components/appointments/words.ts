import { nameOf } from '@/components/customers/names'
import { type Appointment, holdsItsChair, type Status } from '@/lib/appointments/appointment'
import type { Slot } from '@/lib/appointments/time/chair-time'
import type { Customer } from '@/lib/customers/customer'
import { fold } from '@/lib/kernel/turkish-text'
import { type Day, dayOf, formatDay, formatTime, type Instant } from '@/lib/kernel/zone'

/** How an appointment stands, where that needs a word: who is simply expected needs none. */
export const statusWords: Record<Status, string | null> = {
  held: 'Cevap bekliyor',
  requested: 'Onay bekliyor',
  confirmed: null,
  arrived: 'Geldi',
  done: 'Bitti',
  'no-show': 'Gelmedi',
  cancelled: 'İptal',
  lapsed: 'Süresi doldu',
}

/** How it stands at that moment: what was held or asked for has lapsed when its time is up, whether or not the server has said so yet (SPEC AP14). */
export function standingOf(appointment: Pick<Appointment, 'status' | 'lapsesAt'>, now: Instant): Status {
  const { status } = appointment
  return (status === 'held' || status === 'requested') && !holdsItsChair(appointment, now) ? 'lapsed' : status
}

/** `30 dk`, `90 dk`, `2 saat 30 dk`. */
export function duration(minutes: number): string {
  if (minutes <= 90) return `${minutes} dk`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return rest === 0 ? `${hours} saat` : `${hours} saat ${rest} dk`
}

export const minutesOf = ({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000

/** `+10 dk hazırlık, +5 dk temizlik`: the chair's time that the customer does not see. Null: none. */
export function besidesWords({
  prepareMinutes,
  cleanMinutes,
}: Pick<Appointment, 'prepareMinutes' | 'cleanMinutes'>): string | null {
  const words = [
    prepareMinutes > 0 && `+${prepareMinutes} dk hazırlık`,
    cleanMinutes > 0 && `+${cleanMinutes} dk temizlik`,
  ]
  return words.filter(Boolean).join(', ') || null
}

type Booked = Pick<Appointment, 'customerId' | 'bookedName' | 'status'>

/** Who comes, as far as this phone knows. Who booked under another name comes under that one: it may be the customer's child. */
export function whoComes(appointment: Booked, customer: Customer | undefined): string {
  const other = otherName(appointment, customer)
  if (other) return customer ? `${other} (${nameOf(customer)})` : other
  if (customer) return nameOf(customer)
  if (appointment.customerId) return 'Silinmiş müşteri'
  return appointment.status === 'held' ? 'Biri randevu alıyor' : 'İsimsiz'
}

/** What he called himself on the shop's page, when that is not the name the shop knows him by. */
export function otherName(
  { bookedName }: Pick<Appointment, 'bookedName'>,
  customer: Customer | undefined,
): string | null {
  if (!bookedName || (customer?.name && fold(customer.name) === fold(bookedName))) return null
  return bookedName
}

/** `14:00`, or `23 Kasım Pazartesi 14:00` when that is not `today`. */
export function timeWords(slot: Pick<Slot, 'startsAt'>, today: Day, zone: string): string {
  const [day, time] = [dayOf(slot.startsAt, zone), formatTime(slot.startsAt, zone)]
  return day === today ? time : `${formatDay(day)} ${time}`
}
