import type { Instant } from '@/lib/kernel/zone'

/** The version this build speaks. A server accepts it and the one before, so that a phone may be one deploy behind. */
export const PROTOCOL = 1

/** At most this many commands in one request: a batch holds the shop's turn in the database while it runs. */
export const MAX_COMMANDS = 200

/** A larger request is refused unread; the phone sends at most a quarter of it at once. */
export const MAX_REQUEST_BYTES = 1_000_000

/** Rows in one answer: about 300 KB of customers, a second or two on a slow line. */
export const PAGE_ROWS = 1_000

/** How far a phone's clock may run ahead before what it says happened is refused. */
export const MAX_CLOCK_AHEAD_MS = 60 * 60 * 1000

/**
 * How long ago something may have happened before the phone's clock is taken to be wrong: money must not land in 1970. More than a year,
 * so that no outbox is refused for having waited.
 */
export const MAX_AGE_MS = 400 * 24 * 60 * 60 * 1000

/** Where a phone stands: everything up to `at` has been seen, in this `view` of the shop (SPEC SY1, SY2, SY8). */
export interface Cursor {
  view: string
  at: number
  bootstrap: number
}

/** Something a person did: `name` is `feature.verb@version`, `eventAt` is when it happened by the phone's clock. */
export interface Command {
  id: string
  name: string
  eventAt: Instant
  args: unknown
}

export interface Request {
  protocol: number
  tenantId: string
  /** Whose outbox it is: another person's log-in on this phone must not send it. */
  userId: string
  deviceId: string
  cursor: Cursor | null
  commands: Command[]
}

/** Why a command did not take effect. Closed: every word has a sentence in `rejectionSentences`. */
export const rejections = [
  'slot-taken', // the chair is already taken at that time
  'not-open', // the appointment is already over or cancelled
  'missing', // what it builds on is gone
  'exists', // it is already there
  'too-much', // more is to be given back than came in
  'day-closed', // the day's book is closed
  'undone', // the import it belongs to was taken back
  'forbidden', // the member's role does not allow it
  'future-dated', // the phone's clock is ahead
  'past-dated', // the phone's clock is far behind
  'malformed', // the fields are not of the command's form
  'unknown-command', // this server does not know the command, or not this version of it
  'failed', // a fault of ours; reported
] as const
export type Rejection = (typeof rejections)[number]

export type Result =
  | { id: string; status: 'applied' | 'duplicate'; rev: number }
  | { id: string; status: 'rejected'; rev: number; reason: Rejection }

/** A row as the phone shall keep it; null: gone. */
export type Row = { id: string } & Record<string, unknown>
export interface Change {
  table: string
  id: string
  rev: number
  row: Row | null
}

export type Role = 'owner' | 'staff' | 'accountant'
export interface Me {
  userId: string
  role: Role
  name: string
  seesTill: boolean
  /** The chair he sits in, if he sits in one. */
  staffId: string | null
}
export interface Shop {
  id: string
  name: string
  trade: string
  phone: string | null
  zone: string
  address: string | null
  /** Where its page is; null while that is closed. */
  slug: string | null
}

export interface Answer {
  results: Result[]
  changes: Change[]
  cursor: Cursor
  /** There is more to fetch: ask again at once. */
  more: boolean
  /** The cursor was of another view: empty the mirror before applying `changes`. */
  reset: boolean
  me: Me
  shop: Shop
  /** The server's clock. A server of before 2026-11-25 does not tell it. */
  now?: Instant
}

/** Why a whole request was turned away; nothing of it took effect. */
export type Refusal =
  | 'not-logged-in'
  | 'not-a-member' // removed, or the shop is gone: the phone wipes its copy
  | 'protocol-too-old' // the phone must update before it can send; it keeps its outbox
  | 'protocol-too-new' // the server was rolled back; the phone waits
  | 'malformed'
  | 'too-large'
  | 'try-again' // the database is busy or restarting, or the shop's keys are out of reach

/** Which side is behind, or null when the two understand each other. */
export function incompatibility(phone: number, server: number): 'protocol-too-old' | 'protocol-too-new' | null {
  if (phone > server) return 'protocol-too-new'
  return phone < server - 1 ? 'protocol-too-old' : null
}
