'use client'

import { useRef } from 'react'
import { whatsAppHref } from '@/components/customers/whatsapp'
import { useSend, useShop } from '@/components/shop/shop-context'
import { ButtonLink } from '@/components/ui/button'
import { WhatsAppIcon } from '@/components/ui/icons'
import { shareLink } from '@/lib/appointments/commands/share-link'
import { newId } from '@/lib/kernel/id'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import type { AgendaItem } from '../day/use-agenda'
import { useLinkToken, visitUrl } from './use-link-token'

/** The customer's own page of his visit, by the owner's WhatsApp: there he confirms, moves and cancels by himself. */
export function ShareVisit({ first: { appointment, customer } }: { first: AgendaItem }) {
  const { shop } = useShop()
  const send = useSend()
  const link = useLinkToken()
  const told = useRef(false)
  if (!link) return null

  const tellServer = () => {
    if (told.current) return // sent a second time it is still the same link
    told.current = true
    return send(shareLink, { id: newId(), appointmentId: appointment.id, tokenHash: link.hash })
  }
  const when = `${formatDay(dayOf(appointment.startsAt, shop.zone))} ${formatTime(appointment.startsAt, shop.zone)}`
  const text = `${shop.name}: ${when} randevunuz. Onaylamak, taşımak ya da iptal etmek için: ${visitUrl(link)}`
  const href = whatsAppHref(customer?.phones?.[0], text)
  if (!href) return null
  return (
    <ButtonLink href={href} target="_blank" rel="noopener" full icon={<WhatsAppIcon />} onClick={tellServer}>
      Randevu bağlantısı gönder
    </ButtonLink>
  )
}
