import { ActionForm, FormDone, FormText } from '@/components/tenants/action-form'
import type { FormAction } from '@/components/tenants/form-state'
import { SubmitButton } from '@/components/ui/button'
import type { Books } from '@/lib/accounting/books'
import { codeKeys, usualCodes } from '@/lib/accounting/codes'

/** What each usual code is for. */
const words: Record<keyof typeof usualCodes, string> = {
  cash: 'Kasa',
  bank: 'Banka',
  card: 'Kart',
  veresiye: 'Veresiye (alıcılar)',
  kapora: 'Alınan kapora',
  staff: 'Çalışana borç',
  income: 'Gelir',
  expense: 'Gider',
  shares: 'Hakediş gideri',
  surplus: 'Sayım fazlası',
  shortage: 'Sayım noksanı',
  owner: 'Kasadan alınan',
  opening: 'Devir',
  'kdv-out': 'Hesaplanan KDV',
  'kdv-in': 'İndirilecek KDV',
}

interface CodesFormProps {
  action: FormAction
  tenantId: string
  books: Pick<Books, 'codes' | 'balances'>
}

/** Under which codes the accountant's program keeps the accounts: the usual ones, until he says otherwise. */
export function CodesForm({ action, tenantId, books: { codes, balances } }: CodesFormProps) {
  const categories = balances.filter(({ id, kind }) => id && (kind === 'income' || kind === 'expense'))
  return (
    <details>
      <summary className="flex min-h-target cursor-pointer items-center font-semibold text-do">Hesap kodları</summary>
      <ActionForm
        action={action}
        hidden={{ tenantId }}
        values={{ ...usualCodes, ...codes }}
        className="flex flex-col gap-5 pt-2"
      >
        <p className="text-ink-soft">
          Luca ve Zirve dosyalarında kullanılır. Muhasebeciniz söylemedikçe değiştirmeyin.
        </p>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] items-end gap-4">
          {codeKeys.map(key => (
            <FormText key={key} name={key} label={words[key]} inputMode="decimal" autoComplete="off" />
          ))}
        </div>
        <p className="font-semibold">Türe göre ayrı kod</p>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] items-end gap-4">
          {categories.map(({ id, name }) => (
            <FormText key={id} name={id!} label={name} inputMode="decimal" autoComplete="off" />
          ))}
        </div>
        <FormDone />
        <SubmitButton>Kodları kaydet</SubmitButton>
      </ActionForm>
    </details>
  )
}
