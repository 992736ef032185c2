import { FeedLink } from '@/components/settings/feed-link'
import { ActionForm, FormChoice, FormSelect } from '@/components/tenants/action-form'
import { SubmitButton } from '@/components/ui/button'
import type { Id } from '@/lib/kernel/id'
import { dayOf, formatDay } from '@/lib/kernel/zone'
import type { Feed } from '@/lib/tenants/server/feeds-of'
import type { Seat } from '@/lib/tenants/server/seats-of'
import { shareCalendar, takeCalendarBack } from './actions'

interface CalendarLinksProps {
  tenantId: Id
  seats: readonly Seat[]
  feeds: readonly Feed[]
}

/** The addresses at which other calendars read a chair's appointments: those that are out, and a new one. */
export function CalendarLinks({ tenantId, seats, feeds }: CalendarLinksProps) {
  const [first] = seats
  return (
    <section id="takvim" aria-labelledby="takvim-baslik" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="takvim-baslik" className="text-name font-semibold">
          Takvim bağlantısı
        </h2>
        <p className="text-ink-soft">
          Randevular telefonun takviminde ya da Google Takvim’de de görünür. Oradan değiştirilemez.
        </p>
      </div>
      {feeds.length > 0 && (
        <ul className="flex flex-col border-line border-t">
          {feeds.map(({ id, chair, fullNames, createdAt }) => (
            <li key={id} className="flex flex-col gap-1 border-line border-b py-3">
              <p className="text-name">{chair}</p>
              <p className="text-ink-soft">
                {fullNames ? 'Tam isimle' : 'Baş harflerle'} ·{' '}
                {formatDay(dayOf(new Date(createdAt).toISOString(), 'Europe/Istanbul'))} gününden beri
              </p>
              <ActionForm action={takeCalendarBack} hidden={{ id }} className="flex flex-col items-start gap-2">
                <SubmitButton variant="plain" full={false}>
                  Bağlantıyı geri al
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      {first && (
        <ActionForm action={shareCalendar} hidden={{ tenantId }} values={{ staffId: first.id, names: 'initials' }}>
          <FormSelect name="staffId" label="Kimin randevuları?">
            {seats.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </FormSelect>
          <FormChoice
            name="names"
            label="Müşteriler nasıl yazılsın?"
            choices={[
              { value: 'initials', label: 'Baş harfler' },
              { value: 'full', label: 'Tam isim' },
            ]}
          />
          <FeedLink />
          <SubmitButton>Bağlantı hazırla</SubmitButton>
        </ActionForm>
      )}
    </section>
  )
}
