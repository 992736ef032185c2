import type {
  BookingRules,
  HolidayHours,
  Service,
  SpecialHours,
  Staff,
  StaffService,
  TimeOff,
  WorkingHours,
} from '@/lib/appointments/appointment'
import type { Book, Busy } from '@/lib/appointments/time/book'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import type { Trade } from '@/lib/tenants/trades'

/** The shop as its customers see it. */
export interface PublicShop {
  id: Id
  name: string
  trade: Trade
  /** E.164 */
  phone: string | null
  zone: string
  /** The end of its page's address; null: never chosen. */
  slug: string | null
  address: string | null
  /** Null: the page is closed; links to visits still open. */
  publishedAt: Instant | null
}

/** Everything by which the server computes what a shop offers. No customer is in it. */
export interface ShopBook {
  shop: PublicShop
  /** Those who serve, in the shop's order. */
  staff: Pick<Staff, 'id' | 'name' | 'position'>[]
  services: Omit<Service, 'archivedAt'>[]
  staffServices: StaffService[]
  hours: WorkingHours[]
  specialHours: SpecialHours[]
  timeOff: TimeOff[]
  holidayHours: HolidayHours[]
  rules: Pick<BookingRules, 'stepMinutes' | 'noticeMinutes' | 'daysAhead' | 'cancelNoticeMinutes' | 'anyStaff'>
}

/** What the slot engine asks for. */
export const bookAt = (book: ShopBook, busy: readonly Busy[], now: Instant): Book => ({
  ...book,
  zone: book.shop.zone,
  now,
  busy,
  chairs: book.staff.map(({ id }) => id),
})

/** What customers may choose themselves. */
export const onlineServices = ({ services }: Pick<ShopBook, 'services'>) => services.filter(({ online }) => online)
