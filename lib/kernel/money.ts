import { fail, ok, type Result } from './result'

/** An amount of money in kuruş (1/100 lira), always an integer. */
export type Kurus = number

/** ₺99.999.999,99: more than a shop takes, and less than a phone number typed into the amount field. */
export const MAX_AMOUNT: Kurus = 9_999_999_999

const lira = new Intl.NumberFormat('tr-TR', { style: 'currency', currency: 'TRY' })

/** `123450` → `₺1.234,50`, `-123450` → `-₺1.234,50`. */
export function formatMoney(kurus: Kurus): string {
  // As decimal text and not as kurus / 100, which a float cannot hold for large sums.
  return lira.format(`${kurus}E-2` as `${number}`)
}

const CURRENCY = /^(?:₺|TL)\s*|\s*(?:₺|TL)$/gi
const TURKISH = /^(\d+|[1-9]\d{0,2}(?:[.\s]\d{3})+)(?:,(\d{1,2}))?$/
const ENGLISH = /^(\d+|[1-9]\d{0,2}(?:[,\s]\d{3})+)\.(\d{1,2})$/

/**
 * The amount a person typed or a spreadsheet holds: `1.234,50`, `1234,5`, `1234.50`, `₺ 1 234`, `75 TL`.
 * A single dot before three digits groups thousands (`1.234` is ₺1.234,00); a comma before three digits is nobody's way
 * of writing and is refused. There is no sign: direction is in the accounts, never in the amount.
 */
export function parseMoney(text: string): Result<Kurus, 'empty' | 'not-an-amount' | 'too-large'> {
  const amount = text.trim().replace(CURRENCY, '')
  if (amount === '') return fail('empty')
  const [, whole, decimals = ''] = TURKISH.exec(amount) ?? ENGLISH.exec(amount) ?? []
  if (whole === undefined) return fail('not-an-amount')
  const kurus = Number(whole.replace(/\D/g, '') + decimals.padEnd(2, '0'))
  return kurus > MAX_AMOUNT ? fail('too-large') : ok(kurus)
}
