import { PageFrame } from '@/components/booking/page-frame'
import { LegalWhole } from '@/components/tenants/legal-text'
import { currentShopTexts } from '@/lib/tenants/server/current-texts'
import { Unreachable } from '../../../unreachable'
import { shopAt } from '../shop'

export const metadata = { title: 'Aydınlatma Metni', robots: { index: false } }

export default async function ShopNoticePage({ params }: { params: Promise<{ slug: string }> }) {
  const shown = await shopAt(params)
  if (!shown) return <Unreachable />
  const { shop } = shown.book
  const { aydinlatma } = currentShopTexts(shop)
  return (
    <PageFrame shop={shop} back={`/d/${shown.slug}`} title={aydinlatma.title}>
      <LegalWhole text={aydinlatma} />
    </PageFrame>
  )
}
