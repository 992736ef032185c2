'use client'

import { SellSheet } from '@/components/cash/selling/sell-sheet'
import { Button } from '@/components/ui/button'
import type { Draft, Ware } from '@/lib/cash/compose-sale'
import { accountOf } from '@/lib/cash/movement'
import type { AgendaItem } from '../day/use-agenda'
import { useFinish } from './use-finish'

interface TakeMoneySheetProps {
  item: AgendaItem
  /** The whole visit: what has not been paid of it is paid together. */
  parts: AgendaItem[]
  onClose: () => void
}

/** The price stands there already: one tap on how it was paid ends the appointment and fills the till. */
export function TakeMoneySheet({ item, parts, onClose }: TakeMoneySheetProps) {
  const acts = useFinish()
  const unpaid = parts.filter(part => part.payments.length === 0 && isToPay(part))
  const due = unpaid.length > 0 ? unpaid : [item]
  const income = accountOf(acts.accounts, 'income')
  if (!income) return null // for the moment until the accounts are read

  const finish = (ended: AgendaItem[], sale: Draft | null) =>
    acts.finish(
      ended.map(({ appointment }) => appointment),
      sale,
    )
  return (
    <SellSheet
      title="Parayı al"
      about={[item.name, due.map(({ service }) => service?.name).join(' + ')].filter(Boolean).join(' · ')}
      wares={due.map(part => wareOf(part, income.id))}
      buyer={{ id: item.customer?.id ?? null, name: item.customer ? item.name : null }}
      appointmentId={due[0]!.appointment.id}
      canTakeMoney={acts.canTakeMoney}
      onSell={sale => finish(due, sale)}
      onClose={onClose}
      besides={
        item.appointment.status !== 'done' && (
          <Button
            variant="quiet"
            full
            onClick={() => {
              onClose()
              return finish([item], null)
            }}
          >
            {due.length > 1 ? `Yalnız ${item.service?.name ?? 'bu'} bitti, para sonra` : 'Para almadan bitir'}
          </Button>
        )
      }
    />
  )
}

/** A part of the visit as it is sold: at the price that was agreed, with the service's KDV. */
const wareOf = ({ appointment, service }: AgendaItem, accountId: string): Ware => ({
  accountId,
  serviceId: appointment.serviceId,
  staffId: appointment.staffId,
  appointmentId: appointment.id,
  name: null,
  price: appointment.price,
  kdvRate: service?.kdvRate ?? null,
})

const isToPay = ({ appointment: { status } }: AgendaItem) => ['confirmed', 'arrived', 'done'].includes(status)
