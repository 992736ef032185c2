'use client'

import { useState } from 'react'
import { nameOf } from '@/components/customers/names'
import { whatsAppHref } from '@/components/customers/whatsapp'
import { navigate } from '@/components/shop/router'
import { useLive, useSend, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { ContactsIcon, EditIcon, WhatsAppIcon } from '@/components/ui/icons'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { accountOf, type PlaceKind } from '@/lib/cash/movement'
import { ownAccount } from '@/lib/cash/own-account'
import { statement } from '@/lib/cash/statement'
import { type Id, newId } from '@/lib/kernel/id'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { formatDay } from '@/lib/kernel/zone'
import { PlaceButtons } from '../place-buttons'
import { useSelling } from '../selling/use-selling'
import { type Account, accountOfCustomer } from './debts'

interface CollectSheetProps {
  customerId: Id
  onClose: () => void
}

/** What somebody owes stands there already: one tap on how he pays it. Less pays the oldest first. */
export function CollectSheet({ customerId, onClose }: CollectSheetProps) {
  const { shop } = useShop()
  const read = useLive(db => accountOfCustomer(db, customerId, shop.zone), [customerId, shop.zone])
  return read ? <Collect {...read} onClose={onClose} /> : null
}

function Collect({ money, customer, lines, onClose }: Account & { onClose: () => void }) {
  const { shop, me } = useShop()
  const send = useSend()
  const { accounts, canTakeMoney, takeBack } = useSelling()
  const { show } = useSnackbar()
  const [typed, setTyped] = useState<Kurus | null>(null)
  const { customerId, owed } = money
  const name = customer ? nameOf(customer) : 'Silinmiş müşteri'
  const amount = typed ?? owed
  const tooMuch = amount > owed
  const text = statement(shop.name, name, lines, owed)
  const href = whatsAppHref(customer?.phones?.[0], text)

  const collect = async (place: PlaceKind) => {
    onClose() // first: a second tap finds nothing to collect
    const id = newId()
    const debt = ownAccount('veresiye', customerId)
    const ways = { fromAccountId: debt.id, toAccountId: accountOf(accounts, place)!.id }
    await send(recordTransfer, { id, ...ways, amount, appointmentId: null, note: null, opens: [debt] })
    show({
      text: `${formatMoney(amount)} tahsil edildi`,
      action: { label: 'Geri al', run: () => void takeBack([id]) },
    })
  }
  return (
    <Sheet
      open
      title={name}
      onClose={onClose}
      footer={
        me.role !== 'accountant' &&
        owed > 0 && (
          <div className="pt-2">
            <PlaceButtons disabled={amount === 0 || tooMuch || !canTakeMoney} onPick={collect} />
          </div>
        )
      }
    >
      {typed === null ? (
        <div>
          <p className="text-ink-soft">Borcu</p>
          <p className="text-[min(2.5rem,11vw)]/tight font-semibold">{formatMoney(owed)}</p>
          {me.role !== 'accountant' && owed > 0 && (
            <span className="-ml-gutter">
              <Button variant="quiet" icon={<EditIcon />} onClick={() => setTyped(owed)}>
                Bir kısmını al
              </Button>
            </span>
          )}
        </div>
      ) : (
        <MoneyKeypad label="Tahsil edilen para" value={typed} onChange={setTyped} />
      )}
      {tooMuch && (
        <p role="status" className="text-look">
          Borcu {formatMoney(owed)}; fazlası tahsil edilemez.
        </p>
      )}
      <ul className="border-line border-t">
        {money.debts.map(({ transfer }, i) => (
          <li key={transfer.id} className="flex justify-between gap-3 border-line border-b py-2">
            <span className="min-w-0 wrap-anywhere">
              {formatDay(lines[i]!.day)}
              {lines[i]!.what && <span className="block text-ink-soft text-small">{lines[i]!.what}</span>}
            </span>
            <span className="text-right font-semibold">
              {formatMoney(lines[i]!.left)}
              {lines[i]!.left < lines[i]!.amount && (
                <span className="block font-normal text-ink-soft text-small">
                  {formatMoney(lines[i]!.amount)} borçtan
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
        {href && (
          <Button full icon={<WhatsAppIcon />} onClick={() => void window.open(href, '_blank', 'noopener')}>
            Hesabı gönder
          </Button>
        )}
        {owed > 0 && !href && <CopyButton text={text} />}
        {customer && (
          <Button full icon={<ContactsIcon />} onClick={() => navigate(`/musteriler/${customerId}`)}>
            Müşteri kartı
          </Button>
        )}
      </div>
    </Sheet>
  )
}
