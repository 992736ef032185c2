'use client'

import { type FormEvent, useId, useState } from 'react'
import { navigate } from '@/components/shop/router'
import { useSend, useTold } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextArea, TextField } from '@/components/ui/field'
import { AddIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { addCustomer } from '@/lib/customers/add-customer'
import { changedFields } from '@/lib/customers/changed-fields'
import { type CheckedDraft, checkDraft } from '@/lib/customers/check-draft'
import type { Customer } from '@/lib/customers/customer'
import { editCustomer } from '@/lib/customers/edit-customer'
import { newId } from '@/lib/kernel/id'
import { formatPhone } from '@/lib/kernel/phone-format'
import { checkedEntry, type PhoneEntry, PhoneField } from './phone-field'

const MAX_PHONES = 5

interface CustomerSheetProps {
  /** Whom to change; without one a new customer is made. */
  customer?: Customer
  /** What was already typed elsewhere. */
  draft?: { name: string; phone: string }
  focus?: 'note'
  onClose: () => void
}

/** A name and a number; the rest stays behind "Daha fazla" until there is some. */
export function CustomerSheet({ customer, draft, focus, onClose }: CustomerSheetProps) {
  const send = useSend()
  const told = useTold()
  const snackbar = useSnackbar()
  const formId = useId()
  // As he was at opening: what somebody else corrects meanwhile is no change of this form's, and stays.
  const [before] = useState(customer)
  const [name, setName] = useState(customer?.name ?? draft?.name ?? '')
  const [phones, setPhones] = useState<PhoneEntry[]>(() => firstEntries(customer, draft))
  const [email, setEmail] = useState(customer?.email ?? '')
  const [note, setNote] = useState(customer?.note ?? '')
  const [more, setMore] = useState(Boolean(customer?.email || customer?.note || focus === 'note'))
  const [problem, setProblem] = useState<Problem>()
  const [saving, setSaving] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (saving) return
    setSaving(true)
    try {
      const checked = await told(() => checkDraft({ name, phones: phones.map(phone => phone.text), email, note }))
      if (!checked.ok) {
        const entries = await Promise.all(phones.map(checkedEntry))
        setPhones(now => now.map((entry, i) => (entry === phones[i] ? entries[i]! : entry))) // not what is being typed meanwhile
        setProblem(checked.problem)
        return setMore(more || checked.problem === 'not-an-email')
      }
      await (before ? change(before, checked.value) : add(checked.value))
      onClose()
    } finally {
      setSaving(false)
    }
  }

  const add = async (fields: Fields) => {
    const id = newId()
    await send(addCustomer, { id, ...fields })
    const open = { label: 'Kartını aç', run: () => navigate(`/musteriler/${id}`) }
    snackbar.show({ text: `${fields.name} eklendi`, action: open })
  }

  const change = async (before: Customer, fields: Fields) => {
    const { id } = before
    const changed = changedFields(before, fields)
    if (!changed) return
    await send(editCustomer, { id, ...changed.after })
    const undo = { label: 'Geri al', run: () => send(editCustomer, { id, ...changed.before }) }
    snackbar.show({ text: 'Değişiklik kaydedildi', action: undo })
  }

  const phoneFirst = Boolean(name) && !phones[0]?.text && !customer
  return (
    <Sheet
      open
      title={customer ? 'Müşteriyi düzenle' : 'Yeni müşteri'}
      onClose={onClose}
      footer={
        <Button type="submit" form={formId} variant="do" full pending={saving}>
          Kaydet
        </Button>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={save}
        onChange={() => setProblem(undefined)}
        className="flex flex-col gap-4"
      >
        <TextField
          label="Ad soyad"
          autoComplete="off"
          autoCapitalize="words"
          maxLength={120}
          value={name}
          data-autofocus={(!phoneFirst && focus !== 'note') || undefined}
          error={problem === 'nobody' ? 'Adını ya da telefonunu yazın.' : undefined}
          onChange={event => setName(event.target.value)}
        />
        {phones.map((entry, i) => (
          <PhoneField
            // biome-ignore lint/suspicious/noArrayIndexKey: fields are only added at the end
            key={i}
            label={i === 0 ? 'Telefon' : `${i + 1}. telefon`}
            entry={entry}
            self={customer?.id}
            focused={phoneFirst && i === 0}
            onChange={changed => setPhones(now => now.with(i, changed))}
            onOpenOwner={owner => {
              navigate(`/musteriler/${owner}`)
              onClose()
            }}
          />
        ))}
        {more && (
          <>
            <TextField
              label="E-posta"
              type="email"
              autoComplete="off"
              maxLength={254}
              value={email}
              error={problem === 'not-an-email' ? 'Adres eksik. Şöyle yazın: ayse@ornek.com' : undefined}
              onChange={event => setEmail(event.target.value)}
            />
            <TextArea
              label="Not"
              maxLength={2000}
              value={note}
              data-autofocus={focus === 'note' || undefined}
              onChange={event => setNote(event.target.value)}
            />
          </>
        )}
        <div className="-mx-gutter flex flex-wrap justify-between">
          {phones.length < MAX_PHONES && (
            <Button variant="quiet" icon={<AddIcon />} onClick={() => setPhones([...phones, { text: '' }])}>
              Numara ekle
            </Button>
          )}
          {!more && (
            <Button variant="quiet" onClick={() => setMore(true)}>
              Daha fazla
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  )
}

type Problem = Extract<CheckedDraft, { ok: false }>['problem']
type Fields = Extract<CheckedDraft, { ok: true }>['value']

function firstEntries(customer?: Customer, draft?: { phone: string }): PhoneEntry[] {
  const texts = customer?.phones?.map(formatPhone) ?? [draft?.phone ?? '']
  return (texts.length > 0 ? texts : ['']).map(text => ({ text }))
}
