import type { ReactNode } from 'react'
import { changeableUntil, isChangeable, standingParts, type Visit, type VisitState } from '@/lib/booking/visit'
import { formatPhone } from '@/lib/kernel/phone-format'
import { dayOf, formatDay, formatTime, type Instant } from '@/lib/kernel/zone'
import { Say, WaysToShop } from './page-frame'
import { PlainLink, SendButton, TextLink } from './plain-button'
import { PlainCalendarIcon, PlainDoneIcon, PlainMessageIcon } from './plain-icons'
import { VisitLines } from './visit-lines'
import { toTime, unbroken } from './words'

/** The states in which a visit stands on its own page and not in a form. */
export type StandingState = Exclude<VisitState, 'choosing' | 'kept-no-longer'>

export const visitTitles: Record<StandingState, string> = {
  offered: 'Size bir saat ayrıldı',
  requested: 'Randevu isteğiniz alındı',
  confirmed: 'Randevunuz tamam',
  over: 'Bu randevunun saati geçti',
  'cancelled-by-shop': 'Dükkân bu randevuyu iptal etti',
  'cancelled-by-customer': 'Randevunuzu iptal ettiniz',
  unanswered: 'Bu saat artık size ayrılı değil',
}

interface VisitViewProps {
  visit: Visit
  state: StandingState
  /** `/r/<token>` */
  path: string
  /** The same with the site in front, to be kept or sent. */
  url: string
  name: string | null
  now: Instant
  /** Where another appointment is made; null: the shop's page is closed. */
  again: string | null
}

/** What a customer sees of his visit, and all he can do with it. */
export function VisitView({ visit, state, path, url, name, now, again }: VisitViewProps) {
  const [first] = standingParts(visit) as [Visit['parts'][number]]
  const open = state === 'offered' || state === 'requested' || state === 'confirmed'
  return (
    <>
      <VisitLines visit={visit} name={name} gone={!open} />
      {state === 'requested' && (
        <>
          <p>Dükkân onaylayınca kesinleşir. Onaylandığını bu sayfadan görürsünüz.</p>
          {first.lapsesAt && first.lapsesAt < first.startsAt && (
            <p>{until(first.lapsesAt, visit, 'Saatiniz', 'tutulur.')}</p>
          )}
        </>
      )}
      {state === 'offered' && (
        <>
          <p>{until(first.lapsesAt, visit, 'Bu saat', 'sizin için tutuluyor.') || 'Bu saat sizin için tutuluyor.'}</p>
          <Act path={path} act="geliyorum" icon={<PlainDoneIcon />}>
            Bu saati alıyorum
          </Act>
        </>
      )}
      {state === 'confirmed' &&
        (first.confirmedAt ? (
          <Say tone="plain">Geleceğinizi bildirdiniz. Sizi bekliyoruz.</Say>
        ) : (
          <Act path={path} act="geliyorum" icon={<PlainDoneIcon />}>
            Geleceğim
          </Act>
        ))}
      {state === 'unanswered' && (
        <p>Onay zamanında gelmedi ya da süre doldu. Başka bir saat seçebilir, dükkânı arayabilirsiniz.</p>
      )}

      {open && (
        <div className="flex flex-col gap-2">
          <PlainLink href={`${path}/takvim`} full icon={<PlainCalendarIcon />}>
            Takvimime ekle
          </PlainLink>
          <PlainLink
            href={`https://wa.me/?${new URLSearchParams({ text: `${visit.shop.name} randevum: ${url}` })}`}
            rel="noreferrer"
            full
            icon={<PlainMessageIcon />}
          >
            Bağlantıyı WhatsApp’ta sakla
          </PlainLink>
          <p className="text-small text-ink-soft">Randevunuza bu sayfanın bağlantısından yeniden bakarsınız.</p>
        </div>
      )}
      {open && <Change visit={visit} state={state} path={path} now={now} />}
      {!open && again && (
        <PlainLink href={again} variant="do" full>
          Yeni randevu al
        </PlainLink>
      )}
      <WaysToShop shop={visit.shop} />
      <footer className="mt-auto flex flex-wrap items-center justify-between gap-x-6 border-line border-t pt-2 text-small">
        <TextLink href={`${path}/aydinlatma`}>Kişisel verileriniz</TextLink>
        <form method="post" action={`${path}/yap`}>
          <button
            type="submit"
            name="ne"
            value="tanitim-yok"
            className="min-h-target text-do underline underline-offset-4"
          >
            Tanıtım mesajı istemiyorum
          </button>
        </form>
      </footer>
    </>
  )
}

/** One act, one button: looking at the page does nothing, sending this does. */
function Act({ path, act, icon, children }: { path: string; act: string; icon: ReactNode; children: ReactNode }) {
  return (
    <form method="post" action={`${path}/yap`}>
      <SendButton name="ne" value={act} icon={icon}>
        {children}
      </SendButton>
    </form>
  )
}

function Change({
  visit,
  state,
  path,
  now,
}: Pick<VisitViewProps, 'visit' | 'path' | 'now'> & { state: StandingState }) {
  if (!isChangeable(visit, now)) {
    const { phone } = visit.shop
    return (
      <p>
        Artık buradan değiştirilemiyor. Gelemeyecekseniz lütfen dükkânı arayın
        {phone ? `: ${unbroken(formatPhone(phone))}` : ''}.
      </p>
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2 *:flex-auto">
        {state !== 'offered' && <PlainLink href={`${path}/tasi`}>Saati değiştir</PlainLink>}
        <PlainLink href={`${path}/iptal`}>{state === 'offered' ? 'Bu saati istemiyorum' : 'İptal et'}</PlainLink>
      </div>
      <p className="text-small text-ink-soft">
        {until(changeableUntil(visit), visit, '', 'değiştirebilir, iptal edebilirsiniz.')}
      </p>
    </div>
  )
}

/** `Bu saat 27 Kasım Cuma 14:35’e kadar tutulur.`; empty without an end. */
function until(instant: Instant | null, { shop }: Visit, before: string, after: string): string {
  if (!instant) return ''
  const when = `${formatDay(dayOf(instant, shop.zone))} ${toTime(formatTime(instant, shop.zone))} kadar`
  return [before, when, after].filter(Boolean).join(' ')
}
