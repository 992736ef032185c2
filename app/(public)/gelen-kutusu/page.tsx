import { SendButton, TextLink } from '@/components/booking/plain-button'
import { Conversation } from '@/components/messages/conversation'
import { instant } from '@/lib/kernel/fields'
import { formatPhone } from '@/lib/kernel/phone-format'
import { dayOf, formatTime, type Instant } from '@/lib/kernel/zone'
import { inboxFolder } from '@/lib/messages/server/channels-of-env'
import { answeredIn, landedIn } from '@/lib/messages/server/inbox-store'
import { recipientHash } from '@/lib/messages/server/secrets'
import { leadNowhere } from '../nowhere'

export const metadata = { title: { absolute: 'Deneme gelen kutusu' }, robots: { index: false, follow: false } }

interface Props {
  searchParams: Promise<{ kime?: unknown; sonuc?: unknown; saat?: unknown }>
}

/**
 * What customers' phones would show, where nobody has an account at a provider: on the built-in stack only. People are named by a hash in the address, as
 * no address of ours holds a number.
 */
export default async function InboxPage({ searchParams }: Props) {
  const folder = inboxFolder()
  if (!folder) return leadNowhere()
  const [landed, answered, { kime, sonuc, saat }] = await Promise.all([
    landedIn(folder),
    answeredIn(folder),
    searchParams,
  ])
  const clock = instant.safeParse(saat)
  const at: Record<string, string> = clock.success ? { saat: clock.data } : {}
  const people = [...new Set(landed.map(({ to }) => to).reverse())]
  const open = people.find(to => recipientHash(to) === kime) ?? people[0]
  return (
    <div className="mx-auto flex min-h-dvh max-w-lg flex-col gap-4 px-gutter py-4">
      <header>
        <h1 className="text-name font-semibold">Deneme gelen kutusu</h1>
        <p className="text-ink-soft">
          Bu bilgisayardan kimseye mesaj gitmez. Müşterinin telefonunda görünecek olan burada durur.
        </p>
      </header>
      <form method="post" action="/gelen-kutusu/saat" className="flex flex-wrap items-end gap-2">
        <label className="flex flex-1 basis-48 flex-col gap-1">
          <span className="text-small text-ink-soft">Saat şu olsaydı</span>
          <input
            type="datetime-local"
            name="saat"
            required
            defaultValue={clock.success ? wallOf(clock.data) : undefined}
            className="min-h-target w-full rounded-control border border-edge bg-card px-3"
          />
        </label>
        <SendButton variant="plain" full={false}>
          Zamanı gelenleri gönder
        </SendButton>
      </form>
      {typeof sonuc === 'string' && /^\d+$/.test(sonuc) && <p role="status">{sonuc} mesaj gönderildi.</p>}
      {people.length === 0 && (
        <p>Henüz mesaj yok. Bir randevu yazın; dükkânın mesaj yolu WhatsApp ise burada görünür.</p>
      )}
      {people.length > 1 && (
        <nav aria-label="Telefonlar" className="flex flex-wrap gap-x-4">
          {people.map(to => (
            <TextLink
              key={to}
              href={`?${new URLSearchParams({ kime: recipientHash(to), ...at })}`}
              aria-current={to === open ? 'page' : undefined}
            >
              {to.startsWith('+') ? formatPhone(to) : to}
            </TextLink>
          ))}
        </nav>
      )}
      {open && (
        <Conversation
          to={open}
          landed={landed.filter(({ to }) => to === open)}
          answered={answered.filter(({ from }) => from === open)}
          action={`/gelen-kutusu/bas?${new URLSearchParams({ kime: recipientHash(open), ...at })}`}
        />
      )}
    </div>
  )
}

/** `2026-11-25T14:30` on the wall of Istanbul, as the field wants it. */
const wallOf = (at: Instant) => `${dayOf(at, 'Europe/Istanbul')}T${formatTime(at, 'Europe/Istanbul')}`
