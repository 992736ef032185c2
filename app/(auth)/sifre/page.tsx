import { ActionForm, FormDone, FormText } from '@/components/tenants/action-form'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { Title } from '../title'
import { askForLink } from './actions'

export const metadata = { title: 'Şifremi unuttum' }

export default function ForgottenPasswordPage() {
  return (
    <>
      <Title>Şifrenizi yenileyin</Title>
      <p>E-posta adresinizi yazın; yeni şifre belirlemeniz için bir bağlantı gönderelim.</p>
      <ActionForm action={askForLink}>
        <FormText name="email" label="E-posta" type="email" inputMode="email" autoComplete="username" />
        <FormDone />
        <SubmitButton>Bağlantı gönder</SubmitButton>
      </ActionForm>
      <ButtonLink href="/giris" variant="quiet">
        Girişe dön
      </ButtonLink>
    </>
  )
}
