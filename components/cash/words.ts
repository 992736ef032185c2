import type { WayKind } from '@/lib/cash/movement'
import type { Entry, EntryKind } from '@/lib/cash/till-entries'
import type { AccountKind } from '@/lib/cash/transfer'
import { formatMoney, type Kurus } from '@/lib/kernel/money'

/** How it was paid, in the order in which it usually is. */
export const wayWords: Record<WayKind, string> = {
  cash: 'Nakit',
  card: 'Kart',
  bank: 'Havale',
  veresiye: 'Veresiye',
  kapora: 'Kapora',
}

/** What happened, where the category does not say it. */
export const entryWords: Partial<Record<EntryKind, string>> = {
  collected: 'Veresiye tahsilatı',
  kapora: 'Kapora',
  'kapora-back': 'Kapora geri verildi',
  'kapora-kept': 'Kapora dükkânda kaldı',
  'paid-out': 'Çalışana verildi',
  'brought-in': 'Çalışandan',
  debt: 'Eski borç',
  'taken-out': 'Kasadan alındı',
  'put-in': 'Kasaya kondu',
  surplus: 'Kasa fazlası',
  shortage: 'Kasa noksanı',
  moved: 'Aktarıldı',
}

/** `+₺250,00`, `-₺100,00`; what neither comes nor goes has no sign. */
export const entryMoney = ({ amount, sign }: Pick<Entry, 'amount' | 'sign'>): string =>
  sign > 0 ? `+${formatMoney(amount)}` : formatMoney(sign < 0 ? -amount : amount)

/** `Nakit`, `Nakit ₺300,00 + Veresiye ₺100,00`. */
export function waysWords(ways: readonly { kind: AccountKind; amount: Kurus }[]): string {
  const word = (kind: AccountKind) => wayWords[kind as WayKind] ?? ''
  if (ways.length === 1) return word(ways[0]!.kind)
  return ways.map(({ kind, amount }) => `${word(kind)} ${formatMoney(amount)}`).join(' + ')
}

/** What a line is called: the sign alone would be easy to miss. */
export function kindWords({ kind, isBack }: Pick<Entry, 'kind' | 'isBack'>): string {
  const word = { refund: 'İade', expense: 'Gider', sale: 'Gelir', income: 'Gelir', 'kapora-kept': 'Gelir' } as const
  const said = kind in word ? word[kind as keyof typeof word] : ''
  return isBack ? (said ? `${said} geri alındı` : 'Geri alındı') : said
}
