import { formatMoney, type Kurus, parseMoney } from '@/lib/kernel/money'

/**
 * What has been typed so far: `''`, `'250'`, `'12,'`, `'12,5'`, and with a keyboard's dot `'1.234,50'`, `'1234.5'`. A value alone cannot tell
 * `12` from `12,`.
 */
export type MoneyEntry = string

export const moneyKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0', ','] as const
/** A dot is on no key of ours: it comes from a keyboard. */
export type MoneyKey = (typeof moneyKeys)[number] | '.' | 'erase'

/** What may still become an amount: plain, grouped by dots, being grouped, or with an English dot before the kuruş. */
const BEGUN = [
  /^\d+(,\d{0,2})?$/,
  /^[1-9]\d{0,2}(\.\d{3})+(,\d{0,2})?$/,
  /^[1-9]\d{0,2}(\.\d{3})*\.\d{0,3}$/,
  /^\d+\.\d{0,2}$/,
]

/**
 * The entry after one key. Digits are lira, as on a shop's till: `250` is ₺250; the comma begins the kuruş.
 * A key that would make a third decimal or more than `MAX_AMOUNT` changes nothing.
 */
export function pressKey(entry: MoneyEntry, key: MoneyKey): MoneyEntry {
  if (key === 'erase') return entry.slice(0, -1)
  const next = (entry + key).replace(/^0+(?=\d)/, '').replace(/^([.,])/, '0$1')
  return BEGUN.some(form => form.test(next)) && parseMoney(completed(next)).ok ? next : entry
}

/** Zero while nothing is typed. */
export function kurusOf(entry: MoneyEntry): Kurus {
  const amount = parseMoney(completed(entry))
  return amount.ok ? amount.value : 0
}

/** The shortest entry worth that amount: ₺250,00 → `250`, zero → `''`. */
export function entryOf(kurus: Kurus): MoneyEntry {
  return kurus === 0
    ? ''
    : formatMoney(kurus)
        .replace(/[^\d,]/g, '')
        .replace(/,00$/, '')
}

/** For the eye, as it is understood: `1250,5` → `₺1.250,5`; `1.234` → `₺1.234`; `1.23` → `₺1,23`; nothing typed → `₺0`. */
export function showEntry(entry: MoneyEntry): string {
  const [lira = '', ...kurus] = plain(entry || '0').split(',')
  return `₺${[lira.replace(/\B(?=(\d{3})+$)/g, '.'), ...kurus].join(',')}`
}

/** One dot before three digits can mean thousands, or a slip: whoever typed it is told how it was read. */
export const isDoubtful = (entry: string): boolean => /^\D*[1-9]\d{0,2}\.\d{3}\D*$/.test(entry.trim())

/** With a comma before the kuruş, and no dots: the only one, before no more than two digits, stands before the kuruş. */
const plain = (entry: MoneyEntry): string =>
  /^\d+\.\d{0,2}$/.test(entry) ? entry.replace('.', ',') : entry.replaceAll('.', '')

const completed = (entry: MoneyEntry) => plain(entry).replace(/,$/, '')
