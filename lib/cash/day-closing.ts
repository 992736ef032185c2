import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Day, Instant } from '@/lib/kernel/zone'
import type { AccountKind } from './transfer'

/** A closed day, as it was written (SPEC CA32). */
export type DayClosing = {
  id: Id
  /** Up to this day the book is closed. */
  day: Day
  eventAt: Instant
  createdAt: Instant | null
  createdBy: Id
  counted: Kurus
  leftAmount: Kurus
  /** How many of each note and coin, where they were counted. */
  notes: Record<string, number> | null
  reason: string | null
  /** The day as canonical JSON; what a phone foresees until the server has written it. */
  summary: string
  /** Of `summary`; missing until the server has written it. */
  sha256: string | null
}

/** What moved from accounts of one kind to accounts of another. */
export interface Flow {
  from: AccountKind
  to: AccountKind
  amount: Kurus
  count: number
}

/** What the day was for a chair. */
export interface ChairDay {
  id: Id
  name: string
  /** Its share of what was collected since the closing before (SPEC CA35); below zero when more was given back. */
  earned: Kurus
  tips: Kurus
  /** Handed over to it. */
  paid: Kurus
  /** What the shop owes it now. */
  owed: Kurus
}

/** The drawer (SPEC CA33). */
export interface Drawer {
  /** What was left in it the evening before. */
  began: Kurus
  /** What came in less what went out. */
  moved: Kurus
  expected: Kurus
  counted: Kurus
  /** counted − expected */
  difference: Kurus
  taken: Kurus
  left: Kurus
}

export interface DaySummary {
  version: 1
  day: Day
  /** The first day it holds; null: everything up to `day`. */
  since: Day | null
  closedAt: Instant
  /** Sorted by from and to. */
  flows: Flow[]
  sales: number
  /** Movements of days that were closed before they were heard of. */
  late: number
  kdv: Kurus
  staff: ChairDay[]
  cash: Drawer
}

export const readSummary = ({ summary }: Pick<DayClosing, 'summary'>): DaySummary => JSON.parse(summary)

/** Net of what went back. Of the kinds on one side to those on the other. */
export function netFlow(flows: readonly Flow[], from: readonly AccountKind[], to: readonly AccountKind[]): Kurus {
  const sum = (out: readonly AccountKind[], into: readonly AccountKind[]) =>
    flows.reduce((total, flow) => (out.includes(flow.from) && into.includes(flow.to) ? total + flow.amount : total), 0)
  return sum(from, to) - sum(to, from)
}
