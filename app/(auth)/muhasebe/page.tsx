import { periodSentences } from '@/app/api/export/words'
import { BooksSummary } from '@/components/accounting/books-summary'
import { CodesForm } from '@/components/accounting/codes-form'
import { DownloadList } from '@/components/accounting/download-list'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { monthOf, type Period, parsePeriod, usualPeriods } from '@/lib/accounting/period'
import { booksOfMember } from '@/lib/accounting/server/books'
import { linksOf } from '@/lib/accounting/server/links-of'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { requireRole } from '@/lib/tenants/server/require-role'
import { leadNowhere } from '../../(public)/nowhere'
import { Title } from '../title'
import { setCodes } from './actions'
import { AccountantLinks } from './links'

export const metadata = { title: 'Muhasebe' }

interface Query {
  dukkan?: unknown
  /** The first and the last day; the month that is running when left out. */
  ilk?: unknown
  son?: unknown
}

export default async function AccountingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { dukkan, ilk, son } = await searchParams
  const { user, shop } = await requireRole(['owner', 'accountant'], dukkan)
  const now = new Date()
  const today = dayOf(toInstant(now), 'Europe/Istanbul')
  const asked = ilk === undefined && son === undefined ? null : parsePeriod(ilk, son, today)
  const period = asked?.ok ? asked.value : monthOf(today)
  const [books, links] = await Promise.all([
    booksOfMember(user.client, shop.tenantId, period),
    linksOf(user.client, shop.tenantId, now),
  ])
  if (!books) return leadNowhere()
  const isOwner = shop.role === 'owner'
  const shown = new URLSearchParams({ dukkan: shop.tenantId, ilk: period.from, son: period.to })
  return (
    <>
      <div className="flex flex-col gap-1">
        <Title>Muhasebe</Title>
        <p className="text-ink-soft">{shop.name}</p>
      </div>
      {asked && !asked.ok && <Notice tone="look" title={periodSentences[asked.error]} />}
      <ChoosePeriod period={period} today={today} tenantId={shop.tenantId} />
      <BooksSummary books={books} />
      <section aria-labelledby="dosyalar" className="flex flex-col gap-2">
        <h2 id="dosyalar" className="text-name font-semibold">
          Dosyalar
        </h2>
        <DownloadList base={`/api/export/books?${shown}`} />
        <p className="text-small text-ink-soft">Kayıtlar mali belge değildir.</p>
      </section>
      {isOwner && (
        <>
          <AccountantLinks books={books} links={links} />
          <CodesForm action={setCodes} tenantId={shop.tenantId} books={books} />
        </>
      )}
      <ButtonLink href={`/basla?dukkan=${shop.tenantId}${isOwner ? '' : '&ekran=kasa'}`} full>
        {isOwner ? 'Dükkâna dön' : 'Dükkânın ekranlarına bak'}
      </ButtonLink>
    </>
  )
}

function ChoosePeriod({ period, today, tenantId }: { period: Period; today: string; tenantId: string }) {
  return (
    <section aria-label="Dönem" className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-2">
        {usualPeriods(today).map(({ title, period: { from, to } }) => (
          <ButtonLink key={title} href={`/muhasebe?${new URLSearchParams({ dukkan: tenantId, ilk: from, son: to })}`}>
            {title}
          </ButtonLink>
        ))}
      </div>
      <details>
        <summary className="flex min-h-target cursor-pointer items-center font-semibold text-do">Başka dönem</summary>
        <form key={`${period.from} ${period.to}`} className="flex flex-col gap-4 pt-2">
          <input type="hidden" name="dukkan" value={tenantId} />
          <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-4">
            <TextField name="ilk" label="İlk gün" type="date" defaultValue={period.from} required />
            <TextField name="son" label="Son gün" type="date" defaultValue={period.to} required />
          </div>
          <SubmitButton variant="plain">Göster</SubmitButton>
        </form>
      </details>
    </section>
  )
}
