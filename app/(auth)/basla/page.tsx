import { redirect } from 'next/navigation'
import { ChooseShop, EnterShop } from '@/components/tenants/enter-shop'
import { ButtonLink } from '@/components/ui/button'
import { consentsOf, hasReadNotice } from '@/lib/tenants/server/record-consents'
import { requireUser } from '@/lib/tenants/server/require-user'
import { chosenShop, shopsOfMe } from '@/lib/tenants/server/shops-of-me'
import { Title } from '../title'

export const metadata = { title: 'Siftah' }

/** After every log-in: to the texts not yet read, to the first shop, or into a shop. */
export default async function StartPage({ searchParams }: { searchParams: Promise<{ dukkan?: unknown }> }) {
  const user = await requireUser()
  const [consents, shops, { dukkan }] = await Promise.all([consentsOf(user), shopsOfMe(user), searchParams])
  if (!hasReadNotice(consents)) redirect('/kayit/bilgi')
  if (shops.length === 0) redirect('/kayit/dukkan')

  const shop = chosenShop(shops, dukkan)
  if (shop) {
    return (
      <>
        <EnterShop shop={shop} userId={user.id} />
        <noscript>Dükkân ekranları için tarayıcınızda JavaScript açık olmalı.</noscript>
      </>
    )
  }
  return (
    <>
      <Title>Hangi dükkân?</Title>
      <ChooseShop shops={shops} userId={user.id} />
      <ButtonLink href="/kayit/dukkan" variant="quiet">
        Yeni dükkân aç
      </ButtonLink>
    </>
  )
}
