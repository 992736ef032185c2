import { ShareLink } from '@/components/settings/share-link'
import { ActionForm, FormDone, FormText } from '@/components/tenants/action-form'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { PrintIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { QrCode } from '@/components/ui/qr-code'
import type { Id } from '@/lib/kernel/id'
import { freeSlug } from '@/lib/tenants/server/free-slug'
import { hasOnlineServices, type Page, pageAddress, pageOf, shownAddress } from '@/lib/tenants/server/page-of'
import { requireRole } from '@/lib/tenants/server/require-role'
import { suggestedSlug } from '@/lib/tenants/slug'
import { Title } from '../title'
import { close, save } from './actions'

export const metadata = { title: 'İnternet sayfanız' }

export default async function PagePage({ searchParams }: { searchParams: Promise<{ dukkan?: unknown }> }) {
  const { user, shop } = await requireRole(['owner'], (await searchParams).dukkan)
  const [page, choosable] = await Promise.all([
    pageOf(user.client, shop.tenantId),
    hasOnlineServices(user.client, shop.tenantId),
  ])
  return (
    <>
      <div className="flex flex-col gap-1">
        <Title>İnternet sayfanız</Title>
        <p className="text-ink-soft">{shop.name}</p>
      </div>
      {!choosable && (
        <Notice tone="look" title="Müşterilerin seçebileceği bir hizmet yok">
          <p>Ayarlar’da bir hizmete dokunup “Diğer” altından internete açın.</p>
        </Notice>
      )}
      {page.slug && page.publishedAt ? (
        <OpenPage page={{ ...page, slug: page.slug }} tenantId={shop.tenantId} />
      ) : (
        <ClosedPage
          page={page}
          slug={page.slug ?? (await freeSlug(suggestedSlug(page.name)))}
          tenantId={shop.tenantId}
        />
      )}
      <ButtonLink href={`/basla?dukkan=${shop.tenantId}`} full>
        Dükkâna dön
      </ButtonLink>
    </>
  )
}

function ClosedPage({ page, slug, tenantId }: { page: Page; slug: string; tenantId: Id }) {
  return (
    <>
      <p>
        Müşterileriniz bağlantınıza dokunur, boş saatlerinizden birini kendileri seçer. Sayfanız şu an kapalı, kimse
        göremez.
      </p>
      <ActionForm action={save} hidden={{ tenantId, open: 'yes' }} values={{ slug, address: page.address ?? '' }}>
        <PageFields />
        <SubmitButton>Sayfamı aç</SubmitButton>
      </ActionForm>
    </>
  )
}

function OpenPage({ page, tenantId }: { page: Page & { slug: string }; tenantId: Id }) {
  const url = pageAddress(page.slug)
  return (
    <>
      <section className="flex flex-col gap-4" aria-labelledby="baglanti">
        <h2 id="baglanti" className="text-name font-semibold">
          Sayfanız açık
        </h2>
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-target items-center font-semibold text-do underline underline-offset-4 wrap-anywhere"
        >
          {shownAddress(page.slug)}
        </a>
        <ShareLink url={url} title={`${page.name}: randevu`} />
        <div className="mx-auto w-full max-w-64">
          <QrCode text={url} label="Sayfanızın karekodu" />
        </div>
        <ButtonLink href={`/sayfa/afis?dukkan=${tenantId}`} full icon={<PrintIcon />}>
          Afişini yazdır
        </ButtonLink>
      </section>

      <section className="flex flex-col gap-4" aria-labelledby="bilgiler">
        <h2 id="bilgiler" className="text-name font-semibold">
          Sayfadaki bilgiler
        </h2>
        <ActionForm
          action={save}
          hidden={{ tenantId, open: 'no' }}
          values={{ slug: page.slug, address: page.address ?? '' }}
        >
          <PageFields known />
          <FormDone />
          <SubmitButton>Kaydet</SubmitButton>
        </ActionForm>
      </section>

      <ActionForm action={close} hidden={{ tenantId }} className="flex flex-col gap-2">
        <SubmitButton variant="plain">Sayfayı kapat</SubmitButton>
        <p className="text-small text-ink-soft">
          Yeni randevu alınamaz. Verilmiş randevular ve bağlantıları durur; istediğiniz zaman yeniden açarsınız.
        </p>
      </ActionForm>
    </>
  )
}

/** `known`: customers may have the link already. */
function PageFields({ known = false }: { known?: boolean }) {
  return (
    <>
      <FormText
        name="slug"
        label="Sayfanızın adresi"
        hint={`${shownAddress('')}… ${known ? 'Değiştirirseniz eski bağlantı ve afiş çalışmaz.' : 'Dükkânınızın adı yeter.'}`}
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        spellCheck={false}
      />
      <FormText
        name="address"
        label="Dükkân nerede?"
        hint="Müşteri yol tarifi için okur. Boş kalabilir."
        autoComplete="street-address"
      />
    </>
  )
}
