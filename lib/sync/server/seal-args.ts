import 'server-only'
import { blindIndex } from '@/lib/crypto/server/blind-index'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { seal } from '@/lib/crypto/server/seal'
import { recordSet } from '@/lib/db/record-sets'
import type { Id } from '@/lib/kernel/id'
import type { CommandDefinition } from '../command'

/** The arguments with every personal field sealed for its row, and blind indexes put beside those that can be looked up. */
export function sealArgs<Args>(definition: CommandDefinition<Args>, args: Args, tenantId: Id, keyring: Keyring): Args {
  if (!definition.personal) return args
  const { table, records } = definition.personal
  const { sealed = {}, blindIndexes = {} } = recordSet(table)
  const copy = structuredClone(args)
  for (const record of records(copy) as Record<string, unknown>[]) {
    for (const [field, form] of Object.entries(sealed)) {
      const value = record[field]
      if (value === undefined || value === null) continue
      const place = { tenantId, table, column: field }
      const indexField = blindIndexes[field]
      if (indexField) record[indexField] = (value as string[]).map(each => blindIndex(each, place, keyring.index))
      record[field] = seal(
        form === 'json' ? JSON.stringify(value) : String(value),
        { ...place, rowId: String(record.id) },
        keyring.current,
      )
    }
  }
  return copy
}
