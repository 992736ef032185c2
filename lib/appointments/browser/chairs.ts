import 'client-only'
import type { Id } from '@/lib/kernel/id'
import { compareTurkish } from '@/lib/kernel/turkish-text'
import type { Day, Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type {
  BookingRules,
  HolidayHours,
  Service,
  SpecialHours,
  Staff,
  StaffService,
  TimeOff,
  WorkingHours,
} from '../appointment'

/** Every chair the shop has had, in the shop's order; archived ones still name old appointments. */
export const everyChair = async (db: ShopDatabase): Promise<Staff[]> =>
  (await mirror<Staff>(db, 'staff').toArray()).sort(inShopsOrder)

/** Every service the shop has offered, in the shop's order, archived ones too. */
export const everyService = async (db: ShopDatabase): Promise<Service[]> =>
  (await mirror<Service>(db, 'services').toArray()).sort(inShopsOrder)

/** The weekly hours of every chair. */
export const everyWorkingHours = (db: ShopDatabase): Promise<WorkingHours[]> =>
  mirror<WorkingHours>(db, 'working_hours').toArray()

/** What is different when this chair does some of the services. */
export const servicesOfChair = (db: ShopDatabase, staffId: Id): Promise<StaffService[]> =>
  mirror<StaffService>(db, 'staff_services').where('staffId').equals(staffId).toArray()

/** The dates with hours of their own, of one chair or (null) of all, from `day` on and in their order. */
export const specialHoursFrom = async (db: ShopDatabase, staffId: Id | null, day: Day): Promise<SpecialHours[]> =>
  (await mirror<SpecialHours>(db, 'special_hours').where('day').aboveOrEqual(day).sortBy('day')).filter(
    one => one.staffId === staffId,
  )

/** The time off of one chair, or (null) of the shop, that is not over, the next first. */
export const timeOffFrom = async (db: ShopDatabase, staffId: Id | null, now: Instant): Promise<TimeOff[]> =>
  (
    await mirror<TimeOff>(db, 'time_off')
      .filter(one => one.staffId === staffId && one.endsAt > now)
      .toArray()
  ).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))

/** What the shop chose for official holidays. */
export const everyHolidayHours = (db: ShopDatabase): Promise<HolidayHours[]> =>
  mirror<HolidayHours>(db, 'holiday_hours').toArray()

/** How customers may book; undefined on a phone that has not heard from the server since there are such rules. */
export const bookingRules = (db: ShopDatabase, shopId: Id): Promise<BookingRules | undefined> =>
  mirror<BookingRules>(db, 'booking_rules').get(shopId)

const inShopsOrder = (a: Staff | Service, b: Staff | Service) =>
  a.position - b.position || compareTurkish(a.name, b.name)
