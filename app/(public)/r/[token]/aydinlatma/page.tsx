import { PageFrame } from '@/components/booking/page-frame'
import { LegalWhole } from '@/components/tenants/legal-text'
import { currentShopTexts } from '@/lib/tenants/server/current-texts'
import { Unreachable } from '../../../unreachable'
import { visitAt } from '../visit'

export const metadata = { title: 'Aydınlatma Metni', robots: { index: false, follow: false } }

/** The shop's notice, from a link: it opens though the shop's page is closed. */
export default async function VisitNoticePage({ params }: { params: Promise<{ token: string }> }) {
  const shown = await visitAt(params)
  if (!shown) return <Unreachable />
  const { shop } = shown.visit
  const { aydinlatma } = currentShopTexts(shop)
  return (
    <PageFrame shop={shop} back={shown.path} title={aydinlatma.title}>
      <LegalWhole text={aydinlatma} />
    </PageFrame>
  )
}
