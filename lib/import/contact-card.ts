import type { Result } from '@/lib/kernel/result'
import { type Table, toTable } from './table'

/** A person as phones and vCards know one, in the sender's own spelling. */
export interface ContactCard {
  name: string
  phones: string[]
  emails: string[]
  note: string
}

/** Contacts as a list like any other, the columns known: the owner sees one preview, whatever the people came in. */
export function cardsToTable(cards: ContactCard[]): Result<Table, 'empty' | 'too-many-rows' | 'too-many-columns'> {
  const cells = cards.map(card => [card.name, card.phones.join('\n'), card.emails.join('\n'), card.note])
  return toTable(cells, ['name', 'phone', 'email', 'note'])
}
