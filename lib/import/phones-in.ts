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

// 5,32123E+09: Excel wrote the number short into a CSV file, and its last digits are gone.
const SHORTENED = /\dE\+?\d/i

/** The phones of a cell that may hold several (`0532 … / 0533 …`), as E.164, in their order. */
export function phonesIn(cell: string): PhonesInCell {
  const phones = new Set<string>()
  const unread: string[] = []
  let doubtful = false

  const read = (text: string, [separator, ...weaker]: RegExp[]) => {
    const whole = expandExponent(text)
    const parsed = SHORTENED.test(whole) ? null : parsePhone(whole)
    const parts = separator ? text.split(separator).filter(part => part.trim()) : []
    if (parsed?.ok) {
      phones.add(parsed.value.e164)
      doubtful ||= !parsed.value.plausible
    } else if (separator) {
      for (const part of parts) read(part, weaker)
    } else if ((text.match(/\d/g)?.length ?? 0) > 2) {
      unread.push(text.trim())
    }
  }
  const [surest, ...others] = SEPARATORS
  for (const part of cell.split(surest!)) read(part, others)
  return { phones: Array.from(phones), doubtful, unread }
}

/** `5.321234567E+9` and `5,321234567E+09` with all their digits are 5321234567; with fewer they stay as they are. */
function expandExponent(text: string): string {
  const [, first, rest = '', exponent] = /^\s*(\d)[.,]?(\d*)E\+?(\d{1,2})\s*$/i.exec(text) ?? []
  if (!first || rest.length > Number(exponent)) return text
  // A number of ten digits or more that ends in four zeros has been rounded.
  const digits = (first + rest).padEnd(Number(exponent) + 1, '0')
  return rest.length >= Number(exponent) - 3 ? digits : text
}
