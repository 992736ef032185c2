import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { type Day, dayOf } from '@/lib/kernel/zone'
import type { Transfer } from './transfer'
import { standing } from './unsettled'

/** A debt, or what is left of it. */
export interface OpenDebt {
  transfer: Transfer
  /** What of it has not been paid. */
  left: Kurus
}

/**
 * What a customer still owes, the oldest first: what was given back off the debt has ended the debt of its own line, payments and the rest have paid the
 * oldest debts (SPEC CA12). What was taken back, debt or payment, counts as if it had never been. Does not depend on the order of the transfers.
 * @param accounts the customer's veresiye accounts; he has several when two customers turned out to be one
 */
export function openDebts(transfers: readonly Transfer[], accounts: ReadonlySet<Id>): OpenDebt[] {
  const stands = standing(transfers)
  const into = stands.filter(one => accounts.has(one.toAccountId) && !accounts.has(one.fromAccountId))
  const out = stands.filter(one => accounts.has(one.fromAccountId) && !accounts.has(one.toAccountId))

  const givenBack = new Map<Id, Kurus>()
  for (const { lineId, amount } of out) if (lineId) givenBack.set(lineId, (givenBack.get(lineId) ?? 0) + amount)
  let paid = out.reduce((sum, { amount }) => sum + amount, 0)
  const debts = into
    .toSorted((a, b) => (a.eventAt < b.eventAt ? -1 : a.eventAt > b.eventAt ? 1 : a.id < b.id ? -1 : 1))
    .map(transfer => {
      const ofLine = givenBack.get(transfer.lineId ?? '') ?? 0
      const ended = Math.min(ofLine, transfer.amount)
      if (transfer.lineId) givenBack.set(transfer.lineId, ofLine - ended)
      paid -= ended
      return { transfer, left: transfer.amount - ended }
    })
  return debts.flatMap(({ transfer, left }) => {
    const covered = Math.min(paid, left)
    paid -= covered
    return covered < left ? [{ transfer, left: left - covered }] : []
  })
}

/** Debts by their age in whole days of the shop's calendar: up to 30, 60, 90, and beyond. */
export interface Ageing {
  upTo30: Kurus
  upTo60: Kurus
  upTo90: Kurus
  older: Kurus
}

export function ageingOf(debts: readonly OpenDebt[], today: Day, zone: string): Ageing {
  const ageing: Ageing = { upTo30: 0, upTo60: 0, upTo90: 0, older: 0 }
  for (const { transfer, left } of debts) {
    const days = (Date.parse(today) - Date.parse(dayOf(transfer.eventAt, zone))) / 86_400_000
    ageing[days <= 30 ? 'upTo30' : days <= 60 ? 'upTo60' : days <= 90 ? 'upTo90' : 'older'] += left
  }
  return ageing
}
