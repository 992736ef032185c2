'use client'

import { whatsAppHref } from '@/components/customers/whatsapp'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button, ButtonLink } from '@/components/ui/button'
import { WhatsAppIcon } from '@/components/ui/icons'
import type { WaitingOffer } from '@/lib/appointments/offers/waiting-offers'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import { messageSettings } from '@/lib/messages/browser/own-messages'
import { untilTime } from '../turkish-times'
import type { WaitingList } from '../waiting/use-openings'
import { lapseOf, useWaitingActs } from '../waiting/use-waiting-acts'
import { useLinkToken, visitUrl } from './use-link-token'

interface OfferActsProps {
  offer: WaitingOffer
  list: WaitingList
  onPutAside: () => void
}

/**
 * Offers the time to who is first: kept for him, with a link to say yes by. The owner's own WhatsApp opens with the text ready, where messages do not go
 * by themselves.
 */
export function OfferActs({ offer, list, onPutAside }: OfferActsProps) {
  const { shop } = useShop()
  const acts = useWaitingActs()
  const link = useLinkToken()
  const settings = useLive(db => messageSettings(db, shop.id), [shop.id])
  if (!link || !list.rules) return null

  const { startsAt } = offer.offer
  const lapsesAt = lapseOf(list.rules.offerMinutes)
  const when = `${formatDay(dayOf(startsAt, shop.zone))} ${formatTime(startsAt, shop.zone)}`
  const until = untilTime(formatTime(lapsesAt, shop.zone))
  const text = `${shop.name}: ${when} için yer açıldı. ${until} kadar sizin için tutuyoruz. Almak için: ${visitUrl(link)}`
  // Where messages go by themselves the server tells him, with a link of its own.
  const byHand = !settings || settings.plan === 'own' || settings.plan === 'none'
  const href = byHand && whatsAppHref(list.customerOf(offer.waiting.customerId)?.phones?.[0], text)
  return (
    <>
      {href ? (
        <ButtonLink
          href={href}
          target="_blank"
          rel="noopener"
          variant="do"
          icon={<WhatsAppIcon />}
          onClick={() => acts.offer(offer, lapsesAt, link)}
        >
          Teklif et
        </ButtonLink>
      ) : (
        <Button variant="do" onClick={() => acts.offer(offer, lapsesAt, null)}>
          Teklif et
        </Button>
      )}
      <Button onClick={() => acts.accept(offer)}>Kabul etti</Button>
      <Button variant="quiet" onClick={onPutAside}>
        Şimdi değil
      </Button>
    </>
  )
}
