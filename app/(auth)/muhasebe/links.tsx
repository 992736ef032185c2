import { LinkRow } from '@/components/accounting/link-row'
import { NewLink } from '@/components/accounting/new-link'
import { ActionForm, FormChoice, FormText } from '@/components/tenants/action-form'
import { SubmitButton } from '@/components/ui/button'
import type { Books } from '@/lib/accounting/books'
import type { AccountantLink } from '@/lib/accounting/server/links-of'
import { share, takeBack } from './actions'

/** The links that are out, what became of them, and a new one for the period that is looked at. */
export function AccountantLinks({
  books: { shop, period },
  links,
}: {
  books: Books
  links: readonly AccountantLink[]
}) {
  return (
    <section id="baglanti" aria-labelledby="baglanti-baslik" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="baglanti-baslik" className="text-name font-semibold">
          Muhasebeciye bağlantı
        </h2>
        <p className="text-ink-soft">
          Hesap açmadan, yalnızca bu dönemi görür ve indirir. İstediğiniz zaman geri alırsınız.
        </p>
      </div>
      {links.length > 0 && (
        <ul className="flex flex-col border-line border-t">
          {links.map(link => (
            <li key={link.id} className="flex flex-col gap-1 border-line border-b py-3">
              <LinkRow link={link} zone={shop.zone} />
              <ActionForm action={takeBack} hidden={{ id: link.id }} className="flex flex-col items-start gap-2">
                <SubmitButton variant="plain" full={false}>
                  Bağlantıyı geri al
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      {/* Anew for each period: what a form holds stays when only the page around it changes, and the link would be of another month. */}
      <ActionForm
        key={`${period.from} ${period.to}`}
        action={share}
        hidden={{ tenantId: shop.id }}
        values={{ from: period.from, to: period.to, days: '30' }}
      >
        <FormText name="name" label="Kime?" hint="Siz tanıyasınız diye." autoComplete="off" autoCapitalize="words" />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-4">
          <FormText name="from" label="İlk gün" type="date" />
          <FormText name="to" label="Son gün" type="date" />
        </div>
        <FormChoice
          name="days"
          label="Kaç gün açık kalsın?"
          choices={[
            { value: '7', label: '7 gün' },
            { value: '30', label: '30 gün' },
            { value: '90', label: '90 gün' },
          ]}
        />
        <NewLink shop={shop.name} />
        <SubmitButton>Bağlantı hazırla</SubmitButton>
      </ActionForm>
    </section>
  )
}
