import { formatMoney } from '@/lib/kernel/money'
import type { WordsAndMoney } from './evening/day-words'

/** Words at the left, money at the right, one under the other; wraps where the text is very large. */
export function MoneyRows({ rows }: { rows: readonly WordsAndMoney[] }) {
  return (
    <dl>
      {rows.map(({ word, amount, strong }) => (
        <div key={word} className="flex flex-wrap justify-between gap-x-3 py-0.5">
          <dt className={strong ? 'font-semibold' : undefined}>{word}</dt>
          <dd className={`ml-auto ${strong ? 'text-name font-semibold' : 'font-semibold'}`}>{formatMoney(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}
