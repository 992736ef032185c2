'use client'

import { useLive } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Segmented } from '@/components/ui/segmented'
import { useSnackbar } from '@/components/ui/snackbar'
import { everyService } from '@/lib/appointments/browser/chairs'
import type { Draft } from '@/lib/cash/compose-sale'
import type { KdvRate } from '@/lib/cash/kdv'
import type { Account } from '@/lib/cash/transfer'
import type { Kurus } from '@/lib/kernel/money'
import { KdvChoice } from './kdv-choice'
import { SellSheet } from './sell-sheet'
import type { SaleDraft } from './use-draft'
import { soldWords, useSelling } from './use-selling'

interface IncomeSheetProps {
  accounts: readonly Account[]
  onClose: () => void
}

/** Something sold at the till that nobody had booked: how much, what for, and how it was paid. */
export function IncomeSheet({ accounts, onClose }: IncomeSheetProps) {
  const { canTakeMoney, sell, takeBack } = useSelling()
  const { show } = useSnackbar()
  const categories = accounts.filter(account => account.kind === 'income')

  const take = async (draft: Draft) => {
    const taken = await sell(draft)
    show({ text: soldWords(draft.ways), action: { label: 'Geri al', run: () => void takeBack(taken) } })
  }
  return (
    <SellSheet
      title="Gelir"
      wares={[]}
      buyer={{ id: null, name: null }}
      appointmentId={null}
      canTakeMoney={canTakeMoney}
      onSell={take}
      onClose={onClose}
      typedIn={sale => <TypedIn sale={sale} categories={categories} />}
    />
  )
}

function TypedIn({ sale, categories }: { sale: SaleDraft; categories: readonly Account[] }) {
  const services = useLive(everyService) ?? []
  const { accountId: categoryId = categories[0]?.id ?? '', kdvRate = null } = sale.wares[0] ?? {}
  const write = (price: Kurus, accountId: string, rate: KdvRate) => {
    const name = categories.find(({ id }) => id === accountId)?.name ?? null
    sale.setOnly({ accountId, serviceId: null, staffId: null, appointmentId: null, name, price, kdvRate: rate })
  }
  return (
    <>
      <MoneyKeypad label="Gelen para" value={sale.amount} onChange={price => write(price, categoryId, kdvRate)} />
      <Segmented
        label="Ne için?"
        choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={categoryId}
        onChange={id => write(sale.amount, id, kdvRate)}
      />
      {services.some(service => service.kdvRate) && (
        <KdvChoice value={kdvRate} onChange={rate => write(sale.amount, categoryId, rate)} />
      )}
      {sale.note === null ? (
        <Button variant="quiet" onClick={() => sale.setNote('')}>
          Not ekle
        </Button>
      ) : (
        <TextField label="Not" maxLength={500} value={sale.note} onChange={event => sale.setNote(event.target.value)} />
      )}
    </>
  )
}
