import type { NextRequest } from 'next/server'
import { ANYBODY, type Answers } from '@/lib/booking/asked'
import { type ActRefusal, actOnVisit, moveVisit, refusePromotion } from '@/lib/booking/server/act-on-visit'
import { visitOfLink } from '@/lib/booking/server/visit-of-link'
import type { Visit } from '@/lib/booking/visit'
import { instant } from '@/lib/kernel/fields'
import type { Id } from '@/lib/kernel/id'
import type { Result } from '@/lib/kernel/result'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { nudgeMessages } from '@/lib/messages/server/nudge'
import { KNOWN_SECONDS, knownIn } from '../../../d/[slug]/kept'
import { cookie, nothingHere, orElse, readPost, seeOther } from '../../../post'
import type { News } from '../../../sentences'

const refusals: Record<ActRefusal, News> = {
  unknown: 'kapali',
  'not-open': 'kapali',
  'too-late': 'gec',
  'slot-taken': 'dolu',
  'call-the-shop': 'arayin',
}

/** What a customer does with his visit: he will come, he will not, he comes at another time, he wants no promotion. */
export async function POST(
  request: NextRequest,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const form = await readPost(request)
  if (form instanceof Response) return form
  const { token } = await params
  const path = `/r/${token}`
  return orElse(
    async () => {
      const visit = await visitOfLink(token)
      if (!visit) return nothingHere()
      nudgeMessages(visit.shop.id)
      switch (form('ne')[0]) {
        case 'geliyorum':
          return after(await actOnVisit(token, 'confirm'), { known: visit.shop.id })
        case 'iptal':
          return after(await actOnVisit(token, 'cancel'))
        case 'tasi':
          return move(visit, form)
        case 'tanitim-yok':
          return after(await refusePromotion(token, visit), { news: 'tanitim-yok' })
        default:
          return seeOther(path)
      }
    },
    () => seeOther(`${path}?haber=baglanti`),
  )

  async function move(visit: Visit, form: Answers): Promise<Response> {
    const startsAt = instant.safeParse(form('saat')[0])
    if (!startsAt.success) return seeOther(`${path}/tasi`)
    const byAnybody = form('kim')[0] === ANYBODY
    const moved = await moveVisit(token, visit, { startsAt: startsAt.data, byAnybody, now: toInstant(new Date()) })
    if (moved.ok || moved.error !== 'slot-taken') return after(moved, { known: visit.shop.id })
    const query = { gun: dayOf(startsAt.data, visit.shop.zone), ...(byAnybody && { kim: ANYBODY }), haber: 'dolu' }
    return seeOther(`${path}/tasi?${new URLSearchParams(query)}`)
  }

  /** `known`: whoever does this by a link is known in that shop by it from now on. */
  function after(result: Result<null, ActRefusal>, { known, news }: { known?: Id; news?: News } = {}): Response {
    if (!result.ok) return seeOther(`${path}?haber=${refusals[result.error]}`)
    const answer = seeOther(news ? `${path}?haber=${news}` : path)
    if (known) answer.cookies.set(knownIn(known), token, cookie('/r', KNOWN_SECONDS))
    return answer
  }
}
