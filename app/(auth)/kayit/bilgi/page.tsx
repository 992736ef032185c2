import { ActionForm } from '@/components/tenants/action-form'
import { RegistrationTexts } from '@/components/tenants/registration-texts'
import { SubmitButton } from '@/components/ui/button'
import { currentTexts, hashOf } from '@/lib/tenants/server/current-texts'
import { requireUser } from '@/lib/tenants/server/require-user'
import { Title } from '../../title'
import { readTexts } from '../actions'

export const metadata = { title: 'Kişisel verileriniz' }

export default async function TextsPage() {
  await requireUser()
  const texts = currentTexts()
  return (
    <>
      <Title>Kişisel verileriniz</Title>
      <ActionForm action={readTexts} hidden={{ noticeHash: hashOf(texts.aydinlatma) }}>
        <RegistrationTexts {...texts} />
        <SubmitButton>Devam et</SubmitButton>
      </ActionForm>
    </>
  )
}
