'use client'

import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Appointment, holdsItsChair } from '@/lib/appointments/appointment'
import { dayOf, formatTime, type Instant } from '@/lib/kernel/zone'
import { usePutAside } from '../news/use-put-aside'
import { untilTime } from '../turkish-times'
import { OfferActs } from '../visit/offer-acts'
import { useActs } from '../visit/use-acts'
import { timeWords } from '../words'
import { openingKey } from './openings'
import { useOpenings, type WaitingList } from './use-openings'

/** The day must not sink under a long waiting list: the next ones come when these are dealt with. */
const SHOWN = 3

/** What has become free for those who wait, and what was offered and waits for an answer. */
export function OpeningCards({ now }: { now: Instant }) {
  const list = useOpenings(now)
  const { isAside, putAside } = usePutAside('openings')
  if (!list) return null
  const shown = list.openings
    .map(opening => ({
      ...opening,
      offers: opening.offers.filter(one => !isAside(openingKey(opening, one.waiting.id))),
    }))
    .filter(({ offers }) => offers.length > 0)
    .slice(0, SHOWN)
  return (
    <div className="grid gap-2 empty:hidden md:grid-cols-2 xl:grid-cols-3">
      {list.offers
        .filter(offer => holdsItsChair(offer, now))
        .map(offer => (
          <OfferedCard key={offer.id} offer={offer} list={list} now={now} />
        ))}
      {shown.map(opening => (
        <OpeningCard
          key={openingKey(opening, '')}
          opening={opening}
          list={list}
          now={now}
          onPutAside={() => putAside(opening.offers.map(one => openingKey(opening, one.waiting.id)))}
        />
      ))}
    </div>
  )
}

interface OpeningCardProps {
  opening: WaitingList['openings'][number]
  list: WaitingList
  now: Instant
  onPutAside: () => void
}

function OpeningCard({ opening: { freed, offers, slot }, list, now, onPutAside }: OpeningCardProps) {
  const { shop } = useShop()
  const [first] = offers
  const chair = list.staff.length > 1 && list.staff.find(({ id }) => id === slot.staffId)?.name
  const when = timeWords(first!.offer, dayOf(now, shop.zone), shop.zone)
  const service = list.services.find(({ id }) => id === first!.waiting.serviceId)
  return (
    <Notice
      title={[`${when} ${freed ? 'boşaldı' : 'boş'}`, chair].filter(Boolean).join(' · ')}
      actions={
        // The next in order is somebody else, and gets a link of his own.
        <OfferActs key={first!.waiting.id} offer={first!} list={list} onPutAside={onPutAside} />
      }
    >
      <p>Bekleyenler: {offers.map(({ waiting }) => list.nameOf(waiting.customerId)).join(', ')}</p>
      <p className="text-ink-soft">
        Sıradaki: {[list.nameOf(first!.waiting.customerId), service?.name].filter(Boolean).join(' · ')}
      </p>
    </Notice>
  )
}

/** It is kept for him until he answers or his minutes are over; then it is the next one's turn. */
function OfferedCard({ offer, list, now }: { offer: Appointment; list: WaitingList; now: Instant }) {
  const { shop } = useShop()
  const { agree, withdraw } = useActs()
  const name = list.nameOf(offer.customerId)
  return (
    <Notice
      title={`${timeWords(offer, dayOf(now, shop.zone), shop.zone)} teklif edildi: ${name}`}
      actions={
        <>
          <Button variant="do" onClick={() => agree([offer])}>
            Kabul etti
          </Button>
          <Button onClick={() => withdraw(offer)}>İstemedi</Button>
        </>
      }
    >
      {offer.lapsesAt && <p>{untilTime(formatTime(offer.lapsesAt, shop.zone))} kadar onun için tutuluyor.</p>}
    </Notice>
  )
}
