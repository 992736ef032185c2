import { ActionForm, FormSelect } from '@/components/tenants/action-form'
import { SubmitButton } from '@/components/ui/button'
import type { Id } from '@/lib/kernel/id'
import type { Seat } from '@/lib/tenants/server/seats-of'
import type { Member } from '@/lib/tenants/server/team-of'
import { setSeat } from './actions'

interface SeatFormProps {
  tenantId: Id
  member: Member
  members: readonly Member[]
  seats: readonly Seat[]
}

/** Which chair a member sits in. */
export function SeatForm({ tenantId, member, members, seats }: SeatFormProps) {
  const mine = seats.find(seat => seat.memberId === member.id)?.id ?? ''
  const sitting = (seat: Seat) => members.find(one => one.id === seat.memberId && one.id !== member.id)
  return (
    <ActionForm
      // The choice shown is the one that holds, whoever made it.
      key={mine}
      action={setSeat}
      hidden={{ tenantId, memberId: member.id }}
      values={{ staffId: mine }}
      className="flex flex-wrap items-end gap-2 pt-1"
    >
      <div className="min-w-0 flex-1 basis-40">
        <FormSelect name="staffId" label="Koltuğu" hint="Telefonu kendi sütunuyla açılır.">
          <option value="">Yok</option>
          {seats.map(seat => (
            <option key={seat.id} value={seat.id} disabled={sitting(seat) !== undefined}>
              {[seat.name, sitting(seat)?.name].filter(Boolean).join(' · ')}
            </option>
          ))}
        </FormSelect>
      </div>
      <SubmitButton variant="plain" full={false}>
        Kaydet
      </SubmitButton>
    </ActionForm>
  )
}
