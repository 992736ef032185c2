'use client'

import { useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button, IconButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { AddIcon, CloseIcon } from '@/components/ui/icons'
import { MoneyField, typedMoney } from '@/components/ui/money-field'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Segmented } from '@/components/ui/segmented'
import type { Service } from '@/lib/appointments/appointment'
import { everyService } from '@/lib/appointments/browser/chairs'
import { everyAccount } from '@/lib/cash/browser/till'
import type { KdvRate } from '@/lib/cash/kdv'
import { formatMoney } from '@/lib/kernel/money'
import { KdvChoice } from './kdv-choice'
import type { SaleDraft } from './use-draft'

/** What is given, what it is for, and what is sold besides. */
export function ChangeSale({ sale }: { sale: SaleDraft }) {
  const services = useLive(everyService) ?? []
  const { wares, sum, amount } = sale
  const nameOf = (serviceId: string | null) => services.find(({ id }) => id === serviceId)?.name
  return (
    <>
      <MoneyKeypad label="Alınan para" value={amount} onChange={sale.setAmount} />
      {amount < sum && amount > 0 && <p role="status">İndirim: {formatMoney(sum - amount)}</p>}
      {amount > sum && (
        <div className="flex flex-col gap-2">
          <p role="status">Ücretten {formatMoney(amount - sum)} fazla</p>
          {sale.canTip && (
            <Segmented
              label="Fazlası ne?"
              choices={[
                { value: 'price', label: 'Ücrete ekle' },
                { value: 'tip', label: 'Bahşiş' },
              ]}
              value={sale.extra}
              onChange={sale.setExtra}
            />
          )}
        </div>
      )}
      <ul className="-mx-gutter border-line border-t">
        {wares.map((ware, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be sold twice, and rows keep no state
          <li key={i} className="flex min-h-target items-center gap-2 border-line border-b pr-1 pl-gutter">
            <span className="min-w-0 flex-1 wrap-anywhere">{nameOf(ware.serviceId) ?? ware.name}</span>
            <span className="font-semibold">{formatMoney(ware.price)}</span>
            <IconButton
              icon={<CloseIcon />}
              label={`${nameOf(ware.serviceId) ?? ware.name ?? ''} çıkar`}
              disabled={wares.length === 1}
              onClick={() => sale.removeWare(i)}
            />
          </li>
        ))}
      </ul>
      <AddWare sale={sale} services={services.filter(({ archivedAt }) => !archivedAt)} />
    </>
  )
}

function AddWare({ sale, services }: { sale: SaleDraft; services: readonly Service[] }) {
  const { me } = useShop()
  const [adding, setAdding] = useState<'service' | 'product' | null>(null)
  const accounts = useLive(everyAccount) ?? []
  const incomes = accounts.filter(({ kind }) => kind === 'income')
  const [first] = incomes
  const products = incomes.find(({ name }) => name === 'Ürün') ?? first
  const staffId = sale.wares.find(ware => ware.staffId)?.staffId ?? me.staffId
  if (!first || !products) return null

  if (adding === 'service') {
    return (
      <SelectField
        label="Hangi hizmet?"
        value=""
        onChange={event => {
          const service = services.find(({ id }) => id === event.target.value)
          setAdding(null)
          if (!service) return
          const { id: serviceId, price, kdvRate = null } = service
          sale.addWare({ accountId: first.id, serviceId, staffId, appointmentId: null, name: null, price, kdvRate })
        }}
      >
        <option value="">Seçin</option>
        {services.map(({ id, name, price }) => (
          <option key={id} value={id}>
            {name} · {formatMoney(price)}
          </option>
        ))}
      </SelectField>
    )
  }
  if (adding === 'product') {
    return (
      <AddProduct
        usesKdv={services.some(({ kdvRate }) => kdvRate)}
        onAdd={ware => {
          setAdding(null)
          sale.addWare({ accountId: products.id, serviceId: null, staffId: null, appointmentId: null, ...ware })
        }}
      />
    )
  }
  return (
    <div className="-mx-gutter flex flex-wrap">
      <Button variant="quiet" icon={<AddIcon />} onClick={() => setAdding('product')}>
        Ürün ekle
      </Button>
      <Button variant="quiet" icon={<AddIcon />} onClick={() => setAdding('service')}>
        Hizmet ekle
      </Button>
    </div>
  )
}

interface AddProductProps {
  usesKdv: boolean
  onAdd: (ware: { name: string; price: number; kdvRate: KdvRate }) => void
}

function AddProduct({ usesKdv, onAdd }: AddProductProps) {
  const [name, setName] = useState('')
  const [price, setPrice] = useState('')
  const [kdvRate, setKdvRate] = useState<KdvRate>(null)
  const kurus = typedMoney(price)
  return (
    <div className="flex flex-col gap-3">
      <TextField label="Ürün" maxLength={80} value={name} onChange={event => setName(event.target.value)} />
      <MoneyField label="Fiyatı" text={price} onChange={setPrice} />
      {usesKdv && <KdvChoice value={kdvRate} onChange={setKdvRate} />}
      <Button
        full
        disabled={name.trim() === '' || !kurus}
        onClick={() => kurus && onAdd({ name: name.trim(), price: kurus, kdvRate })}
      >
        Ekle
      </Button>
    </div>
  )
}
