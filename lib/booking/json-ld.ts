import { formatMinutes } from '@/lib/kernel/zone'
import type { Trade } from '@/lib/tenants/trades'
import { type UnusualDay, usualWeek } from './opening-hours'
import { onlineServices, type ShopBook } from './shop-book'

/** schema.org's own word for the trade. It has none for a barber or a tailor. */
const types: Record<Trade, string> = {
  berber: 'HairSalon',
  kuafor: 'HairSalon',
  guzellik: 'BeautySalon',
  tamirci: 'AutoRepair',
  terzi: 'LocalBusiness',
  veteriner: 'VeterinaryCare',
  diger: 'LocalBusiness',
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The shop as search engines read it (schema.org LocalBusiness). `unusual` are coming days with other hours. */
export function shopData(book: ShopBook, url: string, unusual: readonly UnusualDay[]): object {
  const { name, trade, phone, address } = book.shop
  return {
    '@context': 'https://schema.org',
    '@type': types[trade],
    name,
    url,
    ...(phone && { telephone: phone }),
    ...(address && { address }),
    currenciesAccepted: 'TRY',
    openingHoursSpecification: usualWeek(book).flatMap(({ weekday, ranges }) =>
      ranges.map(range => ({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: weekdays[weekday - 1],
        ...clock(range),
      })),
    ),
    specialOpeningHoursSpecification: unusual.flatMap(({ day, ranges }) =>
      // Opening and closing at once is how a closed day is written.
      (ranges.length > 0 ? ranges : [[0, 0] as [number, number]]).map(range => ({
        '@type': 'OpeningHoursSpecification',
        validFrom: day,
        validThrough: day,
        ...clock(range),
      })),
    ),
    makesOffer: onlineServices(book).map(service => ({
      '@type': 'Offer',
      itemOffered: { '@type': 'Service', name: service.name },
      ...(service.price > 0 && { price: (service.price / 100).toFixed(2), priceCurrency: 'TRY' }),
    })),
    potentialAction: { '@type': 'ReserveAction', target: `${url}/randevu` },
  }
}

/** `24:00` is no time to a machine. */
const clock = ([from, to]: [number, number]) => ({
  opens: formatMinutes(from),
  closes: to === 1440 ? '23:59' : formatMinutes(to),
})

/** As text for a script element: nothing in it can end the element. */
export const asScriptText = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')
