'use client'

import { useLinkToken, visitUrl } from '@/components/appointments/visit/use-link-token'
import { timeWords } from '@/components/appointments/words'
import { whatsAppHref } from '@/components/customers/whatsapp'
import { useSend, useShop, useTogether } from '@/components/shop/shop-context'
import { Button, ButtonLink } from '@/components/ui/button'
import { WhatsAppIcon } from '@/components/ui/icons'
import { useSnackbar } from '@/components/ui/snackbar'
import { shareLink } from '@/lib/appointments/commands/share-link'
import { newId } from '@/lib/kernel/id'
import { dayOf, type Instant, toInstant } from '@/lib/kernel/zone'
import type { Message } from '@/lib/messages/message'
import { pageOf, textOf } from '@/lib/messages/render'
import { settleMessage } from '@/lib/messages/settle-message'
import { kindWords, reasonWords } from './words'

interface OwnMessageRowProps {
  message: Message
  name: string
  /** Who has none cannot be written to. */
  phone: string | undefined
  lapsesAt: Instant | null
  zone: string
}

/** One message: to whom, what, and the owner's WhatsApp with the text in it. Who opened it is taken at his word that he sent it. */
export function OwnMessageRow({ message, name, phone, lapsesAt, zone }: OwnMessageRowProps) {
  const { shop } = useShop()
  const send = useSend()
  const together = useTogether()
  const { show } = useSnackbar()
  const token = useLinkToken()
  if (!token) return null

  const page = pageOf(message.kind)
  const made = page === 'r' && !message.link
  const link = message.link ? location.origin + message.link : made ? visitUrl(token) : null
  const text = textOf(
    { kind: message.kind, shop: { ...shop, zone }, aboutAt: message.aboutAt, lapsesAt, owed: message.amount },
    link,
  )
  const href = whatsAppHref(phone, text)
  const settle = (outcome: 'sent' | 'not-sent') => send(settleMessage, { id: message.id, outcome })
  const sent = () =>
    together(async () => {
      await settle('sent')
      // The server learns of the link in the same breath.
      if (made && message.appointmentId)
        await send(shareLink, { id: newId(), appointmentId: message.appointmentId, tokenHash: token.hash })
    })
  const skip = async () => {
    await settle('not-sent')
    show({ text: 'Gönderilmeyecek' })
  }
  const when = message.appointmentId
    ? timeWords({ startsAt: message.aboutAt }, dayOf(toInstant(new Date()), zone), zone)
    : null
  return (
    <li className="flex flex-col gap-2 border-line border-b p-3 last:border-b-0">
      <p>
        <span className="block text-name wrap-anywhere">{name}</span>
        <span className="block text-ink-soft">
          {[kindWords[message.kind], when, message.reason && reasonWords[message.reason]].filter(Boolean).join(' · ')}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {href ? (
          <ButtonLink
            href={href}
            target="_blank"
            rel="noopener"
            variant="do"
            icon={<WhatsAppIcon />}
            onClick={() => void sent()}
            aria-label={`Gönder: ${name}`}
          >
            Gönder
          </ButtonLink>
        ) : (
          <p className="self-center text-ink-soft">Cep numarası yok</p>
        )}
        <Button onClick={() => void skip()} aria-label={`Gerek yok: ${name}`}>
          Gerek yok
        </Button>
      </div>
    </li>
  )
}
