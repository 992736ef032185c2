import { parsePhone } from '@/lib/kernel/phone'

export interface PhonesInCell {
  phones: string[]
  /** Some number has a possible length but no known prefix. */
  doubtful: boolean
  /** What looks like a number and is none. */
  unread: string[]
}

// From the surest to the least sure. Those of the second line also stand inside one number (0532/123 45 67), and so
// cut only what could not be read whole.
const SEPARATORS = [/[\n;|&]|:::|\s(?:ve|veya)\s/i, /[/,]/, /\s[-–]\s|\s{2,}/]

/** The phones of a cell that may hold several (`0532 … / 0533 …`), as E.164, in their order. */
export function phonesIn(cell: string): PhonesInCell {
  const phones = new Set<string>()
  const unread: string[] = []
  let doubtful = false

  const read = (text: string, [separator, ...weaker]: RegExp[]) => {
    const phone = parsePhone(text)
    if (phone.ok) {
      phones.add(phone.value.e164)
      doubtful ||= !phone.value.plausible
    } else if (separator) {
      for (const part of text.split(separator)) read(part, weaker)
    } else if ((text.match(/\d/g)?.length ?? 0) > 2) {
      unread.push(text.trim())
    }
  }
  const written = asWritten(cell)
  if (written === null) return { phones: [], doubtful, unread: [cell] }
  const [surest, ...others] = SEPARATORS
  for (const part of written.split(surest!)) read(part, others)
  return { phones: Array.from(phones), doubtful, unread }
}

/**
 * The digits of a phone that a spreadsheet took for a number: `5321112233.0`, `5,321112233E+09`. Null for `5,32111E+09`:
 * Excel wrote what fitted its column, the last digits are gone, and zeros in their place would be somebody else's phone.
 */
function asWritten(cell: string): string | null {
  const [, first, rest = '', exponent] = /^(\d)[.,]?(\d*)E\+?(\d{1,2})$/i.exec(cell) ?? []
  if (!first) return cell.replace(/^(\d+)[.,]0+$/, '$1')
  const dropped = Number(exponent) - rest.length
  return dropped >= 0 && dropped <= 2 ? first + rest + '0'.repeat(dropped) : null
}
