import { placeKinds } from '@/lib/cash/movement'
import type { Till } from '@/lib/cash/till-of-day'
import { formatMoney } from '@/lib/kernel/money'
import { placeWords } from './words'

/** What came in, big; how it came; and what is left when something went out too. */
export function TillSummary({ till }: { till: Till }) {
  const places = placeKinds.filter(place => till.incomeBy[place] !== 0)
  return (
    <section aria-label="Günün toplamı">
      <p className="text-ink-soft">Gelir</p>
      <p className="text-[min(2rem,9vw)]/tight font-semibold">{formatMoney(till.income)}</p>
      <dl className="mt-2">
        {places.map(place => (
          <Row key={place} word={placeWords[place]} amount={formatMoney(till.incomeBy[place])} />
        ))}
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
