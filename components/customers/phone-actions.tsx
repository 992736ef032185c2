import { ButtonLink } from '@/components/ui/button'
import { CallIcon, WhatsAppIcon } from '@/components/ui/icons'
import { formatPhone } from '@/lib/kernel/phone-format'

// Turkish landlines and 444 numbers have no WhatsApp; of foreign numbers nobody here can tell.
const mayHaveWhatsApp = (e164: string) => /^\+(?!90)|^\+905/.test(e164)

/** A number and the two things that are done with it. */
export function PhoneActions({ phone, main }: { phone: string; main: boolean }) {
  const shown = formatPhone(phone)
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
        {mayHaveWhatsApp(phone) && (
          <ButtonLink
            href={`https://wa.me/${phone.slice(1)}`}
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
