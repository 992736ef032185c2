import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'

// iCalendar files (RFC 5545), written by hand: docs/decisions/0007 says why.

export interface CalendarEvent {
  id: Id
  startsAt: Instant
  endsAt: Instant
  /** Not yet agreed to. */
  tentative: boolean
  cancelled?: boolean
  title: string
  place?: string | null
  text?: string | null
  /** When it was last changed, and a number that grows with each change. */
  changedAt: Instant
  revision: number
  /** Reminds so long before. */
  remindMinutes?: number
}

export interface Calendar {
  name: string
  events: readonly CalendarEvent[]
  /** How often programs that follow the address shall look again; none for a file that is kept. */
  everyMinutes?: number
}

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8'

/** The whole file, with CRLF and lines of at most 75 octets. */
export const writeCalendar = ({ name, events, everyMinutes }: Calendar): string =>
  written([...openingLines(name, everyMinutes), ...events.flatMap(eventLines), CLOSING])

/** The same, event by event, for calendars that need not lie in memory. */
export async function* calendarPieces(name: string, events: AsyncIterable<CalendarEvent>): AsyncGenerator<string> {
  yield written(openingLines(name))
  for await (const event of events) yield written(eventLines(event))
  yield written([CLOSING])
}

const CLOSING = 'END:VCALENDAR'

const written = (lines: readonly string[]) => lines.map(line => `${folded(line)}\r\n`).join('')

const openingLines = (name: string, everyMinutes?: number): string[] => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Siftah//Randevu//TR',
  'CALSCALE:GREGORIAN',
  `NAME:${escaped(name)}`,
  `X-WR-CALNAME:${escaped(name)}`,
  ...(everyMinutes ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${everyMinutes}M`, `X-PUBLISHED-TTL:PT${everyMinutes}M`] : []),
]

function eventLines(event: CalendarEvent): string[] {
  const { id, startsAt, endsAt, tentative, cancelled, title, place, text, changedAt, revision, remindMinutes } = event
  return [
    'BEGIN:VEVENT',
    `UID:${id}@siftah`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${revision}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `STATUS:${cancelled ? 'CANCELLED' : tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(remindMinutes
      ? [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `TRIGGER:-PT${remindMinutes}M`,
          `DESCRIPTION:${escaped(title)}`,
          'END:VALARM',
        ]
      : []),
    'END:VEVENT',
  ]
}

/** `20261125T103000Z`: in UTC, so that no table of zones has to go with it. */
const utc = (instant: Instant) => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`

/** TEXT of section 3.3.11. Other control characters may not stand in a file at all. */
const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const LONGEST_LINE = 75

/** Section 3.1: a long line goes on in the next after a space, and no letter is cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line
  const pieces: string[] = []
  let piece = ''
  let room = LONGEST_LINE
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (size > room) {
      pieces.push(piece)
      piece = ''
      room = LONGEST_LINE - 1 // the space in front
    }
    piece += letter
    room -= size
  }
  return [...pieces, piece].join('\r\n ')
}
