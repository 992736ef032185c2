import { type Books, categoriesOf, sumOf } from '@/lib/accounting/books'
import { periodWords } from '@/lib/accounting/period'
import { formatMoney, type Kurus } from '@/lib/kernel/money'

type Shown = Pick<Books, 'period' | 'balances' | 'kdv' | 'count'>

/** Where money stands, as opposed to where it came from and went. */
const STANDING = ['cash', 'card', 'bank', 'veresiye', 'kapora', 'staff']

/** What the books of a period come to: enough to see that it is the right period and that it is whole. */
export function BooksSummary({ books }: { books: Shown }) {
  const { income, expense } = categoriesOf(books)
  const standing = books.balances.filter(
    ({ kind, opening, closing }) => STANDING.includes(kind) && (opening !== 0 || closing !== 0),
  )
  return (
    <section aria-labelledby="ozet" className="flex flex-col gap-4">
      <div>
        <h2 id="ozet" className="text-name font-semibold">
          {periodWords(books.period)}
        </h2>
        <p className="text-ink-soft">
          {books.count === 0 ? 'Bu dönemde kayıt yok.' : `${books.count.toLocaleString('tr')} kayıt`}
        </p>
      </div>
      {books.count > 0 && (
        <div className="flex flex-col gap-4 rounded-control border border-line bg-card px-gutter py-3">
          <Lines
            lines={[
              { name: 'Gelir', amount: sumOf(income) },
              { name: 'Gider', amount: sumOf(expense) },
              { name: 'Kalan', amount: sumOf(income) - sumOf(expense) },
            ]}
          />
          {(books.kdv.sold !== 0 || books.kdv.paid !== 0) && (
            <Lines
              title="KDV"
              lines={[
                { name: 'Hesaplanan', amount: books.kdv.sold },
                { name: 'İndirilecek', amount: books.kdv.paid },
              ]}
            />
          )}
          {income.length > 1 && <Lines title="Gelirler" lines={income} />}
          {expense.length > 1 && <Lines title="Giderler" lines={expense} />}
        </div>
      )}
      {standing.length > 0 && (
        <div>
          <h3 className="font-semibold">Hesaplar</h3>
          <dl>
            {standing.map(({ kind, name, opening, closing }) => (
              <div key={kind + name} className="flex flex-wrap justify-between gap-x-3 border-line border-b py-2">
                <dt>{name}</dt>
                <dd className="ml-auto text-right">
                  <span className="font-semibold">{formatMoney(closing)}</span>
                  <span className="block text-small text-ink-soft">dönem başı {formatMoney(opening)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  )
}

const Lines = ({ title, lines }: { title?: string; lines: readonly { name: string; amount: Kurus }[] }) => (
  <div>
    {title && <p className="text-small text-ink-soft">{title}</p>}
    <dl>
      {lines.map(({ name, amount }) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-3">
          <dt>{name}</dt>
          <dd className="ml-auto font-semibold">{formatMoney(amount)}</dd>
        </div>
      ))}
    </dl>
  </div>
)
