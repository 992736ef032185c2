import type { PublicShop, ShopBook } from '@/lib/booking/shop-book'
import type { Id } from '@/lib/kernel/id'
import { boya, kemal, mehmet, openDaily, sac, sakal, zone } from '@/tests/unit/appointments/book-of-berber-mehmet'

export { boya, kemal, mehmet, sac, sakal }

const service = (id: Id, name: string, minutes: number, price: number, online = true) => ({
  id,
  name,
  minutes,
  price,
  position: 0,
  prepareMinutes: 0,
  cleanMinutes: 0,
  online,
})

export const shop: PublicShop = {
  id: '00000000-0000-4000-8000-0000000000aa',
  name: 'Berber Mehmet',
  trade: 'berber',
  phone: '+902165550101',
  zone,
  slug: 'berber-mehmet',
  address: 'Moda Caddesi 12, Kadıköy, İstanbul',
  publishedAt: '2026-11-01T08:00:00.000Z',
}

/** Mehmet and Kemal, each daily from nine to seven; hair and beard for customers to choose, colouring not. */
export const bookOfShop = (given: Partial<ShopBook> = {}): ShopBook => ({
  shop,
  staff: [
    { id: mehmet, name: 'Mehmet', position: 0 },
    { id: kemal, name: 'Kemal', position: 1 },
  ],
  services: [
    service(sac, 'Saç', 30, 40_000),
    service(sakal, 'Sakal', 20, 25_000),
    service(boya, 'Boya', 60, 90_000, false),
  ],
  staffServices: [],
  hours: [...openDaily(mehmet), ...openDaily(kemal)],
  specialHours: [],
  timeOff: [],
  holidayHours: [],
  rules: { stepMinutes: 15, noticeMinutes: 60, daysAhead: 30, cancelNoticeMinutes: 120, anyStaff: true },
  ...given,
})

/** Said by the shop: that chair does not do this. */
export const not = (staffId: Id, serviceId: Id) => ({
  id: `${staffId}-${serviceId}`,
  staffId,
  serviceId,
  offered: false,
  minutes: null,
  price: null,
})
