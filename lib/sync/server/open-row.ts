import 'server-only'
import { CryptoError } from '@/lib/crypto/crypto-error'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { open } from '@/lib/crypto/server/open'
import { isTableName, recordSet } from '@/lib/db/record-sets'
import type { Id } from '@/lib/kernel/id'
import type { Change, Row } from '../protocol'

/** A database row as the phone keeps it: fields in camel case, personal fields in clear, instants that sort as text. */
export function openRow(change: Change, tenantId: Id, keyring: Keyring): Change {
  if (!change.row || !isTableName(change.table)) return change
  const { sealed = {}, blindIndexes = {}, instants, internal = [] } = recordSet(change.table)
  const row = Object.fromEntries(Object.entries(change.row).map(([column, value]) => [camelCase(column), value])) as Row
  for (const field of instants) if (row[field]) row[field] = new Date(String(row[field])).toISOString()
  for (const field of [...Object.values(blindIndexes), ...internal]) delete row[field]
  for (const [field, form] of Object.entries(sealed)) {
    if (row[field] === null) continue
    const text = openOrNull(
      String(row[field]),
      { tenantId, table: change.table, column: field, rowId: change.id },
      keyring,
    )
    row[field] = text !== null && form === 'json' ? JSON.parse(text) : text
  }
  return { ...change, row }
}

/** One unreadable field must not keep a whole shop from its day: it shows as empty, and we hear of it. */
function openOrNull(envelope: string, place: Parameters<typeof open>[1], keyring: Keyring): string | null {
  try {
    return open(envelope, place, keyring).text
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    console.error(`unreadable ${place.table}.${place.column} of row ${place.rowId}: ${error.code}`)
    return null
  }
}

const camelCase = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
