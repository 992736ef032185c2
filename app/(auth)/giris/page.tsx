import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ActionForm, FormPassword, FormText } from '@/components/tenants/action-form'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { userOfRequest } from '@/lib/tenants/server/require-user'
import { GoogleButton } from '../google-button'
import { invitedBy, pageAfterLogIn, withInvitation } from '../invited'
import { Title } from '../title'
import { logIn } from './actions'

export const metadata = { title: 'Giriş yap' }

interface Query {
  davet?: unknown
  google?: unknown
}

export default async function LogInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { davet, google } = await searchParams
  const invitation = invitedBy(davet)
  if (await userOfRequest()) redirect(pageAfterLogIn(invitation))
  return (
    <>
      <Title>Giriş yapın</Title>
      {google === 'olmadi' && <Notice tone="look" title="Google ile giriş olmadı. Yeniden deneyin." />}
      <ActionForm action={logIn} hidden={invitation ? { davet: invitation } : {}}>
        <FormText name="email" label="E-posta" type="email" inputMode="email" autoComplete="username" />
        <FormPassword name="password" label="Şifre" autoComplete="current-password" />
        <SubmitButton>Giriş yap</SubmitButton>
      </ActionForm>
      <GoogleButton invitation={invitation} />
      <Link href="/sifre" className="inline-flex min-h-target items-center text-do underline underline-offset-4">
        Şifremi unuttum
      </Link>
      <div className="mt-auto flex flex-col gap-2 border-line border-t pt-4">
        <p>Siftah’ta yeni misiniz?</p>
        <ButtonLink href={withInvitation('/kayit', invitation)} full>
          Hesap aç
        </ButtonLink>
      </div>
    </>
  )
}
