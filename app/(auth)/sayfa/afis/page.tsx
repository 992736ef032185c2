import { redirect } from 'next/navigation'
import { PrintButton } from '@/components/settings/print-button'
import { ButtonLink } from '@/components/ui/button'
import { QrCode } from '@/components/ui/qr-code'
import { pageAddress, pageOf, shownAddress } from '@/lib/tenants/server/page-of'
import { requireRole } from '@/lib/tenants/server/require-role'
import './poster.css'

export const metadata = { title: 'Afiş' }

export default async function PosterPage({ searchParams }: { searchParams: Promise<{ dukkan?: unknown }> }) {
  const { user, shop } = await requireRole(['owner'], (await searchParams).dukkan)
  const { name, slug, publishedAt } = await pageOf(user.client, shop.tenantId)
  const back = `/sayfa?dukkan=${shop.tenantId}`
  // A poster must not send anybody to a closed door.
  if (!slug || !publishedAt) redirect(back)
  return (
    <>
      {/* Everything on it is measured by its width, so that A4 and A5 show the same. */}
      <div className="@container outline outline-line [page:poster] print:fixed print:inset-0 print:outline-0">
        <article className="flex aspect-[1/1.41] flex-col items-center justify-between bg-[#fff] p-[8cqw] text-center text-[#000] print:aspect-auto print:h-full">
          <h1
            className={`font-bold tracking-tight text-balance ${name.length > 24 ? 'text-[7cqw]/tight' : 'text-[10cqw]/tight'}`}
          >
            {name}
          </h1>
          <div className="flex w-[68cqw] flex-col items-center gap-[2cqw]">
            <p className="text-[6.5cqw]/tight font-semibold">Randevu için okutun</p>
            <QrCode text={pageAddress(slug)} label="Randevu sayfasının karekodu" />
          </div>
          <p className="text-[4.4cqw]/tight font-semibold wrap-anywhere">{shownAddress(slug)}</p>
        </article>
      </div>
      <div className="flex flex-col gap-3 print:hidden">
        <PrintButton />
        <ButtonLink href={back} full>
          Geri
        </ButtonLink>
      </div>
    </>
  )
}
