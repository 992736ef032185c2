import { ActionForm, FormChoice, FormText } from '@/components/tenants/action-form'
import { InvitationLink } from '@/components/tenants/invitation-link'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { dayOf, formatDay } from '@/lib/kernel/zone'
import { feedsOf } from '@/lib/tenants/server/feeds-of'
import { requireRole } from '@/lib/tenants/server/require-role'
import { seatsOf } from '@/lib/tenants/server/seats-of'
import { type Member, type OpenInvitation, teamOf } from '@/lib/tenants/server/team-of'
import { roleNames } from '../invited'
import { Title } from '../title'
import { invite, remove, revoke, setSeesTill } from './actions'
import { CalendarLinks } from './calendar-links'
import { SeatForm } from './seat-form'

export const metadata = { title: 'Ekip' }

export default async function TeamPage({ searchParams }: { searchParams: Promise<{ dukkan?: unknown }> }) {
  const { user, shop } = await requireRole(['owner'], (await searchParams).dukkan)
  const [{ members, invitations }, seats, feeds] = await Promise.all([
    teamOf(user.client, shop.tenantId, new Date()),
    seatsOf(user.client, shop.tenantId),
    feedsOf(user.client, shop.tenantId),
  ])
  return (
    <>
      <div className="flex flex-col gap-1">
        <Title>Ekip</Title>
        <p className="text-ink-soft">{shop.name}</p>
      </div>

      <ul className="flex flex-col border-line border-t">
        {members.map(member => (
          <li key={member.id} className="flex flex-col gap-1 border-line border-b py-3">
            <MemberRow member={member} me={member.userId === user.id} />
            {/* Whoever is alone has nobody's column to be told from. */}
            {member.role !== 'accountant' && seats.length + members.length > 2 && (
              <SeatForm tenantId={shop.tenantId} member={member} members={members} seats={seats} />
            )}
          </li>
        ))}
        {invitations.map(invitation => (
          <li key={invitation.id} className="flex flex-col gap-1 border-line border-b py-3">
            <InvitationRow invitation={invitation} />
          </li>
        ))}
      </ul>

      <section className="flex flex-col gap-4">
        <h2 className="text-name font-semibold">Davet et</h2>
        <ActionForm action={invite} hidden={{ tenantId: shop.tenantId }} values={{ role: 'staff' }}>
          <FormText name="name" label="Adı" autoComplete="off" autoCapitalize="words" />
          <FormChoice
            name="role"
            label="Görevi"
            choices={[
              { value: 'staff', label: roleNames.staff },
              { value: 'accountant', label: roleNames.accountant },
            ]}
          />
          <InvitationLink shop={shop.name} />
          <SubmitButton>Davet bağlantısı hazırla</SubmitButton>
        </ActionForm>
      </section>

      <CalendarLinks tenantId={shop.tenantId} seats={seats} feeds={feeds} />

      <ButtonLink href={`/basla?dukkan=${shop.tenantId}`} full>
        Dükkâna dön
      </ButtonLink>
    </>
  )
}

function MemberRow({ member: { id, name, role, seesTill }, me }: { member: Member; me: boolean }) {
  return (
    <>
      <p className="text-name">{name}</p>
      <p className="text-ink-soft">
        {roleNames[role]}
        {me && ' (siz)'}
        {role === 'staff' && (seesTill ? ' · kasanın tamamını görür' : ' · kasada yalnız kendi aldığını görür')}
      </p>
      {!me && (
        <div className="flex flex-wrap gap-2">
          {role === 'staff' && (
            <ActionForm
              action={setSeesTill}
              hidden={{ id, seesTill: seesTill ? 'no' : 'yes' }}
              className="flex flex-col items-start gap-2"
            >
              <SubmitButton variant="plain" full={false}>
                {seesTill ? 'Kasayı gizle' : 'Kasayı göster'}
              </SubmitButton>
            </ActionForm>
          )}
          <details>
            <summary className="flex min-h-target cursor-pointer items-center px-4 font-semibold text-look">
              Çıkar
            </summary>
            <ActionForm action={remove} hidden={{ id }} className="flex flex-col items-start gap-2 pt-2">
              <p>{name} dükkânı hemen göremez olur, telefonundaki kopya silinir.</p>
              <SubmitButton variant="look" full={false}>
                Dükkândan çıkar
              </SubmitButton>
            </ActionForm>
          </details>
        </div>
      )}
    </>
  )
}

function InvitationRow({ invitation: { id, name, role, expiresAt } }: { invitation: OpenInvitation }) {
  const lastDay = formatDay(dayOf(new Date(expiresAt).toISOString(), 'Europe/Istanbul'))
  return (
    <>
      <p className="text-name">{name}</p>
      <p className="text-ink-soft">
        {roleNames[role]} · davet edildi, {lastDay} gününe kadar geçerli
      </p>
      <ActionForm action={revoke} hidden={{ id }} className="flex flex-col items-start gap-2">
        <SubmitButton variant="plain" full={false}>
          Daveti geri al
        </SubmitButton>
      </ActionForm>
    </>
  )
}
