import { fail, ok, type Result } from '@/lib/kernel/result'
import type { ContactCard } from './contact-card'
import { decodeText } from './decode-text'

interface Property {
  name: string
  params: string
  value: string
}

/**
 * The people of a vCard file: 2.1 (as Androids export), 3.0 (RFC 2426) or 4.0 (RFC 6350), mixed if need be. Refused as
 * 'damaged' when the file ends inside a card: those after it would be missing without a word.
 */
export function readVcard(text: string): Result<ContactCard[], 'damaged'> {
  const cards: ContactCard[] = []
  let card: Property[] = []
  let depth = 0
  for (const line of logicalLines(text)) {
    const property = parseLine(line)
    if (!property) continue
    if (property.name === 'BEGIN') depth++
    // A card within a card is the person's agent (2.1), not a customer.
    else if (property.name !== 'END' && depth === 1) card.push(property)
    else if (property.name === 'END' && depth > 0 && --depth === 0) {
      cards.push(toCard(card))
      card = []
    }
  }
  return depth === 0 ? ok(cards) : fail('damaged')
}

/** Lines put together again: a folded line goes on after a white space, a quoted-printable one after its `=`. */
function* logicalLines(text: string): Generator<string> {
  let parts: string[] = []
  let quotedPrintable = false
  for (const line of text.split(/\r\n?|\n/)) {
    const last = parts.at(-1)
    if (quotedPrintable && last?.endsWith('=')) {
      parts[parts.length - 1] = last.slice(0, -1)
      parts.push(line)
    } else if (last !== undefined && /^[ \t]/.test(line)) {
      parts.push(line.slice(1))
    } else {
      yield parts.join('')
      parts = [line]
      quotedPrintable = /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(line)
    }
  }
  yield parts.join('')
}

// [group.]NAME[;PARAM=value]*:value, with colons allowed inside "quoted" parameters.
const LINE = /^(?:[\w-]+\.)?([\w-]+)((?:"[^"]*"|[^":])*):(.*)$/s

function parseLine(line: string): Property | null {
  const [, name, params, value] = LINE.exec(line) ?? []
  if (!name || params === undefined || value === undefined) return null
  const decoded = /QUOTED-PRINTABLE/i.test(params) ? decodeQuotedPrintable(value, params) : value
  return { name: name.toUpperCase(), params: params.toUpperCase(), value: decoded }
}

function decodeQuotedPrintable(value: string, params: string): string {
  const bytes = new TextEncoder().encode(value)
  const decoded: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === 0x3d ? /^[\dA-F]{2}/i.exec(String.fromCharCode(...bytes.subarray(at + 1, at + 3))) : null
    decoded.push(hex ? Number.parseInt(hex[0], 16) : bytes[at]!)
    if (hex) at += 2
  }
  try {
    const charset = /CHARSET="?([\w-]+)/i.exec(params)?.[1] ?? 'utf-8'
    return new TextDecoder(charset, { fatal: true }).decode(Uint8Array.from(decoded))
  } catch {
    // A charset that nobody knows, or not the one it is written in.
    return decodeText(Uint8Array.from(decoded))
  }
}

function toCard(properties: Property[]): ContactCard {
  const all = (name: string) => properties.filter(property => property.name === name)
  const texts = (name: string) =>
    all(name)
      .map(property => unescapeText(property.value).trim())
      .filter(Boolean)
  return {
    name: texts('FN')[0] ?? structuredName(all('N')[0]?.value ?? '') ?? texts('ORG')[0] ?? '',
    phones: all('TEL')
      .toSorted((a, b) => usefulness(b) - usefulness(a))
      .map(phoneOf)
      .filter(Boolean),
    emails: texts('EMAIL'),
    note: texts('NOTE').join('\n'),
  }
}

/** `Yılmaz;Ayşe;Nur;;` → `Ayşe Nur Yılmaz`; null when all parts are empty. */
function structuredName(value: string): string | null {
  const [family, given, additional] = value.split(/(?<!\\);/).map(unescapeText)
  return [given, additional, family].filter(part => part?.trim()).join(' ') || null
}

/** The number a message can reach comes first, a fax last. */
function usefulness({ params }: Property): number {
  if (/\bFAX\b/.test(params)) return 0
  return /\bCELL\b/.test(params) ? 2 : 1
}

/** 4.0 writes numbers as `tel:+90-532-123-45-67;ext=12`. */
function phoneOf({ value }: Property): string {
  return unescapeText(value)
    .replace(/^tel:([^;]*).*$/i, '$1')
    .trim()
}

function unescapeText(value: string): string {
  return value.replace(/\\([\\,;:nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))
}
