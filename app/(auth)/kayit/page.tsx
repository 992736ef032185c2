import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ActionForm, FormPassword, FormText } from '@/components/tenants/action-form'
import { RegistrationTexts } from '@/components/tenants/registration-texts'
import { SubmitButton } from '@/components/ui/button'
import { currentTexts, hashOf } from '@/lib/tenants/server/current-texts'
import { userOfRequest } from '@/lib/tenants/server/require-user'
import { GoogleButton } from '../google-button'
import { invitedBy, pageAfterLogIn, withInvitation } from '../invited'
import { Title } from '../title'
import { register } from './actions'

export const metadata = { title: 'Hesap aç' }

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ davet?: unknown }> }) {
  const invitation = invitedBy((await searchParams).davet)
  if (await userOfRequest()) redirect(pageAfterLogIn(invitation))
  const texts = currentTexts()
  return (
    <>
      <Title>Hesabınızı açın</Title>
      <ActionForm
        action={register}
        hidden={{ noticeHash: hashOf(texts.aydinlatma), ...(invitation && { davet: invitation }) }}
      >
        <FormText name="name" label="Adınız ve soyadınız" autoComplete="name" autoCapitalize="words" />
        <FormText name="email" label="E-posta" type="email" inputMode="email" autoComplete="email" />
        <FormPassword name="password" label="Şifre" hint="En az 8 karakter." autoComplete="new-password" />
        <RegistrationTexts {...texts} />
        <SubmitButton>Hesap aç</SubmitButton>
      </ActionForm>
      <GoogleButton invitation={invitation} />
      <p>
        Hesabınız var mı?{' '}
        <Link
          href={withInvitation('/giris', invitation)}
          className="inline-flex min-h-target items-center font-semibold text-do underline underline-offset-4"
        >
          Giriş yapın
        </Link>
      </p>
    </>
  )
}
