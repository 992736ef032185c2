import type * as z from 'zod/mini'
import type { TableName } from '@/lib/db/record-sets'
import type { Row } from './protocol'

/** What a command does to one row of the mirror, as data: it can be stored, folded over a newer row, and taken away again. */
export type Patch =
  | { table: TableName; id: string; put: Row }
  | { table: TableName; id: string; set: Record<string, unknown> }
  | { table: TableName; id: string; gone: true }

/** What a command may look at on the phone to know its effect. */
export interface Context {
  /** When it happened, by the phone's clock. */
  eventAt: string
  userId: string
  /** The shop's. */
  zone: string
  rows: <R extends Row>(table: TableName) => Promise<R[]>
  row: <R extends Row>(table: TableName, id: string) => Promise<R | undefined>
  rowsWhere: <R extends Row>(table: TableName, index: string, value: string) => Promise<R[]>
}

// Methods, not function properties: so that a list may hold commands with different arguments.
export interface CommandDefinition<Args = unknown> {
  /** `feature.verb@version`: also the name of the SQL function that carries it out. */
  name: string
  args: z.ZodMiniType<Args>
  /** The records inside the arguments whose personal fields the server seals, and the table they belong to. */
  personal?: { table: TableName; records(args: Args): object[] }
  /** The foreseen effect on the mirror, shown at once and replaced by the server's answer. */
  patches(args: Args, context: Context): Patch[] | Promise<Patch[]>
}

/** Gives a definition its argument type; nothing else. */
export const defineCommand = <Args>(definition: CommandDefinition<Args>) => definition

/** The row after the patch. A `set` on a row that is not there does nothing: what it builds on is gone. */
export function patchRow(row: Row | undefined, patch: Patch): Row | undefined {
  if ('put' in patch) return patch.put
  if ('gone' in patch) return undefined
  return row && { ...row, ...patch.set }
}
