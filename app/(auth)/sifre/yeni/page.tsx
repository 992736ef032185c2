import { ActionForm, FormPassword } from '@/components/tenants/action-form'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { Title } from '../../title'
import { setNewPassword } from '../actions'

export const metadata = { title: 'Yeni şifre' }

/** The link is used up only when the form is sent: mailboxes open links to look at them. */
export default async function NewPasswordPage({ searchParams }: { searchParams: Promise<{ token_hash?: unknown }> }) {
  const { token_hash: tokenHash } = await searchParams
  return (
    <>
      <Title>Yeni şifrenizi yazın</Title>
      {typeof tokenHash === 'string' ? (
        <ActionForm action={setNewPassword} hidden={{ tokenHash }}>
          <FormPassword name="password" label="Yeni şifre" hint="En az 8 karakter." autoComplete="new-password" />
          <SubmitButton>Şifremi değiştir</SubmitButton>
        </ActionForm>
      ) : (
        <p>Bu sayfa, e-postanıza gelen bağlantıyla açılır.</p>
      )}
      <ButtonLink href="/sifre" variant="quiet">
        Yeni bağlantı iste
      </ButtonLink>
    </>
  )
}
