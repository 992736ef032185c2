import { nameOf } from '@/components/customers/names'
import type { Appointment, Status } from '@/lib/appointments/appointment'
import type { Slot } from '@/lib/appointments/chair-time'
import type { Customer } from '@/lib/customers/customer'
import { type Day, dayOf, formatDay, formatTime } from '@/lib/kernel/zone'

/** How an appointment stands, where that needs a word: who is simply expected needs none. */
export const statusWords: Record<Status, string | null> = {
  requested: 'Onay bekliyor',
  confirmed: null,
  arrived: 'Geldi',
  done: 'Bitti',
  'no-show': 'Gelmedi',
  cancelled: 'İptal',
}

/** `30 dk`, `90 dk`, `2 saat 30 dk`. */
export function duration(minutes: number): string {
  if (minutes <= 90) return `${minutes} dk`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return rest === 0 ? `${hours} saat` : `${hours} saat ${rest} dk`
}

/** Who comes, as far as this phone knows. */
export function whoComes({ customerId }: Pick<Appointment, 'customerId'>, customer: Customer | undefined): string {
  if (customer) return nameOf(customer)
  return customerId ? 'Silinmiş müşteri' : 'İsimsiz'
}

/** `14:00`, or `23 Kasım Pazartesi 14:00` when that is not `today`. */
export function timeWords(slot: Pick<Slot, 'startsAt'>, today: Day, zone: string): string {
  const [day, time] = [dayOf(slot.startsAt, zone), formatTime(slot.startsAt, zone)]
  return day === today ? time : `${formatDay(day)} ${time}`
}
