'use client'

import { type ReactNode, useState } from 'react'
import { later } from '@/components/shop/later'
import { Button } from '@/components/ui/button'
import { EditIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { Switch } from '@/components/ui/switch'
import type { Draft } from '@/lib/cash/compose-sale'
import type { PlaceKind, WayKind } from '@/lib/cash/movement'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { OnVeresiye } from '../debts/on-veresiye'
import { ChangeSale } from './change-sale'
import { SplitWays } from './split-ways'
import { type DraftStart, type SaleDraft, useDraft } from './use-draft'
import { WayButtons } from './way-buttons'

// Few sales ask who it is.
const CustomerPicker = later(() =>
  import('@/components/customers/customer-picker').then(module => module.CustomerPicker),
)

interface SellSheetProps extends DraftStart {
  title: string
  /** Who, and what for. */
  about?: string
  canTakeMoney: boolean
  onSell: (draft: Draft) => Promise<unknown>
  onClose: () => void
  /** Under the ways to pay: what can be done without. */
  besides?: ReactNode
  /** In place of what is sold: an income that is typed in. */
  typedIn?: (sale: SaleDraft) => ReactNode
}

type Step = 'pay' | 'change' | 'split' | 'who' | 'who-splits' | 'owe'

const titles: Partial<Record<Step, string>> = {
  split: 'Karma ödeme',
  who: 'Kimin borcu?',
  'who-splits': 'Kimin borcu?',
}

/** The price stands there already: one tap on how it was paid and it is done. Everything else is behind one quiet row. */
export function SellSheet(props: SellSheetProps) {
  const { title, about, canTakeMoney, onSell, onClose, besides, typedIn } = props
  const sale = useDraft(props)
  const [step, setStep] = useState<Step>('pay')

  const pay = (ways: Partial<Record<WayKind, Kurus>>) => {
    onClose() // first: money is not taken twice by two taps
    return onSell(sale.draft(ways))
  }
  const pick = (way: PlaceKind | 'veresiye') => {
    if (way !== 'veresiye') return pay({ [way]: sale.rest })
    if (!sale.buyer.id) return setStep('who')
    if (sale.isOver(sale.rest)) return setStep('owe')
    return pay({ veresiye: sale.rest })
  }
  const isPaying = step === 'pay' || step === 'change'
  return (
    <Sheet
      open
      title={titles[step] ?? title}
      onClose={onClose}
      footer={
        isPaying && (
          <div className="flex flex-col gap-1 pt-2">
            {sale.kapora > 0 && sale.rest === 0 ? (
              <Button variant="do" full onClick={() => pay({})}>
                Kaporadan düş
              </Button>
            ) : (
              <WayButtons
                disabled={sale.amount === 0 || sale.wares.length === 0 || !canTakeMoney || !sale.isReady}
                onPick={pick}
                onSplit={() => setStep('split')}
              />
            )}
            {besides}
          </div>
        )
      }
    >
      {isPaying && about && <p className="-mb-2 text-ink-soft">{about}</p>}
      {isPaying && typedIn?.(sale)}
      {step === 'pay' && !typedIn && <Price sale={sale} onChange={() => setStep('change')} />}
      {step === 'change' && <ChangeSale sale={sale} />}
      {isPaying && sale.inKapora > 0 && (
        <Switch
          label={`Kaporadan düş: ${formatMoney(Math.min(sale.inKapora, sale.amount))}`}
          checked={sale.withKapora}
          onChange={sale.setWithKapora}
        />
      )}
      {step === 'split' && <SplitWays sale={sale} onAskWho={() => setStep('who-splits')} onDone={pay} />}
      {(step === 'who' || step === 'who-splits') && (
        <CustomerPicker
          named
          onPick={(id, name) => {
            sale.setBuyer({ id, name })
            setStep(step === 'who' ? 'owe' : 'split')
          }}
        />
      )}
      {step === 'owe' && (
        <OnVeresiye sale={sale} onBack={() => setStep('pay')} onDone={() => pay({ veresiye: sale.rest })} />
      )}
    </Sheet>
  )
}

/** What there is to pay, and the one quiet row. */
function Price({ sale, onChange }: { sale: SaleDraft; onChange: () => void }) {
  const { amount, kapora, rest } = sale
  return (
    <div>
      <p className="text-[min(2.5rem,11vw)]/tight font-semibold">{formatMoney(kapora > 0 ? rest : amount)}</p>
      {kapora > 0 && (
        <p className="text-ink-soft">
          {formatMoney(amount)}, {formatMoney(kapora)} kaporadan
        </p>
      )}
      <span className="-ml-gutter">
        <Button variant="quiet" icon={<EditIcon />} onClick={onChange}>
          Değiştir
        </Button>
      </span>
    </div>
  )
}
