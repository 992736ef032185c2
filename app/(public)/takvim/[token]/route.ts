import { createHash } from 'node:crypto'
import { CALENDAR_TYPE, type Calendar, writeCalendar } from '@/lib/booking/calendar'
import { feedOf } from '@/lib/booking/server/feed-of'
import { nothingHere, orElse } from '../../post'

/** Programs ask again and again; for so long the answer may be kept by whoever asked. */
const KEPT_SECONDS = 300

/** A chair's appointments, for other calendars to follow. Whoever has the address sees them: it is as good as a password. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params
  const feed = await orElse<Calendar | null | 'unreachable'>(
    () => feedOf(token.replace(/\.ics$/, '')),
    () => 'unreachable',
  )
  // Not 404, by which programs forget the calendar.
  if (feed === 'unreachable') return new Response(null, { status: 503, headers: { 'retry-after': '300' } })
  if (!feed) return nothingHere()
  const text = writeCalendar(feed)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': `private, max-age=${KEPT_SECONDS}`, 'x-robots-tag': 'noindex' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': CALENDAR_TYPE } })
}
