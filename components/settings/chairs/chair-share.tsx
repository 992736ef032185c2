'use client'

import { useState } from 'react'
import { useOpenDay } from '@/components/cash/use-open-day'
import { useLive, useSend, useUnconfirmed } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { useSnackbar } from '@/components/ui/snackbar'
import { setStaffShare } from '@/lib/cash/commands/set-staff-share'
import { type StaffShare, shareId, shareOn } from '@/lib/cash/share'
import type { Id } from '@/lib/kernel/id'
import { formatMoney, parseMoney } from '@/lib/kernel/money'
import { formatDay } from '@/lib/kernel/zone'
import { mirror } from '@/lib/sync/browser/database'

type Kind = 'none' | 'percent' | 'fixed'

/** `%40`, `işlem başına ₺75,00`, `yok`. */
export const shareWords = (share: Pick<StaffShare, 'percent' | 'fixed'> | undefined): string =>
  share?.percent ? `%${share.percent}` : share?.fixed ? `işlem başına ${formatMoney(share.fixed)}` : 'yok'

/** What a chair gets of what its work brings in. A change holds from the open day on. */
export function ChairShare({ staffId }: { staffId: Id }) {
  const { open } = useOpenDay()
  const shares = useLive(
    database => mirror<StaffShare>(database, 'staff_shares').where('staffId').equals(staffId).toArray(),
    [staffId],
  )
  if (!shares) return null
  const now = shareOn(shares, staffId, open)
  return <ShareForm key={`${now?.id} ${shareWords(now)}`} staffId={staffId} now={now} />
}

function ShareForm({ staffId, now }: { staffId: Id; now: StaffShare | undefined }) {
  const send = useSend()
  const { show } = useSnackbar()
  const { open } = useOpenDay()
  const unconfirmed = useUnconfirmed()
  const [kind, setKind] = useState<Kind>(now?.percent ? 'percent' : now?.fixed ? 'fixed' : 'none')
  const [percent, setPercent] = useState(String(now?.percent ?? 50))
  const [fixed, setFixed] = useState(now?.fixed ? formatMoney(now.fixed).slice(1) : '')
  const [tried, setTried] = useState(false)

  const rate = /^\d{1,3}$/.test(percent) && Number(percent) >= 1 && Number(percent) <= 100 ? Number(percent) : null
  const amount = parseMoney(fixed)
  const perPiece = amount.ok && amount.value >= 1 && amount.value <= 100_000_000 ? amount.value : null
  const chosen = { percent: kind === 'percent' ? rate : null, fixed: kind === 'fixed' ? perPiece : null }
  const sound = kind === 'none' || chosen.percent !== null || chosen.fixed !== null
  const same = sound && chosen.percent === (now?.percent ?? null) && chosen.fixed === (now?.fixed ?? null)

  const save = async () => {
    if (!sound) return setTried(true)
    await send(setStaffShare, { id: shareId(staffId, open), staffId, fromDay: open, ...chosen })
    show({ text: `Hakediş ${formatDay(open)} gününden başlayarak: ${shareWords(chosen)}` })
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">
        Para alındıkça birikir, gün kapanınca yazılır. Veresiye satıştan, müşteri ödedikçe.
        {now && unconfirmed.has(`staff_shares/${now.id}`) && ' Gönderilmeyi bekliyor.'}
      </p>
      <Segmented<Kind>
        label="Hakediş"
        choices={[
          { value: 'none', label: 'Yok' },
          { value: 'percent', label: 'Yüzde' },
          { value: 'fixed', label: 'İşlem başına' },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'percent' && (
        <TextField
          label="Yüzde kaçı?"
          hint="Müşterinin ödediğinin, KDV içinde."
          inputMode="numeric"
          value={percent}
          error={tried && rate === null ? '1 ile 100 arasında bir sayı yazın.' : undefined}
          onChange={event => setPercent(event.target.value)}
        />
      )}
      {kind === 'fixed' && (
        <TextField
          label="Her işlem için (₺)"
          inputMode="decimal"
          value={fixed}
          error={tried && perPiece === null ? 'Bir tutar yazın: 75 ya da 75,50 gibi.' : undefined}
          onChange={event => setFixed(event.target.value)}
        />
      )}
      {!same && (
        <Button variant="do" full onClick={save}>
          Kaydet
        </Button>
      )}
    </div>
  )
}
