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
        <article className="flex aspect-[1/1.41] flex-col items-center justify-between gap-[4cqw] overflow-hidden bg-[#fff] p-[7cqw] text-center text-[#000] print:aspect-auto print:h-full">
          <h1 className={`font-bold tracking-tight text-balance ${sizeOfName(name)}`}>{name}</h1>
          <p className="text-[7.5cqw]/tight font-semibold">Randevu için okutun</p>
          <div className="min-h-0 w-[80cqw] flex-1">
            <QrCode text={pageAddress(slug)} label="Randevu sayfasının karekodu" />
          </div>
          {/* Where a long one is broken, it is before the shop's own part. */}
          <p className="text-[4.6cqw]/tight font-semibold wrap-anywhere">
            {shownAddress('')}
            <wbr />
            {slug}
          </p>
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

/** Eighty letters are a third of the sheet, a few may fill its width. */
function sizeOfName({ length }: string): string {
  if (length <= 16) return 'text-[10.5cqw]/tight'
  return length <= 40 ? 'text-[8.5cqw]/tight' : 'text-[6cqw]/tight'
}
