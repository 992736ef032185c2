import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { balancesOf } from '@/lib/cash/balances'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { addCustomer, apply, fromNow, madeBy, openTwoShops, type Shop, saveStaff } from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'
import { type Book, type Example, openBook, type Step } from '../examples/ledger/book'

// tests/examples/ledger: what happens, and the book that comes of it.

const folder = new URL('../examples/ledger/', import.meta.url)
const names = readdirSync(folder).flatMap(file =>
  file.endsWith('.ts') && file !== 'book.ts' ? [file.slice(0, -'.ts'.length)] : [],
)

/** Long enough ago for every story, and not so long that a phone's clock would be taken to be wrong. */
const DAYS_AGO = 90

const sql = connect()
let shop: Shop
beforeAll(async () => {
  ;({ mehmet: shop } = await openTwoShops())
})

describe.each(names)('%s', name => {
  test('leaves the book that stands beside it', async () => {
    const { example } = (await import(`../examples/ledger/${name}.ts`)) as { example: Example }
    const book = await setTheStage()
    const steps = example.happens(book)
    for (const { commands } of steps) await apply(shop, shop.owner, commands)
    const after = (await example.afterwards?.(book)) ?? []
    const written = `${[...(await write(example.title, steps)), ...after].join('\n')}\n`

    const file = new URL(`${name}.txt`, folder)
    if (process.env.UPDATE) writeFileSync(file, written)
    expect(written).toBe(readFileSync(file, 'utf8'))
  })
})

test('there are examples, and no book without one', () => {
  expect(names.length).toBeGreaterThan(4)
  expect(readdirSync(folder).flatMap(file => (file.endsWith('.txt') ? [file.slice(0, -'.txt'.length)] : []))).toEqual(
    names,
  )
})

/** Somebody new in a chair of his own: what others did before is not in his book. */
async function setTheStage(): Promise<Book> {
  const [ali, usta] = [addCustomer({ name: 'Ali Çelik', phones: [] }), saveStaff({ name: 'Mehmet Usta' })]
  await apply(shop, shop.owner, [ali, usta])
  const today = fromNow(-DAYS_AGO * 24 * 60).slice(0, 10)
  const stage = {
    start: `${today}T00:00:00.000Z`,
    shopId: shop.id,
    owner: shop.owner,
    customer: madeBy(ali),
    chair: madeBy(usta),
    service: shop.service,
    accounts: shop.accounts,
  }
  return { ...stage, ...openBook(stage) }
}

interface Moved {
  id: Id
  fromAccountId: Id
  toAccountId: Id
  from: string
  to: string
  amount: number
  kdv: number
  rate: number | null
  takesBack: boolean
}

/** Everything that moved, in the order in which it was written down. */
const movedBy = (ids: Id[]) => sql<Moved[]>`
  select t.id, t.from_account_id as "fromAccountId", t.to_account_id as "toAccountId", f.name as from, o.name as to, t.amount::float8 as amount,
         t.kdv::float8 as kdv, l.kdv_rate as rate, t.reverses_id is not null as "takesBack"
  from public.transfers t
  join public.accounts f on f.id = t.from_account_id join public.accounts o on o.id = t.to_account_id
  left join public.sale_lines l on l.id = t.line_id
  where t.tenant_id = ${shop.id} and t.id = any (${ids}) order by t.rev`

/** The names of what a command moves. */
const movesOf = ({ args }: Step['commands'][number]) =>
  ((args as { transfers?: { id: Id }[] }).transfers ?? [args as { id: Id }]).map(({ id }) => id)

async function write(title: string, steps: Step[]): Promise<string[]> {
  const lines = [title, '='.repeat(title.length), '']
  const all: Moved[] = []
  for (const { at, words, commands } of steps) {
    const moved = await movedBy(commands.flatMap(movesOf))
    all.push(...moved)
    lines.push(`Day ${at[0]}, ${at[1]}  ${words}.`, ...moved.map(lineOf), '')
  }

  const nameOf = new Map(
    all.flatMap(one => [[one.fromAccountId, one.from] as const, [one.toAccountId, one.to] as const]),
  )
  const balances = [...balancesOf(all)].map(([id, balance]) => ({ name: nameOf.get(id)!, balance }))
  lines.push('Balances', ...balances.map(({ name, balance }) => `    ${name.padEnd(16)}${money(balance)}`))
  lines.push(`    ${'together'.padEnd(16)}${money(balances.reduce((sum, { balance }) => sum + balance, 0))}`)
  lines.push(...kdvOf(all))
  return lines
}

const money = (kurus: number) => formatMoney(kurus).replace('₺', '').padStart(10)

const lineOf = ({ from, to, amount, kdv, rate, takesBack }: Moved) =>
  [
    `    ${from.padEnd(12)}→ ${to.padEnd(12)}${money(amount)}`,
    rate !== null && `  KDV %${rate}: ${money(kdv).trim()}, matrah ${money(amount - kdv).trim()}`,
    takesBack && '  takes back',
  ]
    .filter(Boolean)
    .join('')

/** What was sold at each rate: matrah and KDV make up the whole. */
function kdvOf(moved: readonly Moved[]): string[] {
  const rates = [...new Set(moved.flatMap(({ rate }) => rate ?? []))].sort((a, b) => a - b)
  const lines = rates.map(rate => {
    const own = moved.filter(one => one.rate === rate)
    // Into the income account it goes back.
    const sum = (of: 'amount' | 'kdv') =>
      own.reduce((total, one) => total + (one.to === 'Hizmet' || one.to === 'Ürün' ? -one[of] : one[of]), 0)
    const [gross, kdv] = [sum('amount'), sum('kdv')]
    return `    %${String(rate).padEnd(4)}matrah ${money(gross - kdv)}  KDV ${money(kdv)}  together ${money(gross)}`
  })
  return lines.length > 0 ? ['', 'Sold', ...lines] : []
}
