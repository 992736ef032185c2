'use client'

import { useLive, useSend, useShop } from '@/components/shop/shop-context'
import { useSnackbar } from '@/components/ui/snackbar'
import type { Appointment, Service } from '@/lib/appointments/appointment'
import { bookAppointment } from '@/lib/appointments/book-appointment'
import type { Slot } from '@/lib/appointments/chair-time'
import { moveAppointment } from '@/lib/appointments/move-appointment'
import { setStatus } from '@/lib/appointments/set-status'
import { everyAccount } from '@/lib/cash/browser/till'
import { accountOf, type PlaceKind } from '@/lib/cash/movement'
import { recordTransfer } from '@/lib/cash/record-transfer'
import { reverseTransfer } from '@/lib/cash/reverse-transfer'
import { type Id, newId } from '@/lib/kernel/id'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { inOneTransaction } from '@/lib/sync/browser/database'
import type { AgendaItem } from './use-agenda'
import { timeWords } from './words'

type Outcome = 'arrived' | 'no-show' | 'cancelled'

const outcomeWords: Record<Outcome, string> = {
  arrived: 'Geldi',
  'no-show': 'Gelmedi olarak yazıldı',
  cancelled: 'Randevu iptal edildi',
}

/** What can be done in the book. Each act is safe on the phone when it resolves, is told in a snackbar and can be taken back there. */
export function useActs() {
  const { database, shop } = useShop()
  const send = useSend()
  const { show } = useSnackbar()
  const accounts = useLive(everyAccount) ?? []

  const tell = (text: string, undo: () => Promise<unknown>) =>
    show({ text, action: { label: 'Geri al', run: () => void undo() } })
  const when = (slot: Slot) => timeWords(slot, dayOf(toInstant(new Date()), shop.zone), shop.zone)
  const open = ({ id, status }: Appointment) =>
    send(setStatus, { id, status: status === 'arrived' ? 'arrived' : 'confirmed' })

  return {
    /** Whether there is an account for taking money: false for the moment before the first download. */
    canTakeMoney: accountOf(accounts, 'income') !== undefined,

    async book(slot: Slot, customerId: Id | null, service: Service) {
      const id = newId()
      const { staffId, startsAt, endsAt } = slot
      const { id: serviceId, price } = service
      await send(bookAppointment, { id, staffId, startsAt, endsAt, customerId, serviceId, price, note: null })
      tell(`Randevu eklendi: ${when(slot)}`, () => send(setStatus, { id, status: 'cancelled' }))
    },

    async move(appointment: Appointment, slot: Slot) {
      const { id } = appointment
      const to = ({ staffId, startsAt, endsAt }: Slot) => send(moveAppointment, { id, staffId, startsAt, endsAt })
      await to(slot)
      tell(`Taşındı: ${when(slot)}`, () => to(appointment))
    },

    async mark(appointment: Appointment, status: Outcome) {
      await send(setStatus, { id: appointment.id, status })
      tell(outcomeWords[status], () => open(appointment))
    },

    /** Done, and paid in the same breath: there is no moment at which the phone holds one without the other. */
    async finish(appointment: Appointment, payment: { amount: Kurus; place: PlaceKind } | null) {
      const transferId = newId()
      await inOneTransaction(database, async () => {
        if (appointment.status !== 'done') await send(setStatus, { id: appointment.id, status: 'done' })
        if (!payment) return
        await send(recordTransfer, {
          id: transferId,
          fromAccountId: accountOf(accounts, 'income')!.id,
          toAccountId: accountOf(accounts, payment.place)!.id,
          amount: payment.amount,
          appointmentId: appointment.id,
          note: null,
        })
      })
      tell(payment ? `${formatMoney(payment.amount)} alındı` : 'Randevu bitti', () =>
        inOneTransaction(database, async () => {
          if (payment) await send(reverseTransfer, { id: newId(), reversesId: transferId })
          if (appointment.status !== 'done') await open(appointment)
        }),
      )
    },

    /** As if it had not ended: what was taken for it is given back too. */
    async reopen({ appointment, payments }: AgendaItem) {
      await inOneTransaction(database, async () => {
        for (const { transfer } of payments) await send(reverseTransfer, { id: newId(), reversesId: transfer.id })
        await open({ ...appointment, status: 'confirmed' })
      })
      show({ text: payments.length > 0 ? 'Randevu yeniden açıldı, para geri alındı' : 'Randevu yeniden açıldı' })
    },
  }
}
