import 'client-only'
import type { Answer, Refusal, Request } from '../protocol'
import { PROTOCOL } from '../protocol'
import type { OutboxEntry, Owner, ShopDatabase } from './database'
import { takeAnswer } from './take-answer'

/** No answer came: nobody knows whether the server heard. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** Carries a request to the server. Throws Unreachable. */
export type Transport = (request: Request) => Promise<{ answer: Answer } | { refusal: Refusal }>

/** Commands sent at once: enough to drain a day in a few requests, few enough for a request to get through on a bad line. */
const BATCH = 100
const BATCH_BYTES = 250_000

/** What has come so far to phones that begin anew, until all of it has (SPEC SY19). The next attempt goes on from there. */
const gathered = new WeakMap<ShopDatabase, Answer>()

/**
 * Sends what waits and fetches what is new, until there is neither. Only the leader among the tabs may call it (SPEC SY14).
 * @returns null when phone and server are one, or why the server turned the request away
 * @throws Unreachable, and Dexie's errors when the phone's storage is full or closed
 */
export async function exchange(database: ShopDatabase, owner: Owner, transport: Transport): Promise<Refusal | null> {
  for (;;) {
    const standing = await database.standings.get('standing')
    if (!standing) return null // wiped meanwhile
    const waiting = await database.outbox
      .where('status')
      .equals('pending')
      .limit(BATCH + 1)
      .toArray()
    const begun = gathered.get(database)
    const batch = begun ? [] : firstOf(waiting)
    const commands = batch.map(({ id, name, eventAt, args }) => ({ id, name, eventAt, args }))
    const outcome = await transport({
      protocol: PROTOCOL,
      ...owner,
      deviceId: standing.deviceId,
      cursor: begun?.cursor ?? standing.cursor,
      commands,
    })
    if ('refusal' in outcome) return outcome.refusal
    const answer = begun && !outcome.answer.reset ? joined(begun, outcome.answer) : outcome.answer
    if (answer.reset && answer.more) {
      gathered.set(database, answer)
      continue
    }
    await takeAnswer(database, answer)
    gathered.delete(database)
    if (!answer.more && batch.length === waiting.length) return null
  }
}

/** Both as one answer. A row that changed between them is in both: the later counts. */
function joined(before: Answer, after: Answer): Answer {
  const changes = new Map([...before.changes, ...after.changes].map(change => [`${change.table}/${change.id}`, change]))
  return { ...after, reset: true, results: [...before.results, ...after.results], changes: [...changes.values()] }
}

function firstOf(waiting: OutboxEntry[]): OutboxEntry[] {
  let bytes = 0
  const end = waiting.findIndex((entry, i) => {
    bytes += JSON.stringify(entry.args).length * 2 // Turkish letters take two bytes
    return i > 0 && (i === BATCH || bytes > BATCH_BYTES)
  })
  return end < 0 ? waiting : waiting.slice(0, end)
}
