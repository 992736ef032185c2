'use client'

import { useState } from 'react'
import { useNow } from '@/components/appointments/use-now'
import { useLive, useSend, useShop, useUnconfirmed } from '@/components/shop/shop-context'
import { Button, IconButton } from '@/components/ui/button'
import { AddIcon, DeleteIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { useSnackbar } from '@/components/ui/snackbar'
import type { TimeOff } from '@/lib/appointments/appointment'
import { timeOffFrom } from '@/lib/appointments/browser/chairs'
import { addTimeOff } from '@/lib/appointments/commands/add-time-off'
import { removeTimeOff } from '@/lib/appointments/commands/remove-time-off'
import { type Id, newId } from '@/lib/kernel/id'
import { TimeOffSheet } from './time-off-sheet'
import { timeOffWords } from './time-off-words'

/** The coming time off of one chair, or (null) of the shop; one more, and the way back from each. */
export function TimeOffList({ staffId }: { staffId: Id | null }) {
  const { shop } = useShop()
  const send = useSend()
  const { show } = useSnackbar()
  const unconfirmed = useUnconfirmed()
  const now = useNow()
  const [adding, setAdding] = useState(false)
  const coming = useLive(database => timeOffFrom(database, staffId, now), [staffId, now])

  const remove = async ({ id, ...rest }: TimeOff) => {
    await send(removeTimeOff, { id })
    show({
      text: `${timeOffWords(rest, shop.zone)} kaldırıldı`,
      action: { label: 'Geri al', run: () => void send(addTimeOff, { id: newId(), ...rest }) },
    })
  }
  return (
    <>
      {coming?.length === 0 && (
        <p className="text-ink-soft">
          {staffId ? 'İzinli olunan zamana randevu verilmez.' : 'Eklediğiniz günlere kimseye randevu verilmez.'}
        </p>
      )}
      <ul className="-mx-gutter empty:hidden">
        {coming?.map(one => (
          <li key={one.id}>
            <ListRow
              title={timeOffWords(one, shop.zone)}
              detail={one.note}
              pending={unconfirmed.has(`time_off/${one.id}`)}
              value={
                <IconButton
                  icon={<DeleteIcon />}
                  label={`${timeOffWords(one, shop.zone)} kaldır`}
                  onClick={() => remove(one)}
                />
              }
            />
          </li>
        ))}
      </ul>
      <Button full icon={<AddIcon />} onClick={() => setAdding(true)}>
        {staffId ? 'İzin ekle' : 'Kapalı gün ekle'}
      </Button>
      {adding && <TimeOffSheet staffId={staffId} onClose={() => setAdding(false)} />}
    </>
  )
}
