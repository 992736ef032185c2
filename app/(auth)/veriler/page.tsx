import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Notice } from '@/components/ui/notice'
import { isRefusal, refusals } from '@/lib/archive/refusals'
import type { Id } from '@/lib/kernel/id'
import { requireRole } from '@/lib/tenants/server/require-role'
import { Title } from '../title'

export const metadata = { title: 'Verilerim' }

/** Everything of the shop out, and in again. */
export default async function DataPage({
  searchParams,
}: {
  searchParams: Promise<{ dukkan?: unknown; haber?: unknown }>
}) {
  const { dukkan, haber } = await searchParams
  const { shop } = await requireRole(['owner'], dukkan)
  return (
    <>
      <div className="flex flex-col gap-1">
        <Title>Verilerim</Title>
        <p className="text-ink-soft">{shop.name}</p>
      </div>
      <News word={haber} />
      <section aria-labelledby="indir" className="flex flex-col gap-3">
        <h2 id="indir" className="text-name font-semibold">
          Verilerimin tamamı
        </h2>
        <p>
          Müşteriler, randevular, kasa ve ayarlar tek dosyada: Excel, rehber ve takvim olarak açılır, başka bir Siftah’a
          geri alınır. Ücretsiz, istediğiniz zaman.
        </p>
        {/* Not a Link: it is a file, and must not be fetched before it is wanted. */}
        <a href={`/api/export/archive?dukkan=${shop.tenantId}`} download className={buttonClass('do', true)}>
          Verilerimi indir
        </a>
        <p className="text-small text-ink-soft">
          Dosyada müşterilerinizin adı ve telefonu açık yazılıdır. Kimseye vermeyin.
        </p>
      </section>
      <TakeIn tenantId={shop.tenantId} />
      <ButtonLink href={`/basla?dukkan=${shop.tenantId}`} full>
        Dükkâna dön
      </ButtonLink>
    </>
  )
}

function TakeIn({ tenantId }: { tenantId: Id }) {
  return (
    <section aria-labelledby="al" className="flex flex-col gap-3">
      <h2 id="al" className="text-name font-semibold">
        Arşivden al
      </h2>
      <p>
        Daha önce indirdiğiniz arşivi bu dükkâna alır. Yalnızca boş bir dükkâna alınır. Çalışanlarınızı sonra yeniden
        davet edersiniz.
      </p>
      <form
        action={`/api/import/archive?dukkan=${tenantId}`}
        method="post"
        encType="multipart/form-data"
        className="flex flex-col gap-3"
      >
        <label className="flex flex-col gap-1.5 font-semibold">
          Arşiv dosyası
          <input
            type="file"
            name="dosya"
            accept=".zip,application/zip"
            required
            className="min-h-target w-full rounded-control border border-edge bg-card px-3 py-2 font-normal text-ink"
          />
        </label>
        <SubmitButton variant="plain">Arşivi al</SubmitButton>
      </form>
    </section>
  )
}

function News({ word }: { word: unknown }) {
  if (word === 'alindi')
    return (
      <div role="status">
        <Notice title="Arşiv alındı. Dükkânınız olduğu gibi burada." />
      </div>
    )
  const sentence = isRefusal(word)
    ? refusals[word]
    : word === 'baglanti'
      ? 'Şu an bağlanamadık. Hiçbir şey değişmedi; biraz sonra yeniden deneyin.'
      : null
  return (
    sentence && (
      <div role="alert">
        <Notice tone="look" title={sentence} />
      </div>
    )
  )
}
