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

/** The pages that have come so far to phones that begin anew, until all have (SPEC SY19). The next attempt goes on from there. */
const gathered = new WeakMap<ShopDatabase, Answer[]>()

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
    const begun = gathered.get(database) ?? []
    const batch = begun.length > 0 ? [] : firstOf(waiting)
    const commands = batch.map(({ id, name, eventAt, args }) => ({ id, name, eventAt, args }))
    const outcome = await transport({
      protocol: PROTOCOL,
      ...owner,
      deviceId: standing.deviceId,
      cursor: (begun.at(-1) ?? standing).cursor,
      commands,
    })
    if ('refusal' in outcome) return outcome.refusal
    const { answer } = outcome
    const pages = answer.reset ? [answer] : [...begun, answer]
    // A phone that has nothing yet shows what has come.
    if (pages[0]!.reset && answer.more && standing.cursor) {
      gathered.set(database, pages)
      continue
    }
    await takeAnswer(database, asOne(pages))
    gathered.delete(database)
    if (!answer.more && batch.length === waiting.length) return null
  }
}

/** Pages as one answer. A row that changed between two of them is in both: the later counts. */
function asOne(pages: Answer[]): Answer {
  const changes = new Map(pages.flatMap(page => page.changes).map(change => [`${change.table}/${change.id}`, change]))
  return {
    ...pages.at(-1)!,
    reset: pages[0]!.reset,
    results: pages.flatMap(page => page.results),
    changes: [...changes.values()],
  }
}

function firstOf(waiting: OutboxEntry[]): OutboxEntry[] {
  let bytes = 0
  const end = waiting.findIndex((entry, i) => {
    bytes += JSON.stringify(entry.args).length * 2 // Turkish letters take two bytes
    return i > 0 && (i === BATCH || bytes > BATCH_BYTES)
  })
  return end < 0 ? waiting : waiting.slice(0, end)
}
