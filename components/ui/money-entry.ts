import { formatMoney, type Kurus, parseMoney } from '@/lib/kernel/money'

/** What has been typed so far, ungrouped: `''`, `'250'`, `'12,'`, `'12,5'`. A value alone cannot tell `12` from `12,`. */
export type MoneyEntry = string

export const moneyKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0', ','] as const
export type MoneyKey = (typeof moneyKeys)[number] | 'erase'

/**
 * The entry after one key. Digits are lira, as on a shop's till: `250` is ₺250; the comma begins the kuruş.
 * A key that would make a third decimal or more than `MAX_AMOUNT` changes nothing.
 */
export function pressKey(entry: MoneyEntry, key: MoneyKey): MoneyEntry {
  if (key === 'erase') return entry.slice(0, -1)
  const next = (entry + key).replace(/^0+(?=\d)/, '').replace(/^,/, '0,')
  const fits = /^\d+(,\d{0,2})?$/.test(next) && parseMoney(completed(next)).ok
  return fits ? next : entry
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

/** For the eye: `1250,5` → `₺1.250,5`; nothing typed → `₺0`. */
export function showEntry(entry: MoneyEntry): string {
  const [lira = '', ...kurus] = (entry || '0').split(',')
  return `₺${[lira.replace(/\B(?=(\d{3})+$)/g, '.'), ...kurus].join(',')}`
}

const completed = (entry: MoneyEntry) => entry.replace(/,$/, '')
