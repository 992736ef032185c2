import { ActionForm } from '@/components/tenants/action-form'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { invitationOf } from '@/lib/tenants/server/invitation-of'
import { userOfRequest } from '@/lib/tenants/server/require-user'
import { roleNames, withInvitation } from '../../invited'
import { sentences } from '../../sentences'
import { Title } from '../../title'
import { accept } from './actions'

export const metadata = { title: 'Davet', robots: { index: false } }

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [invitation, user] = await Promise.all([invitationOf(token), userOfRequest()])
  if (invitation?.state !== 'open') {
    return (
      <>
        <Title>Davet</Title>
        <Notice tone="look" title={sentences[invitation?.state ?? 'unknown']} />
        <ButtonLink href="/basla" full>
          Siftah’a git
        </ButtonLink>
      </>
    )
  }
  return (
    <>
      <Title>{invitation.shop} sizi davet ediyor</Title>
      <p>
        Merhaba {invitation.name}, dükkâna katılın. Göreviniz: <strong>{roleNames[invitation.role]}</strong>.
      </p>
      {user ? (
        <ActionForm action={accept} hidden={{ token }}>
          <p className="text-ink-soft">Giriş yapan: {user.email}</p>
          <SubmitButton>Dükkâna katıl</SubmitButton>
        </ActionForm>
      ) : (
        <div className="flex flex-col gap-3">
          <ButtonLink href={withInvitation('/kayit', token)} variant="do" full>
            Hesap aç ve katıl
          </ButtonLink>
          <ButtonLink href={withInvitation('/giris', token)} full>
            Hesabım var, giriş yap
          </ButtonLink>
        </div>
      )}
    </>
  )
}
