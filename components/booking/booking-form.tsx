import type { Written } from '@/lib/booking/written'
import type { LegalText } from '@/lib/tenants/legal/legal-text'
import { Say } from './page-frame'
import { SendButton, TextLink } from './plain-button'
import { PlainArea, PlainCheck, PlainField } from './plain-field'

interface BookingFormProps {
  action: string
  /** What was sent before and could not be taken. */
  written: Written | null
  texts: { aydinlatma: LegalText; acikRiza: LegalText }
  /** Names the notice that is shown, so that what is recorded as shown is what was. */
  noticeHash: string
  noticePath: string
}

/** Who comes. The notice informs and asks for nothing; the consent to promotion is apart, optional and unticked (Kurul İlke Kararı 2026/347). */
export function BookingForm({ action, written, texts, noticeHash, noticePath }: BookingFormProps) {
  const { values, errors, message } = written ?? { values: { name: '', phone: '', note: '' }, errors: {} }
  const [wrong] = Object.keys(errors)
  return (
    // Our sentences instead of the browser's, which may speak another language.
    <form method="post" action={action} noValidate className="flex flex-col gap-5">
      {message && <Say>{message}</Say>}
      <PlainField
        name="ad"
        label="Adınız ve soyadınız"
        autoComplete="name"
        autoCapitalize="words"
        defaultValue={values.name}
        error={errors.name}
        autoFocus={wrong === 'name'}
      />
      <PlainField
        name="telefon"
        label="Telefonunuz"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        placeholder="0532 123 45 67"
        defaultValue={values.phone}
        error={errors.phone}
        autoFocus={wrong === 'phone'}
      />
      <PlainArea
        name="not"
        label="Notunuz (isteğe bağlı)"
        defaultValue={values.note}
        error={errors.note}
        autoFocus={wrong === 'note'}
      />
      {/* Machines fill every field they find. */}
      <div aria-hidden="true" className="sr-only">
        <label htmlFor="bos">Bu alanı boş bırakın</label>
        <input id="bos" name="bos" tabIndex={-1} autoComplete="off" />
      </div>
      <input type="hidden" name="metin" value={noticeHash} />

      <section aria-label={texts.aydinlatma.title} className="text-small text-ink-soft">
        {texts.aydinlatma.summary.map(line => (
          <p key={line}>{line}</p>
        ))}
        <TextLink href={noticePath} target="_blank">
          Aydınlatma Metni
        </TextLink>
      </section>
      <section
        aria-labelledby="tanitim-baslik"
        className="flex flex-col gap-1 rounded-control border border-line bg-card px-gutter py-3 text-small"
      >
        <h2 id="tanitim-baslik" className="font-semibold">
          {texts.acikRiza.title}
        </h2>
        {texts.acikRiza.summary.map(line => (
          <p key={line} className="text-ink-soft">
            {line}
          </p>
        ))}
        <PlainCheck name="tanitim" label="Açık rıza veriyorum (isteğe bağlı)." />
      </section>
      <SendButton>Randevu al</SendButton>
    </form>
  )
}
