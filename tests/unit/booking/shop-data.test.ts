import { describe, expect, test } from 'vitest'
import { asScriptText, shopData } from '@/lib/booking/json-ld'
import { hoursOn, unusualDays, usualWeek } from '@/lib/booking/opening-hours'
import { chosen, off, openDaily, ranges, special } from '@/tests/unit/appointments/book-of-berber-mehmet'
import { bookOfShop, kemal, mehmet, shop } from './shop-of-berber-mehmet'

const nineToSeven = ranges('09:00–19:00')

describe('the hours in the shop’s window', () => {
  test('are those of anybody', () => {
    const hours = [...openDaily(mehmet, ranges('09:00–13:00')), ...openDaily(kemal, ranges('12:00–19:00'))]
    expect(usualWeek(bookOfShop({ hours }))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, ranges: nineToSeven })),
    )
    expect(hoursOn(bookOfShop({ hours }), '2026-11-27')).toEqual(nineToSeven)
  })

  test('of who serves no longer are left out', () => {
    const alone = bookOfShop({ staff: bookOfShop().staff.slice(1), hours: openDaily(mehmet) })
    expect(usualWeek(alone).every(day => day.ranges.length === 0)).toBe(true)
  })

  test('name the days that are not as usual: holidays, special hours, the shop’s own holiday', () => {
    const book = bookOfShop({
      specialHours: [special('2026-10-26', ranges('10:00–12:00'))],
      timeOff: [
        { ...off('00:00', '23:59', null), startsAt: '2026-10-24T21:00:00.000Z', endsAt: '2026-10-25T21:00:00.000Z' },
      ],
    })
    expect(unusualDays(book, '2026-10-24', 7)).toEqual([
      { day: '2026-10-25', ranges: [], holidays: [] },
      { day: '2026-10-26', ranges: ranges('10:00–12:00'), holidays: [] },
      { day: '2026-10-28', ranges: ranges('09:00–13:00'), holidays: ['cumhuriyet-arife'] },
      { day: '2026-10-29', ranges: [], holidays: ['cumhuriyet'] },
    ])
  })

  test('say nothing of a holiday on which the shop is open as usual', () => {
    expect(unusualDays(bookOfShop({ holidayHours: [chosen('zafer', 'usual')] }), '2026-08-30', 1)).toEqual([])
  })
})

describe('the shop as search engines read it', () => {
  const url = 'https://siftah.example/d/berber-mehmet'
  const data = (book = bookOfShop()) =>
    shopData(book, url, unusualDays(book, '2026-10-28', 2)) as Record<string, unknown>

  test('is a shop of its trade, with its hours and what it costs', () => {
    expect(data()).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'HairSalon',
      name: 'Berber Mehmet',
      url,
      telephone: '+902165550101',
      address: 'Moda Caddesi 12, Kadıköy, İstanbul',
      makesOffer: [
        { itemOffered: { name: 'Saç' }, price: '400.00', priceCurrency: 'TRY' },
        { itemOffered: { name: 'Sakal' }, price: '250.00' },
      ],
      specialOpeningHoursSpecification: [
        { validFrom: '2026-10-28', opens: '09:00', closes: '13:00' },
        { validFrom: '2026-10-29', opens: '00:00', closes: '00:00' },
      ],
    })
    expect(data().openingHoursSpecification).toHaveLength(7)
  })

  test('says nothing that the shop has not said', () => {
    const silent = data(bookOfShop({ shop: { ...shop, trade: 'diger', phone: null, address: null } }))
    expect(silent['@type']).toBe('LocalBusiness')
    expect(Object.keys(silent)).not.toContain('telephone')
    expect(Object.keys(silent)).not.toContain('address')
  })

  test('cannot end the element it stands in', () => {
    const name = '</script><script>alert(1)</script><!--'
    const text = asScriptText(data(bookOfShop({ shop: { ...shop, name } })))
    expect(text).not.toContain('<')
    expect(JSON.parse(text).name).toBe(name)
  })
})
