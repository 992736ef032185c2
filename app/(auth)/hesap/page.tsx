import Link from 'next/link'
import { ActionForm, FormDone, FormPassword } from '@/components/tenants/action-form'
import { LegalSummary } from '@/components/tenants/legal-text'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { dayOf, formatDay } from '@/lib/kernel/zone'
import { currentTexts } from '@/lib/tenants/server/current-texts'
import { consentsOf, promotionOf } from '@/lib/tenants/server/record-consents'
import { requireUser } from '@/lib/tenants/server/require-user'
import { Title } from '../title'
import { changeMyPassword, setMyPromotion } from './actions'

export const metadata = { title: 'Hesap' }

export default async function AccountPage() {
  const user = await requireUser()
  const last = promotionOf(await consentsOf(user))
  const given = last?.kind === 'given'
  return (
    <>
      <div className="flex flex-col gap-1">
        <Title>Hesap</Title>
        <p className="text-ink-soft">{user.email}</p>
      </div>

      <section className="flex flex-col gap-4">
        <h2 className="text-name font-semibold">Şifre değiştir</h2>
        <ActionForm action={changeMyPassword}>
          <FormPassword name="oldPassword" label="Şu anki şifreniz" autoComplete="current-password" />
          <FormPassword name="newPassword" label="Yeni şifre" hint="En az 8 karakter." autoComplete="new-password" />
          <FormDone />
          <SubmitButton>Şifremi değiştir</SubmitButton>
        </ActionForm>
      </section>

      <section className="flex flex-col gap-4">
        <h2 className="text-name font-semibold">İzinler</h2>
        <LegalSummary text={currentTexts().acikRiza}>
          <p className="font-semibold">
            {given ? 'İzin verdiniz.' : 'İzin yok.'}
            {last && ` (${formatDay(dayOf(new Date(last.created_at).toISOString(), 'Europe/Istanbul'))})`}
          </p>
          <ActionForm
            action={setMyPromotion}
            hidden={{ given: given ? 'no' : 'yes' }}
            className="flex flex-col items-start gap-2"
          >
            <SubmitButton variant="plain" full={false}>
              {given ? 'İznimi geri al' : 'İzin ver'}
            </SubmitButton>
          </ActionForm>
        </LegalSummary>
        <Link
          href="/kvkk/aydinlatma"
          className="inline-flex min-h-target items-center text-do underline underline-offset-4"
        >
          Hesabınız için Aydınlatma Metni
        </Link>
      </section>

      <ButtonLink href="/basla" full>
        Dükkâna dön
      </ButtonLink>
    </>
  )
}
