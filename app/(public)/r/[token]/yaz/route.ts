import type { NextRequest } from 'next/server'
import { callTheShop } from '@/components/booking/page-frame'
import { ANYBODY, type Answers } from '@/lib/booking/asked'
import { bookVisit } from '@/lib/booking/server/book-visit'
import { visitOfLink } from '@/lib/booking/server/visit-of-link'
import { readTypedBooking } from '@/lib/booking/typed-booking'
import { stateOf, type Visit } from '@/lib/booking/visit'
import { packWritten, type Written } from '@/lib/booking/written'
import { toInstant } from '@/lib/kernel/zone'
import { nudgeMessages } from '@/lib/messages/server/nudge'
import { currentShopTexts, hashOf } from '@/lib/tenants/server/current-texts'
import { addressOf } from '@/lib/tenants/server/take-attempt'
import { KEPT, KNOWN_SECONDS, knownIn } from '../../../d/[slug]/kept'
import { cookie, nothingHere, orElse, readPost, seeOther } from '../../../post'
import { WRITTEN } from '../visit'

/** Nobody reads and writes a form sooner; a machine does. */
const QUICKEST_MS = 2_000

/** So long what could not be taken stays on the customer's phone. */
const WRITTEN_SECONDS = 600

type Unfinished = Pick<Written, 'message'> & Partial<Pick<Written, 'errors'>>

/** Books the kept time for whoever wrote his name; or back to the form, with all that he wrote. */
export async function POST(
  request: NextRequest,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const form = await readPost(request)
  if (form instanceof Response) return form
  const { token } = await params
  const path = `/r/${token}`
  const visit = await orElse<Visit | null | 'unreachable'>(
    () => visitOfLink(token),
    () => 'unreachable',
  )
  if (visit === 'unreachable') return seeOther(`${path}?haber=baglanti`)
  if (!visit) return nothingHere()
  const state = stateOf(visit, toInstant(new Date()))
  // Sent twice: what stands is shown.
  if (state !== 'choosing' && state !== 'kept-no-longer') return seeOther(path)

  const values = valuesOf(form)
  const back = (why: Unfinished) => {
    const answer = seeOther(form('kim')[0] === ANYBODY ? `${path}?kim=${ANYBODY}` : path)
    const written = packWritten({ shop: visit.shop.id, values, errors: {}, ...why })
    answer.cookies.set(WRITTEN, written, cookie('/r', WRITTEN_SECONDS))
    return answer
  }
  const typed = readTypedBooking(values)
  if (!typed.ok) return back({ errors: typed.errors })
  if (form('metin')[0] !== hashOf(currentShopTexts(visit.shop).aydinlatma)) {
    return back({ message: 'Aydınlatma Metni az önce yenilendi. Bakıp yeniden gönderin.' })
  }
  if (Date.now() - Date.parse(visit.linkedAt) < QUICKEST_MS) {
    return back({ message: 'Adınız ve telefonunuz doğru mu? Bakıp bir kez daha gönderin.' })
  }
  return orElse(
    async () => {
      const booked = await bookVisit(token, visit, {
        typed: typed.value,
        promotion: form('tanitim')[0] === 'on',
        trapped: form('bos').some(text => text !== ''),
        address: addressOf(request.headers),
        knownBy: request.cookies.get(knownIn(visit.shop.id))?.value ?? null,
      })
      if (!booked.ok && booked.error === 'call-the-shop') return back({ message: callTheShop(visit.shop) })
      if (!booked.ok && booked.error === 'slot-taken') return back({})
      nudgeMessages(visit.shop.id)
      const answer = seeOther(path)
      answer.cookies.set(WRITTEN, '', cookie('/r', 0))
      answer.cookies.set(knownIn(visit.shop.id), token, cookie('/r', KNOWN_SECONDS))
      if (visit.shop.slug) answer.cookies.set(KEPT, '', cookie(`/d/${visit.shop.slug}`, 0))
      return answer
    },
    () => back({ message: 'Şu an bağlanamadık. Yazdıklarınız duruyor; biraz sonra yeniden gönderin.' }),
  )
}

const valuesOf = (form: Answers): Written['values'] => ({
  name: form('ad')[0] ?? '',
  phone: form('telefon')[0] ?? '',
  note: form('not')[0] ?? '',
})
