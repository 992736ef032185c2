import 'server-only'
import { createHash } from 'node:crypto'
import type { Books } from '../books'
import type { Entry } from '../entry'
import { lineOf } from '../line'
import { adder, type Totals } from '../totals'

/** Books on their way into a file: what has passed is added up and hashed, so that the file can state it at its end. */
export interface Passing {
  entries(): AsyncGenerator<Entry>
  /** Of the rows that have passed. */
  totals(): Totals
  /** SHA-256 in hex of the rows that have passed, each as in the JSON file, each ended by `\n`: the same in every kind of file (SPEC CA56). */
  checksum(): string
}

export function passing(books: Pick<Books, 'entries'>): Passing {
  const { add, totals } = adder()
  const hash = createHash('sha256')
  return {
    async *entries() {
      for await (const entry of books.entries()) {
        add(entry)
        hash.update(`${lineOf(entry)}\n`)
        yield entry
      }
    },
    totals,
    checksum: () => hash.copy().digest('hex'),
  }
}
