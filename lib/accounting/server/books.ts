import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import { CryptoError } from '@/lib/crypto/crypto-error'
import type { Place } from '@/lib/crypto/envelope'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { open } from '@/lib/crypto/server/open'
import type { Rpc } from '@/lib/db/server/rpc'
import { rpcOver } from '@/lib/db/server/rpc-over'
import { serviceClient, serviceRpc } from '@/lib/db/server/service-client'
import type { Id } from '@/lib/kernel/id'
import type { Day, Instant } from '@/lib/kernel/zone'
import { keyringOf } from '@/lib/tenants/server/keyring'
import { tokenHash } from '@/lib/tenants/server/token-hash'
import { type Balance, type Books, sharedNames } from '../books'
import type { Codes } from '../codes'
import { type BookRow, entryOf } from '../entry'
import { LINK_TOKEN } from '../link-token'
import type { Period } from '../period'

interface Head {
  shop: Books['shop']
  codes: Codes
  rev: number
  fromDay: Day
  toDay: Day
  kdv: Books['kdv']
  count: number
  accounts: (Omit<Balance, 'closing' | 'name'> & { name: string | null })[]
}

/** Sealed as it comes. */
type SealedRow = Omit<BookRow, 'counterparty'> & {
  writer: string | null
  /** The row under whose id the writer is sealed: this one, or the one it takes back. */
  writtenIn: Id | null
  customerId: Id | null
  customerName: string | null
  chair: string | null
}

/** So many rows are in memory at once. */
const PAGE = 1_000

/** The books of a shop for its owner or accountant; null for anybody else. Throws DbError, NotAMember, KeysOutOfReach. */
export async function booksOfMember(client: SupabaseClient, tenantId: Id, period: Period): Promise<Books | null> {
  const rpc = rpcOver(client)
  const head = await rpc<Head | null>('books_head', { p_tenant: tenantId, p_from: period.from, p_to: period.to })
  if (!head) return null
  return booksFrom(head, await keyringOf(client, tenantId), rpc, 'books_page', { p_tenant: tenantId })
}

/** Books that were opened by a link, until when it opens. */
export interface LinkedBooks {
  books: Books
  expiresAt: Instant
}

/**
 * The books behind a link; null: it opens nothing, for whatever reason (SPEC CA55).
 * @param what is written down as opened: the page, or a file by its name; null leaves nothing
 */
export async function booksOfLink(token: string, what: string | null): Promise<LinkedBooks | null> {
  if (!LINK_TOKEN.test(token)) return null
  const hash = tokenHash(token)
  const head = await serviceRpc<(Head & { expiresAt: string }) | null>('open_accountant_link', {
    p_token_hash: hash,
    p_what: what,
  })
  if (!head) return null
  const keyring = await keyringOf(serviceClient(), head.shop.id)
  const books = booksFrom(head, keyring, serviceRpc, 'linked_books_page', { p_token_hash: hash })
  return { books, expiresAt: new Date(head.expiresAt).toISOString() }
}

/** The link stopped opening, or the member was shown out, while the rows were read: half a file must not look like a whole one. */
export class BooksClosed extends Error {
  override readonly name = 'BooksClosed'
}

// Where money is first, then who owes it, then where it came from and went; the shop's own order within.
const kinds = ['cash', 'card', 'bank', 'veresiye', 'kapora', 'staff', 'income', 'expense', 'shares']
const rank = (kind: string) => (kinds.indexOf(kind) + kinds.length + 1) % (kinds.length + 1)
const byKind = (a: { kind: string }, b: { kind: string }) => rank(a.kind) - rank(b.kind)

function booksFrom(head: Head, keyring: Keyring, rpc: Rpc, page: string, whose: Record<string, unknown>): Books {
  const { shop, codes, kdv, count } = head
  const books: Books = {
    shop,
    period: { from: head.fromDay, to: head.toDay },
    codes,
    kdv,
    count,
    read: 0,
    balances: head.accounts.toSorted(byKind).map(({ name, ...line }) => ({
      ...line,
      name: name ?? sharedNames[line.kind] ?? line.kind,
      closing: line.opening + line.received - line.given,
    })),
    async *entries() {
      books.read = 0
      for (let after: { day: Day; eventAt: string; id: Id } | null = null; ; ) {
        const rows: SealedRow[] | null = await rpc(page, { ...whose, p_head: head, p_after: after, p_limit: PAGE })
        if (!rows) throw new BooksClosed('the books were closed while they were read')
        for (const row of rows) {
          books.read++
          yield entryOf(opened(row, shop.id, keyring))
        }
        const last = rows.at(-1)
        if (!last || rows.length < PAGE) return
        after = { day: last.day, eventAt: last.eventAt, id: last.id }
      }
    },
  }
  return books
}

function opened(
  { customerId, customerName, chair, writer, writtenIn, ...row }: SealedRow,
  tenantId: Id,
  keyring: Keyring,
): BookRow {
  const customer =
    customerId && customerName
      ? readable(customerName, { tenantId, table: 'customers', column: 'name', rowId: customerId }, keyring)
      : null
  const ofRow = (column: string, envelope: string | null, rowId = row.id) =>
    envelope && readable(envelope, { tenantId, table: 'transfers', column, rowId }, keyring)
  const wrote = ofRow('counterparty', writer, writtenIn ?? row.id)
  return { ...row, note: ofRow('note', row.note), counterparty: wrote ?? customer ?? chair }
}

/** One unreadable name must not keep a year of books back: it is left out, and we hear of it. */
function readable(envelope: string, place: Place, keyring: Keyring): string | null {
  try {
    return open(envelope, place, keyring).text
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    console.error(`unreadable ${place.table}.${place.column} of row ${place.rowId}: ${error.code}`)
    return null
  }
}
