import { redirect } from 'next/navigation'
import { ChooseTime } from '@/components/booking/choose-time'
import { PageFrame, Say } from '@/components/booking/page-frame'
import { TextLink } from '@/components/booking/plain-button'
import { VisitLines } from '@/components/booking/visit-lines'
import { ANYBODY } from '@/lib/booking/asked'
import { type TimesToChoose, timesToChoose } from '@/lib/booking/server/times-to-choose'
import { isChangeable, standingParts, wishedAgain } from '@/lib/booking/visit'
import { day as dayField } from '@/lib/kernel/fields'
import { type Day, dayOf } from '@/lib/kernel/zone'
import { orElse } from '../../../post'
import { newsOf } from '../../../sentences'
import { Unreachable } from '../../../unreachable'
import { visitAt, visitMetadata } from '../visit'

export const metadata = visitMetadata

interface Props {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Another free time for the same services, with the same people or with whoever can. */
export default async function MovePage({ params, searchParams }: Props) {
  const shown = await visitAt(params)
  if (!shown) return <Unreachable />
  const { visit, state, path, now } = shown
  if (state !== 'requested' && state !== 'confirmed') redirect(path)
  if (!isChangeable(visit, now)) redirect(`${path}?haber=gec`)

  const query = await searchParams
  const byAnybody = query.kim === ANYBODY && visit.rules.anyStaff
  const day = dayField.safeParse(query.gun)
  const times = await orElse<TimesToChoose | null>(
    () =>
      timesToChoose(
        visit,
        { parts: wishedAgain(visit, byAnybody), now, own: visit.parts.map(({ id }) => id) },
        day.success ? day.data : null,
      ),
    () => null,
  )
  if (!times) return <Unreachable />
  const pathOf = (answers: { gun?: Day; kim?: string }) => `${path}/tasi?${new URLSearchParams(answers)}`
  const who = byAnybody ? { kim: ANYBODY } : {}
  const news = newsOf(query.haber, visit.shop)
  const others = visit.rules.anyStaff && visit.staff.length > 1
  return (
    <PageFrame shop={visit.shop} back={path} title="Yeni saatiniz?">
      {news && <Say>{news}</Say>}
      <VisitLines visit={visit} />
      {others && (
        <p>
          {byAnybody ? (
            <TextLink href={pathOf({ gun: times.day })}>Yalnız {whoOf(visit)} olsun</TextLink>
          ) : (
            <TextLink href={pathOf({ gun: times.day, kim: ANYBODY })}>Kim olursa olsun</TextLink>
          )}
        </p>
      )}
      <ChooseTime
        book={visit}
        times={times}
        today={dayOf(now, visit.shop.zone)}
        dayPath={to => pathOf({ gun: to, ...who })}
        action={`${path}/yap`}
      >
        <input type="hidden" name="ne" value="tasi" />
        {byAnybody && <input type="hidden" name="kim" value={ANYBODY} />}
      </ChooseTime>
    </PageFrame>
  )
}

const whoOf = (visit: Parameters<typeof standingParts>[0] & { staffNames: Record<string, string> }) =>
  [...new Set(standingParts(visit).map(({ staffId }) => visit.staffNames[staffId]))].join(', ')
