import { ButtonLink } from '@/components/ui/button'
import { CallIcon, WhatsAppIcon } from '@/components/ui/icons'
import { formatPhone } from '@/lib/kernel/phone-format'
import { whatsAppHref } from './whatsapp'

/** A number and the two things that are done with it. */
export function PhoneActions({ phone, main }: { phone: string; main: boolean }) {
  const shown = formatPhone(phone)
  const whatsApp = whatsAppHref(phone)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-name">{shown}</p>
      <div className="flex flex-wrap gap-2 *:flex-auto">
        <ButtonLink
          href={`tel:${phone}`}
          variant={main ? 'do' : 'plain'}
          icon={<CallIcon />}
          aria-label={`Ara: ${shown}`}
        >
          Ara
        </ButtonLink>
        {whatsApp && (
          <ButtonLink
            href={whatsApp}
            target="_blank"
            rel="noopener"
            icon={<WhatsAppIcon />}
            aria-label={`WhatsApp: ${shown}`}
          >
            WhatsApp
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
