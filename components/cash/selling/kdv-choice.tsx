'use client'

import { RadioGroup } from '@/components/ui/field'
import { type KdvRate, kdvRates } from '@/lib/cash/kdv'

interface KdvChoiceProps {
  hint?: string
  value: KdvRate
  onChange: (rate: KdvRate) => void
}

const NONE = 'yok'

/** The KDV contained in a price. None unless somebody says so: which trade has which rate is the accountant's word. */
export function KdvChoice({ hint, value, onChange }: KdvChoiceProps) {
  return (
    <RadioGroup
      label="KDV"
      hint={hint}
      choices={kdvRates.map(rate => ({ value: String(rate ?? NONE), label: rate === null ? 'KDV yok' : `%${rate}` }))}
      value={String(value ?? NONE)}
      onChange={chosen => onChange(kdvRates.find(rate => String(rate ?? NONE) === chosen) ?? null)}
    />
  )
}
