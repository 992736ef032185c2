'use client'

import { Button } from '@/components/ui/button'
import { OpenIcon } from '@/components/ui/icons'
import type { Plan, RowOutcome } from '@/lib/import/plan-import'
import { ROW_REFUSALS, ROW_WARNINGS } from '@/lib/import/refusals'
import { formatMoney } from '@/lib/kernel/money'

/** Of each group; nobody reads further on a phone, and 20,000 lines would hold the page up. */
const SHOWN = 100

const number = new Intl.NumberFormat('tr')

interface PlanPreviewProps {
  plan: Plan
  onCorrect: () => void
  onTake: () => void
}

/** What will happen, before anything does. */
export function PlanPreview({ plan, onCorrect, onTake }: PlanPreviewProps) {
  const { outcomes, created, merged, debts } = plan
  const of = (kind: RowOutcome['kind']) => outcomes.filter(outcome => outcome.kind === kind)
  const people = new Set([...created, ...merged].map(({ id }) => id).concat(debts.map(debt => debt.customerId))).size
  return (
    <>
      <h2 className="text-name font-semibold">Aktarınca ne olacak?</h2>
      <div className="-mx-gutter border-line border-t">
        <OutcomeGroup outcomes={of('new')} label="yeni müşteri" />
        <OutcomeGroup outcomes={of('merge')} label="birleşecek" hint="Listenizde var, eksikleri tamamlanacak" />
        {debts.length > 0 && (
          <p className="flex min-h-16 flex-col justify-center border-line border-b px-gutter py-2">
            <span>
              <b>{formatMoney(debts.reduce((sum, { amount }) => sum + amount, 0))}</b> veresiye borcu yazılacak
            </span>
            <span className="text-small text-ink-soft">{number.format(debts.length)} kişide, bugünün tarihiyle</span>
          </p>
        )}
        <OutcomeGroup outcomes={of('same')} label="zaten var" hint="Değişmeyecek" />
        <OutcomeGroup outcomes={of('refused')} label="alınamadı" hint="Dosyada düzeltip yeniden aktarabilirsiniz" />
      </div>
      <span className="-ml-gutter">
        <Button variant="quiet" onClick={onCorrect}>
          Sütunları düzelt
        </Button>
      </span>
      <div className="sticky bottom-bar mt-auto bg-paper py-3 lg:bottom-0">
        {people > 0 ? (
          <Button variant="do" full onClick={onTake}>
            {number.format(people)} kişiyi aktar
          </Button>
        ) : (
          <p role="status">Bu listeden eklenecek kimse yok.</p>
        )}
      </div>
    </>
  )
}

function OutcomeGroup({ outcomes, label, hint }: { outcomes: RowOutcome[]; label: string; hint?: string }) {
  if (outcomes.length === 0) return null
  const doubtful = outcomes.filter(outcome => 'warnings' in outcome && outcome.warnings.length > 0)
  // What wants a look stands first.
  const shown = [...new Set([...doubtful, ...outcomes])].slice(0, SHOWN)
  return (
    <details className="group border-line border-b">
      <summary className="flex min-h-16 cursor-pointer list-none items-center gap-3 px-gutter py-2">
        <span className="min-w-16 text-number font-semibold">{number.format(outcomes.length)}</span>
        <span className="min-w-0 flex-1">
          {label}
          {hint && <span className="block text-small text-ink-soft">{hint}</span>}
          {doubtful.length > 0 && (
            <span className="block text-small text-look">{number.format(doubtful.length)} satıra göz atın</span>
          )}
        </span>
        <OpenIcon aria-hidden className="shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="flex flex-col gap-2 px-gutter pb-4">
        {shown.map(outcome => (
          <li key={outcome.row}>
            <span className="text-ink-soft">Satır {outcome.row}</span> {outcome.kind !== 'refused' && outcome.name}
            {notesOf(outcome).map(note => (
              <span key={note} className="block text-small text-look">
                {note}
              </span>
            ))}
          </li>
        ))}
        {outcomes.length > SHOWN && <li>ve {number.format(outcomes.length - SHOWN)} satır daha</li>}
      </ul>
    </details>
  )
}

function notesOf(outcome: RowOutcome): string[] {
  if (outcome.kind === 'refused') return [ROW_REFUSALS[outcome.reason]]
  return outcome.warnings.map(warning => ROW_WARNINGS[warning])
}
