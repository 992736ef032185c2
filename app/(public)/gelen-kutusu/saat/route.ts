import type { NextRequest } from 'next/server'
import { instantAt, toInstant } from '@/lib/kernel/zone'
import { inboxFolder } from '@/lib/messages/server/channels-of-env'
import { round } from '../../../api/round'
import { nothingHere, readPost, seeOther } from '../../post'

const BUDGET_MS = 25_000

/** Sends what would be due if it were that time on the wall of Istanbul: so that nobody has to wait a day for a reminder to try it. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!inboxFolder()) return nothingHere()
  const form = await readPost(request)
  if (form instanceof Response) return form
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(form('saat')[0] ?? '') ?? []
  const now =
    day && hour && minute
      ? instantAt(day, Number(hour) * 60 + Number(minute), 'Europe/Istanbul')
      : toInstant(new Date())
  const { sent = 0 } = await round({ budgetMs: BUDGET_MS, clock: now })
  return seeOther(`/gelen-kutusu?${new URLSearchParams({ sonuc: String(sent), saat: now })}`)
}
