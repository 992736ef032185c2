import type { NextRequest } from 'next/server'
import { askedPath, nextQuestion, readAsked } from '@/lib/booking/asked'
import { LINK_TOKEN } from '@/lib/booking/link-token'
import { HOLD_MINUTES, holdTime, newToken } from '@/lib/booking/server/hold-time'
import { shopPage } from '@/lib/booking/server/shop-page'
import { instant } from '@/lib/kernel/fields'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { addressOf } from '@/lib/tenants/server/take-attempt'
import { cookie, nothingHere, orElse, readPost, seeOther } from '../../../post'
import type { News } from '../../../sentences'
import { KEPT } from '../kept'

/** Keeps the chosen time, and leads to the page on which its customer writes his name. */
export async function POST(request: NextRequest, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const form = await readPost(request)
  if (form instanceof Response) return form
  const { slug } = await params
  return orElse(
    async () => {
      const book = await shopPage(slug)
      if (!book) return nothingHere()
      const asked = readAsked(form, book)
      const question = nextQuestion(asked, book)
      const startsAt = instant.safeParse(form('saat')[0])
      if (question.ask !== 'when' || !startsAt.success) return seeOther(askedPath(slug, asked))

      const [token = ''] = form('anahtar')
      const kept = await holdTime(book, question.parts, {
        startsAt: startsAt.data,
        token: LINK_TOKEN.test(token) ? token : newToken(),
        before: request.cookies.get(KEPT)?.value ?? null,
        address: addressOf(request.headers),
        now: toInstant(new Date()),
      })
      if (!kept.ok) {
        const haber: News = kept.error === 'slot-taken' ? 'dolu' : 'arayin'
        const day = dayOf(startsAt.data, book.shop.zone)
        return seeOther(askedPath(slug, { ...asked, day }, { haber }))
      }
      const answer = seeOther(`/r/${kept.value}${asked.who ? `?kim=${asked.who}` : ''}`)
      answer.cookies.set(KEPT, kept.value, cookie(`/d/${slug}`, HOLD_MINUTES * 60))
      return answer
    },
    () => seeOther(`/d/${slug}/randevu?haber=baglanti`),
  )
}
