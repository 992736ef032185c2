import { fail, ok, type Result } from '@/lib/kernel/result'
import { MAX_COLUMNS, MAX_ROWS } from './limits'

type Delimiter = ';' | '\t' | ',' | '|'

const SAMPLE_ROWS = 50

/**
 * The records of a CSV text (RFC 4180), whatever separates its fields and ends its lines. Lenient where people are: a
 * quote inside a field is a letter. Refused when a quoted field never ends, which would swallow the rest of the list.
 */
export function readDelimited(text: string): Result<string[][], 'damaged' | 'too-many-rows' | 'too-many-columns'> {
  const declared = /^sep=([;,\t|])\r?\n/.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? guessDelimiter(body)

  const rows: string[][] = []
  for (const record of records(body, delimiter)) {
    if (record === 'unterminated') return fail('damaged')
    if (record.length > MAX_COLUMNS) return fail('too-many-columns')
    if (rows.push(record) > MAX_ROWS) return fail('too-many-rows')
  }
  return ok(rows)
}

/** The one that cuts most records into the same number of fields; of equals, the one that cuts more. */
function guessDelimiter(text: string): Delimiter {
  const delimiters: Delimiter[] = [';', '\t', ',', '|']
  const scores = delimiters.map(delimiter => {
    const times = new Map<number, number>()
    let seen = 0
    for (const record of records(text, delimiter)) {
      if (record === 'unterminated' || seen++ === SAMPLE_ROWS) break
      if (record.length > 1) times.set(record.length, (times.get(record.length) ?? 0) + 1)
    }
    return Math.max(
      0,
      ...Array.from(times, ([fields, count]) => count * MAX_COLUMNS + Math.min(fields, MAX_COLUMNS - 1)),
    )
  })
  return delimiters[scores.indexOf(Math.max(...scores))]!
}

function* records(text: string, delimiter: Delimiter): Generator<string[] | 'unterminated'> {
  // "quoted", then what stands unquoted up to the end of the field.
  const field = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"(?!"))?([^${delimiter}\\r\\n]*)([${delimiter}]|\\r\\n?|\\n|$)`, 'y')
  let record: string[] = []
  while (field.lastIndex < text.length) {
    const [, quoted, plain = '', end] = field.exec(text)!
    if (quoted === undefined && plain.startsWith('"')) return yield 'unterminated'

    record.push((quoted?.replaceAll('""', '"') ?? '') + plain)
    // An endless record is handed over before it fills the memory.
    if (end === delimiter && record.length <= MAX_COLUMNS) continue
    yield record
    record = []
  }
  if (record.length > 0) yield record
}
