import { wayKinds } from '@/lib/cash/movement'
import type { Till } from '@/lib/cash/till-of-day'
import { formatMoney } from '@/lib/kernel/money'
import { wayWords } from './words'

/** What was earned, big; how it was paid; what came in besides; and what is left when something went out too. */
export function TillSummary({ till }: { till: Till }) {
  const ways = wayKinds.filter(way => till.incomeBy[way] !== 0)
  return (
    <section aria-label="Günün toplamı">
      <p className="text-ink-soft">Gelir</p>
      <p className="text-[min(2rem,9vw)]/tight font-semibold">{formatMoney(till.income)}</p>
      <dl className="mt-2">
        {ways.map(way => (
          <Row key={way} word={wayWords[way]} amount={formatMoney(till.incomeBy[way])} />
        ))}
        {(till.collected !== 0 || till.kapora !== 0) && <div className="my-1 border-line border-t" />}
        {till.collected !== 0 && <Row word="Veresiye tahsilatı" amount={formatMoney(till.collected)} />}
        {till.kapora !== 0 && <Row word="Alınan kapora" amount={formatMoney(till.kapora)} />}
        {till.expense !== 0 && (
          <>
            <div className="my-1 border-line border-t" />
            <Row word="Gider" amount={formatMoney(-till.expense)} />
            <Row word="Kalan" amount={formatMoney(till.net)} />
          </>
        )}
      </dl>
    </section>
  )
}

const Row = ({ word, amount }: { word: string; amount: string }) => (
  <div className="flex flex-wrap justify-between gap-x-3">
    <dt>{word}</dt>
    <dd className="ml-auto font-semibold">{amount}</dd>
  </div>
)
