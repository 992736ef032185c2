import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import type { Column } from '../envelope'
import type { IndexKey } from './data-key'

const INDEX_BYTES = 16

/**
 * The text by which a sealed value is looked up for equality ("is this phone known?"): HMAC-SHA256 under a key of its own
 * for each column, cut to 128 bits, base64url (22 characters). Equal values of one column give equal texts; across
 * columns and shops nothing can be compared. Bring the value to its one form first (E.164, a folded e-mail).
 *
 * Whoever has the database without the keys sees which rows of a shop are alike, and nothing else.
 */
export function blindIndex(value: string, { tenantId, table, column }: Column, key: IndexKey): string {
  const info = JSON.stringify(['siftah blind index 1', tenantId, table, column])
  const columnKey = hkdfSync('sha256', key.secret, '', info, 32)
  return createHmac('sha256', Buffer.from(columnKey))
    .update(value)
    .digest()
    .subarray(0, INDEX_BYTES)
    .toString('base64url')
}
