import { ActionForm, FormChoice, FormText } from '@/components/tenants/action-form'
import { SubmitButton } from '@/components/ui/button'
import { newId } from '@/lib/kernel/id'
import { requireUser } from '@/lib/tenants/server/require-user'
import { tradeNames, trades } from '@/lib/tenants/trades'
import { Title } from '../../title'
import { openMyShop } from '../actions'

export const metadata = { title: 'Dükkânınız' }

const choices = tradeNames.map(value => ({ value, label: trades[value] }))

export default async function OpenShopPage() {
  await requireUser()
  return (
    <>
      <Title>Dükkânınızı tanıyalım</Title>
      <ActionForm action={openMyShop} hidden={{ id: newId() }}>
        <FormText name="shop" label="Dükkânın adı" autoComplete="organization" autoCapitalize="words" />
        <FormChoice
          name="trade"
          label="İşiniz"
          hint="Hizmetlerinizi ve saatlerinizi buna göre hazırlarız, sonra değiştirirsiniz."
          choices={choices}
        />
        <FormText name="phone" label="Dükkânın telefonu" type="tel" inputMode="tel" autoComplete="tel" />
        <SubmitButton>Dükkânımı aç</SubmitButton>
      </ActionForm>
    </>
  )
}
