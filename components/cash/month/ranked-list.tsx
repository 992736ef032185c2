import { formatMoney, type Kurus } from '@/lib/kernel/money'

export interface Ranked {
  key: string
  word: string
  /** How many, where that can be told. */
  count?: number
  amount: Kurus
  /** The month before; null: not known. */
  before: Kurus | null
}

interface RankedListProps {
  title: string
  rows: readonly Ranked[]
  /** The colour is only beside the words and numbers. */
  tone?: 'do' | 'look'
}

/** The largest first, each with a stroke as long as its part of the largest, and what it was in the month before. */
export function RankedList({ title, rows, tone = 'do' }: RankedListProps) {
  if (rows.length === 0) return null
  const sorted = rows.toSorted((a, b) => b.amount - a.amount)
  const largest = Math.max(1, ...sorted.map(({ amount }) => amount))
  return (
    <section aria-label={title} className="border-line border-t pt-4">
      <h3 className="font-semibold">{title}</h3>
      <ul>
        {sorted.map(({ key, word, count, amount, before }) => (
          <li key={key} className="py-1.5">
            <div className="flex flex-wrap justify-between gap-x-3">
              <span className="min-w-0">
                {word}
                {count !== undefined && <span className="text-ink-soft"> · {count}</span>}
              </span>
              <span className="ml-auto font-semibold">{formatMoney(amount)}</span>
            </div>
            <div aria-hidden className="my-0.5 h-1.5">
              <div
                className={`h-full rounded-full ${tone === 'do' ? 'bg-do' : 'bg-look'}`}
                style={{ width: `${Math.max(0, (amount / largest) * 100)}%` }}
              />
            </div>
            {before !== null && <p className="text-small text-ink-soft">geçen ay {formatMoney(before)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
