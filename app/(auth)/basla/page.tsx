import { redirect } from 'next/navigation'
import { ChooseShop, EnterShop } from '@/components/tenants/enter-shop'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { consentsOf, hasReadNotice } from '@/lib/tenants/server/record-consents'
import { requireUser } from '@/lib/tenants/server/require-user'
import { chosenShop, shopsOfMe } from '@/lib/tenants/server/shops-of-me'
import { Title } from '../title'

export const metadata = { title: 'Siftah' }

interface Query {
  /** Which shop to open. */
  dukkan?: unknown
  /** `cikarildi`: the phone has just been shown out of a shop. */
  neden?: unknown
  /** `kasa`: an accountant wants to look at the shop's screens. */
  ekran?: unknown
}

/** After every log-in: to the texts not yet read, to the first shop, or into a shop. */
export default async function StartPage({ searchParams }: { searchParams: Promise<Query> }) {
  const user = await requireUser()
  const [consents, shops, { dukkan, neden, ekran }] = await Promise.all([
    consentsOf(user),
    shopsOfMe(user),
    searchParams,
  ])
  if (!hasReadNotice(consents)) redirect('/kayit/bilgi')
  const removed = neden === 'cikarildi'
  if (shops.length === 0 && !removed) redirect('/kayit/dukkan')

  const shop = chosenShop(shops, dukkan)
  // His screen is the books; he has nothing to do in the day.
  if (shop?.role === 'accountant' && !removed && ekran !== 'kasa') redirect(`/muhasebe?dukkan=${shop.tenantId}`)
  if (shop && !removed) {
    return (
      <>
        <EnterShop shop={shop} userId={user.id} />
        <noscript>Dükkân ekranları için tarayıcınızda JavaScript açık olmalı.</noscript>
      </>
    )
  }
  return (
    <>
      {removed && <Notice title="Bir dükkândan çıkarıldınız. O dükkânın kayıtları bu telefondan silindi." />}
      <Title>{shops.length > 0 ? 'Hangi dükkân?' : 'Dükkânınız yok'}</Title>
      <ChooseShop shops={shops} userId={user.id} />
      <ButtonLink href="/kayit/dukkan" variant="quiet">
        Yeni dükkân aç
      </ButtonLink>
    </>
  )
}
