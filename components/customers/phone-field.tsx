'use client'

import { useLive } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { customerWithPhone } from '@/lib/customers/browser/customer-with-phone'
import { checkPhone, type PhoneDoubt } from '@/lib/customers/check-draft'
import type { Id } from '@/lib/kernel/id'
import { formatPhone } from '@/lib/kernel/phone-format'
import { nameOf } from './names'

/** A number as it stands in the form, with what was found when it was last left. */
export interface PhoneEntry {
  text: string
  doubt?: PhoneDoubt
}

/** The entry in the usual writing, or with the doubt about it. */
export async function checkedEntry({ text }: PhoneEntry): Promise<PhoneEntry> {
  if (!text.trim()) return { text: '' }
  const { e164, doubt } = await checkPhone(text)
  return { text: e164 ? formatPhone(e164) : text, doubt }
}

interface PhoneFieldProps {
  label: string
  entry: PhoneEntry
  onChange: (entry: PhoneEntry) => void
  /** Whose form this is: his own number is not somebody else's. */
  self?: Id
  /** Somebody else has this number. */
  onOpenOwner: (owner: Id) => void
  focused?: boolean
}

export function PhoneField({ label, entry, onChange, self, onOpenOwner, focused }: PhoneFieldProps) {
  const owner = useLive(database => customerWithPhone(database, entry.text, self), [entry.text, self])
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={label}
        type="tel"
        autoComplete="off"
        maxLength={40}
        value={entry.text}
        data-autofocus={focused || undefined}
        hint={entry.doubt === 'unusual' ? 'Alışılmadık bir numara, bir daha bakın.' : undefined}
        error={
          entry.doubt === 'not-a-phone' ? 'Bu numara eksik ya da fazla. Alan koduyla yazın: 0532 123 45 67' : undefined
        }
        onChange={event => onChange({ text: event.target.value })}
        onBlur={async ({ target }) => {
          // What checks it may not be downloaded yet: saving asks again, and tells.
          const checked = await checkedEntry(entry).catch(() => null)
          if (checked && target.value === entry.text) onChange(checked) // he may be typing again
        }}
      />
      {owner && (
        <Notice
          title={`Bu numara kayıtlı: ${nameOf(owner)}`}
          actions={<Button onClick={() => onOpenOwner(owner.id)}>Kartını aç</Button>}
        />
      )}
    </div>
  )
}
