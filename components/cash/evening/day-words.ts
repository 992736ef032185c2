import { type ChairDay, type DaySummary, type Drawer, netFlow } from '@/lib/cash/day-closing'
import type { AccountKind } from '@/lib/cash/transfer'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { formatDay } from '@/lib/kernel/zone'

export interface WordsAndMoney {
  word: string
  amount: Kurus
  /** The one that the others lead to. */
  strong?: boolean
}

/** How income was paid, in the order in which it usually is. */
export const paidWords: readonly [AccountKind, string][] = [
  ['cash', 'Nakit'],
  ['card', 'Kart'],
  ['bank', 'Havale'],
  ['veresiye', 'Veresiye'],
  ['kapora', 'Kaporadan'],
]
const places: readonly AccountKind[] = ['cash', 'card', 'bank']

/** What was sold and how it was paid; then what else came in and went out. Lines of nothing are left out. */
export function salesRows({ flows }: Pick<DaySummary, 'flows'>): WordsAndMoney[] {
  const paid = paidWords.map(([kind, word]) => ({ word, amount: netFlow(flows, ['income'], [kind]) }))
  const total = paid.reduce((sum, { amount }) => sum + amount, 0)
  return [{ word: 'Satış', amount: total, strong: true }, ...paid.filter(({ amount }) => amount !== 0)]
}

export function otherRows({ flows }: Pick<DaySummary, 'flows'>): WordsAndMoney[] {
  return [
    { word: 'Veresiye tahsilatı', amount: netFlow(flows, ['veresiye'], places) },
    { word: 'Alınan kapora', amount: netFlow(flows, ['kapora'], places) },
    { word: 'Gider', amount: -netFlow(flows, places, ['expense']) },
  ].filter(({ amount }) => amount !== 0)
}

/** How it comes to what should be in the drawer. */
export function expectedRows({ flows, cash }: Pick<DaySummary, 'flows' | 'cash'>): WordsAndMoney[] {
  const sum = (moves: DaySummary['flows']) => moves.reduce((total, { amount }) => total + amount, 0)
  return [
    { word: 'Gün başında', amount: cash.began },
    { word: 'Giren nakit', amount: sum(flows.filter(({ to }) => to === 'cash')) },
    { word: 'Çıkan nakit', amount: -sum(flows.filter(({ from }) => from === 'cash')) },
    { word: 'Kasada olması gereken', amount: cash.expected, strong: true },
  ]
}

/** `Tam`, `₺50,00 eksik`, `₺20,00 fazla`. */
export const differenceWords = ({ difference }: Pick<Drawer, 'difference'>): string =>
  difference === 0 ? 'Tam' : `${formatMoney(Math.abs(difference))} ${difference < 0 ? 'eksik' : 'fazla'}`

/** What a chair's day was, in one line. */
export const chairWords = ({ earned, tips, paid, owed }: ChairDay): string =>
  [
    earned !== 0 && `hakediş ${formatMoney(earned)}`,
    tips !== 0 && `bahşiş ${formatMoney(tips)}`,
    paid !== 0 && `verilen ${formatMoney(paid)}`,
    owed < 0 ? `fazla verilen ${formatMoney(-owed)}` : `alacağı ${formatMoney(owed)}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** `25 Kasım Çarşamba`, or from when where one evening closed several days. */
export const daysWords = ({ day, since }: Pick<DaySummary, 'day' | 'since'>): string =>
  since !== null && since < day ? `${formatDay(since)} – ${formatDay(day)}` : formatDay(day)

/** The end of the day as a message to send: no link in it, and nobody's name but those who work here. */
export function closingMessage(shopName: string, summary: DaySummary, reason: string | null): string {
  const { cash, staff, sales } = summary
  const line = ({ word, amount }: WordsAndMoney) => `${word}: ${formatMoney(amount)}`
  const [total, ...paid] = salesRows(summary) as [WordsAndMoney, ...WordsAndMoney[]]
  return [
    `${shopName} · Gün sonu`,
    daysWords(summary),
    '',
    `${line(total)} (${sales} satış)`,
    ...[...paid, ...otherRows(summary)].map(line),
    '',
    line({ word: 'Kasada olması gereken', amount: cash.expected }),
    line({ word: 'Sayılan', amount: cash.counted }),
    `Fark: ${differenceWords(cash)}${reason ? ` (${reason})` : ''}`,
    line({ word: 'Kasadan alınan', amount: cash.taken }),
    line({ word: 'Yarına kalan', amount: cash.left }),
    ...(staff.length > 0 ? ['', ...staff.map(chair => `${chair.name}: ${chairWords(chair)}`)] : []),
  ].join('\n')
}
