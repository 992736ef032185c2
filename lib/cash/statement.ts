import { formatMoney, type Kurus } from '@/lib/kernel/money'
import { type Day, formatDay } from '@/lib/kernel/zone'

/** A debt as the customer reads it. */
export interface StatementLine {
  day: Day
  /** Null: what it was for is not known on this phone. */
  what: string | null
  amount: Kurus
  left: Kurus
}

/** More would make the link to WhatsApp too long for some phones. */
const LINES = 20

/**
 * What a customer owes, as a message from the owner's own phone: the oldest first, no link in it, nothing that was not agreed.
 * @param debts what is open, the oldest first; together `owed`
 */
export function statement(shop: string, customer: string, debts: readonly StatementLine[], owed: Kurus): string {
  const older = debts.slice(0, Math.max(0, debts.length - LINES))
  const olderLeft = older.reduce((sum, { left }) => sum + left, 0)
  return [
    `Merhaba ${customer},`,
    `${shop} veresiye hesabınız:`,
    '',
    ...(older.length > 0 ? [`Önceki ${older.length} borç: ${formatMoney(olderLeft)}`] : []),
    ...debts.slice(older.length).map(lineOf),
    '',
    `Toplam borç: ${formatMoney(owed)}`,
  ].join('\n')
}

function lineOf({ day, what, amount, left }: StatementLine): string {
  const about = [formatDay(day), what].filter(Boolean).join(', ')
  return left === amount
    ? `${about}: ${formatMoney(amount)}`
    : `${about}: ${formatMoney(amount)} (kalan ${formatMoney(left)})`
}
