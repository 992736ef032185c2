import { cookies } from 'next/headers'
import { BookingForm } from '@/components/booking/booking-form'
import { PageFrame, Say, WaysToShop } from '@/components/booking/page-frame'
import { PlainLink } from '@/components/booking/plain-button'
import { VisitLines } from '@/components/booking/visit-lines'
import { VisitView, visitTitles } from '@/components/booking/visit-view'
import { toTime } from '@/components/booking/words'
import { ANYBODY, askedPath } from '@/lib/booking/asked'
import { offersBetween } from '@/lib/booking/server/offers'
import { bookedNameOf } from '@/lib/booking/server/open-name'
import { standingParts, wishedAgain } from '@/lib/booking/visit'
import { unpackWritten } from '@/lib/booking/written'
import { dayOf, formatTime } from '@/lib/kernel/zone'
import { currentShopTexts, hashOf } from '@/lib/tenants/server/current-texts'
import { orElse } from '../../post'
import { isGoodNews, newsOf } from '../../sentences'
import { Unreachable } from '../../unreachable'
import { againPath, type ShownVisit, visitAt, visitMetadata, WRITTEN } from './visit'

export const metadata = visitMetadata

interface Props {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What a customer's link shows: a form while he only keeps a time, then his visit. Looking changes nothing. */
export default async function VisitPage({ params, searchParams }: Props) {
  const shown = await visitAt(params)
  if (!shown) return <Unreachable />
  const query = await searchParams
  const { visit, state } = shown
  if (state === 'choosing' || state === 'kept-no-longer') {
    return orElse(
      () => Choosing({ shown, state, who: query.kim, message: newsOf(query.haber, visit.shop) }),
      () => <Unreachable />,
    )
  }
  const news = newsOf(query.haber, visit.shop)
  const name = await orElse(
    () => bookedNameOf(visit),
    () => null,
  )
  return (
    <PageFrame shop={visit.shop} title={visitTitles[state]}>
      {news && <Say tone={isGoodNews(query.haber) ? 'plain' : 'look'}>{news}</Say>}
      <VisitView {...shown} state={state} name={name} again={againPath(visit)} />
    </PageFrame>
  )
}

interface ChoosingProps {
  shown: ShownVisit
  state: 'choosing' | 'kept-no-longer'
  /** Whom he asked for. */
  who: unknown
  message: string | undefined
}

async function Choosing({ shown: { visit, path, now }, state, who, message }: ChoosingProps) {
  const { shop } = visit
  const [first] = standingParts(visit) as [(typeof visit.parts)[number]]
  const others = otherTimes(visit, who)
  if (state === 'kept-no-longer' && !(await isStillFree(visit, now))) {
    return (
      <PageFrame shop={shop} title="Bu saat doldu">
        <VisitLines visit={visit} gone />
        <p>Size ayırdığımız süre bitti, bu saati az önce başkası aldı.</p>
        {others ? (
          <PlainLink href={others} variant="do" full>
            Başka saat seç
          </PlainLink>
        ) : (
          <WaysToShop shop={shop} />
        )}
      </PageFrame>
    )
  }
  const texts = currentShopTexts(shop)
  const written = unpackWritten((await cookies()).get(WRITTEN)?.value, shop.id)
  return (
    <PageFrame shop={shop} back={others ?? undefined} title="Kim geliyor?">
      {message && <Say>{message}</Say>}
      <VisitLines visit={visit} />
      {state === 'choosing' && first.lapsesAt ? (
        <p className="text-ink-soft">
          Bu saat {toTime(formatTime(first.lapsesAt, shop.zone))} kadar sizin için tutuluyor.
        </p>
      ) : (
        <Say>Ayırdığımız süre bitti ama bu saat hâlâ boş. Hemen gönderirseniz sizin olur.</Say>
      )}
      <BookingForm
        action={`${path}/yaz`}
        written={written}
        texts={texts}
        noticeHash={hashOf(texts.aydinlatma)}
        noticePath={`${path}/aydinlatma`}
        anybody={who === ANYBODY}
      />
    </PageFrame>
  )
}

/** The times of that day, for the same wish. */
function otherTimes(visit: ShownVisit['visit'], who: unknown): string | null {
  const { shop, parts } = visit
  if (!shop.slug || !shop.publishedAt) return null
  const [first] = standingParts(visit) as [(typeof parts)[number]]
  return askedPath(shop.slug, {
    serviceIds: standingParts(visit).map(({ serviceId }) => serviceId),
    who: who === ANYBODY ? ANYBODY : first.staffId,
    day: dayOf(first.startsAt, shop.zone),
  })
}

async function isStillFree(visit: ShownVisit['visit'], now: string): Promise<boolean> {
  const [{ startsAt }] = standingParts(visit) as [(typeof visit.parts)[number]]
  const day = dayOf(startsAt, visit.shop.zone)
  const offers = await offersBetween(visit, { parts: wishedAgain(visit, false), now, own: [] }, day, day)
  return offers.some(offer => offer.startsAt === startsAt)
}
