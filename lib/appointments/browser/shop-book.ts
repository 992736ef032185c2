import 'client-only'
import type { Id } from '@/lib/kernel/id'
import type { Day, Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type {
  Appointment,
  BookingRules,
  HolidayHours,
  Service,
  SpecialHours,
  Staff,
  StaffService,
  TimeOff,
} from '../appointment'
import { type Book, busyOf } from '../time/book'
import type { OpeningHours } from '../time/open-time'
import { agendaOfDays } from './agenda'
import { everyChair, everyService, everyWorkingHours } from './chairs'

/** As every shop begins (the database's default), for the moment before the first download brings the shop's own. */
const USUAL_STEP_MINUTES = 15

/** All that decides on this phone when what can be served, by whom. */
export interface ShopBook {
  zone: string
  /** In the shop's order, archived ones too. */
  staff: Staff[]
  services: Service[]
  staffServices: StaffService[]
  hours: OpeningHours
  /** Null only before the first download. */
  rules: BookingRules | null
  /** How far apart the times stand that are offered and dropped on. */
  stepMinutes: number
  /** Those of the days that were asked for. */
  appointments: Appointment[]
}

/** The book of `days` days of the shop's calendar, from `day` on. */
export async function shopBook(db: ShopDatabase, day: Day, days: number, zone: string): Promise<ShopBook> {
  const [staff, services, staffServices, hours, rules, appointments] = await Promise.all([
    everyChair(db),
    everyService(db),
    mirror<StaffService>(db, 'staff_services').toArray(),
    openingHours(db),
    // The shop's one row of them.
    mirror<BookingRules>(db, 'booking_rules').toCollection().first(),
    agendaOfDays(db, day, days, zone),
  ])
  const stepMinutes = rules?.stepMinutes ?? USUAL_STEP_MINUTES
  return { zone, staff, services, staffServices, hours, rules: rules ?? null, stepMinutes, appointments }
}

async function openingHours(db: ShopDatabase): Promise<OpeningHours> {
  const [hours, specialHours, timeOff, holidayHours] = await Promise.all([
    everyWorkingHours(db),
    mirror<SpecialHours>(db, 'special_hours').toArray(),
    mirror<TimeOff>(db, 'time_off').toArray(),
    mirror<HolidayHours>(db, 'holiday_hours').toArray(),
  ])
  return { hours, specialHours, timeOff, holidayHours }
}

/** Those who serve today and later, in the shop's order. */
export const servingStaff = ({ staff }: Pick<ShopBook, 'staff'>): Staff[] => staff.filter(chair => !chair.archivedAt)

/** As the engine asks for it. `except` are appointments that are looking for another time: they are not in their own way. */
export const asBook = (book: ShopBook, now: Instant, except: readonly Id[] = []): Book => ({
  ...book.hours,
  zone: book.zone,
  now,
  busy: busyOf(
    book.appointments.filter(one => !except.includes(one.id)),
    now,
  ),
  chairs: servingStaff(book).map(({ id }) => id),
  services: book.services,
  staffServices: book.staffServices,
})
