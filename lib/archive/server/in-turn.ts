import 'server-only'

let last: Promise<unknown> = Promise.resolve()

/**
 * One after the other, in this process: an archive that is laid down takes several times its inflated size in memory
 * (MAX_INFLATED_ARCHIVE_BYTES), and two of them at once would take the server down.
 */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const mine = last.then(act)
  last = mine.catch(() => undefined) // whoever is next does not care how it ended
  return mine
}
