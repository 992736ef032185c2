import { bookExports, isExportName } from '@/lib/accounting/exports'
import { periodWords } from '@/lib/accounting/period'
import type { AccountantLink, Opening } from '@/lib/accounting/server/links-of'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'

/** A link that is out: for whom, over which period, and what became of it. */
export function LinkRow({ link: { name, period, expiresAt, openings }, zone }: { link: AccountantLink; zone: string }) {
  return (
    <>
      <p className="text-name">{name}</p>
      <p className="text-ink-soft">
        {periodWords(period)} · {formatDay(dayOf(expiresAt, zone))} gününe kadar
      </p>
      {openings.length === 0 ? (
        <p className="text-ink-soft">Henüz açılmadı.</p>
      ) : (
        <ul aria-label="Açılışlar">
          {openings.map(opening => (
            <li key={opening.at + opening.what}>{openingWords(opening, zone)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const openingWords = ({ what, at }: Opening, zone: string) =>
  `${formatDay(dayOf(at, zone))} ${formatTime(at, zone)} · ${isExportName(what) ? `${bookExports[what].title} indirildi` : 'sayfa açıldı'}`
