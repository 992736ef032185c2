import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, writeCalendar } from '@/lib/booking/calendar'

const event: CalendarEvent = {
  id: '0193a5b0-0000-7000-8000-000000000001',
  startsAt: '2026-11-27T11:30:00.000Z',
  endsAt: '2026-11-27T12:00:00.000Z',
  tentative: false,
  title: 'I.Ç. · Saç kesimi',
  changedAt: '2026-11-25T08:00:00.123Z',
  revision: 42,
}
const fileWith = (other: Partial<CalendarEvent>) =>
  writeCalendar({ name: 'Berber Mehmet', events: [{ ...event, ...other }] })

/** As a reader takes it apart: unfolded (section 3.1), and TEXT with its escapes taken back (3.3.11). */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
const textOf = (file: string, property: string) =>
  linesOf(file)
    .find(line => line.startsWith(`${property}:`))
    ?.slice(property.length + 1)
const read = (text: string) => text.replace(/\\([\\;,nN])/g, (_, letter) => (/n/i.test(letter) ? '\n' : letter))

describe('a calendar file', () => {
  test('is what RFC 5545 asks for', () => {
    expect(linesOf(fileWith({}))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Siftah//Randevu//TR',
      'CALSCALE:GREGORIAN',
      'NAME:Berber Mehmet',
      'X-WR-CALNAME:Berber Mehmet',
      'BEGIN:VEVENT',
      'UID:0193a5b0-0000-7000-8000-000000000001@siftah',
      'DTSTAMP:20261125T080000Z',
      'LAST-MODIFIED:20261125T080000Z',
      'SEQUENCE:42',
      'DTSTART:20261127T113000Z',
      'DTEND:20261127T120000Z',
      'STATUS:CONFIRMED',
      'SUMMARY:I.Ç. · Saç kesimi',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('says what is not agreed to, what is cancelled, where it is and when to remind', () => {
    expect(textOf(fileWith({ tentative: true }), 'STATUS')).toBe('TENTATIVE')
    expect(textOf(fileWith({ tentative: true, cancelled: true }), 'STATUS')).toBe('CANCELLED')
    expect(textOf(fileWith({ place: 'Moda Caddesi 12, Kadıköy' }), 'LOCATION')).toBe('Moda Caddesi 12\\, Kadıköy')
    expect(textOf(fileWith({ remindMinutes: 120 }), 'TRIGGER')).toBe('-PT120M')
    expect(writeCalendar({ name: 'x', events: [], everyMinutes: 15 })).toContain(
      'REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n',
    )
  })

  test('lets no text end its line, nor begin another event', () => {
    const file = fileWith({ title: 'a\r\nEND:VEVENT\rBEGIN:VEVENT\n\u0000b;c,d\\e' })
    expect(linesOf(file).filter(line => line === 'END:VEVENT')).toHaveLength(1)
    expect(textOf(file, 'SUMMARY')).toBe('a\\nEND:VEVENT\\nBEGIN:VEVENT\\nb\\;c\\,d\\\\e')
  })

  test('gives any text back as it was, in lines of at most 75 octets that cut no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }), text => {
        const title = text.replace(/\p{Cc}/gu, '')
        const file = fileWith({ title })
        expect(read(textOf(file, 'SUMMARY')!)).toBe(title)
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/\p{Surrogate}|\n|\r/u)
        }
      }),
    )
  })
})
