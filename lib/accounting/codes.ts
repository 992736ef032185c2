import type { BookAccount } from './entry'

/** The codes of the uniform chart of accounts (MSUGT) that programs for small shops expect; `kdv-out` is KDV taken, `kdv-in` KDV paid. */
export const usualCodes = {
  cash: '100',
  bank: '102',
  card: '108',
  veresiye: '120',
  kapora: '340',
  staff: '335',
  income: '600',
  expense: '770',
  shares: '770',
  surplus: '397',
  shortage: '197',
  owner: '131',
  opening: '500',
  'kdv-out': '391',
  'kdv-in': '191',
} as const

export type CodeKey = keyof typeof usualCodes
export const codeKeys = Object.keys(usualCodes) as CodeKey[]

/** What a shop chose: by kind, or by the id of one account or category, which goes first. */
export type Codes = Readonly<Record<string, string>>

/** Digits and dots, as accounts are numbered everywhere: `600`, `600.01.001`. */
export const CODE = /^\d{1,3}([. -]?\d{1,6}){0,5}$/

export const codeOf = ({ id, kind }: Pick<BookAccount, 'id' | 'kind'>, codes: Codes): string =>
  codes[id] ?? codes[kind] ?? usualCode(kind)

// An account without a code stays without one: the accountant sees it, and nothing is booked where it does not belong.
const usualCode = (kind: string): string => (Object.hasOwn(usualCodes, kind) ? usualCodes[kind as CodeKey] : '')

export const kdvCode = (key: 'kdv-out' | 'kdv-in', codes: Codes): string => codes[key] ?? usualCodes[key]
