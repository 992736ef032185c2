import type { Appointment, BookingRules, Service, Staff } from '@/lib/appointments/appointment'
import type { ShopBook } from '@/lib/appointments/browser/shop-book'
import { newId } from '@/lib/kernel/id'
import { boya, emptyBook, kemal, mehmet, sac, sakal, zone } from './book-of-berber-mehmet'

const chair = (id: string, name: string, position: number): Staff => ({
  id,
  name,
  position,
  archivedAt: null,
  memberId: null,
})
const service = (id: string, name: string, position: number): Service => ({
  ...emptyBook().services.find(one => one.id === id)!,
  name,
  position,
  archivedAt: null,
  online: true,
})

export const rules: BookingRules = {
  id: newId(),
  stepMinutes: 15,
  noticeMinutes: 0,
  daysAhead: 30,
  openLimit: 2,
  approval: 'everyone',
  requestMinutes: 720,
  cancelNoticeMinutes: 120,
  offerMinutes: 10,
  anyStaff: true,
  noShowLimit: 2,
  noShowRule: 'approval',
}

/** What a phone of Berber Mehmet reads: both chairs open daily from 09:00 to 19:00, and these appointments. */
export function shopOfMehmet(appointments: Appointment[] = [], other: Partial<ShopBook> = {}): ShopBook {
  const { hours, specialHours, timeOff, holidayHours } = emptyBook()
  return {
    zone,
    staff: [chair(mehmet, 'Mehmet', 0), chair(kemal, 'Kemal', 1)],
    services: [service(sac, 'Saç', 0), service(boya, 'Boya', 1), service(sakal, 'Sakal', 2)],
    staffServices: [],
    hours: { hours, specialHours, timeOff, holidayHours },
    rules,
    stepMinutes: rules.stepMinutes,
    appointments,
    ...other,
  }
}
