/**
 * The one list of what a shop keeps: which columns are sealed, which tables phones mirror, and by what they look rows up.
 * The server's door, the mirror and (later) export, import and erasure all walk it; `tests/database` holds it against the catalogue.
 */

export interface RecordSet {
  /** Columns that the server seals before storing and opens before answering. `json` columns hold a list. */
  sealed?: Record<string, 'text' | 'json'>
  /** Sealed columns whose values can be looked up by equality: field → the field that holds its blind index. */
  blindIndexes?: Record<string, string>
  /** Columns that hold an instant: normalised to ISO, UTC, milliseconds, so that they sort as text. */
  instants: string[]
  /**
   * Present on tables that phones mirror: Dexie's indexes beside the primary key `id`. `ages`: the indexed instant by which rows grow old,
   * where the table's `recent` condition looks at the time.
   */
  mirrored?: { indexes: string[]; ages?: string }
}

export const recordSets = {
  customers: {
    sealed: { name: 'text', phones: 'json', email: 'text', note: 'text' },
    blindIndexes: { phones: 'phoneIndexes' },
    instants: ['createdAt', 'archivedAt'],
    mirrored: { indexes: ['importId'] },
  },
  customer_imports: { instants: ['createdAt', 'undoneAt'], mirrored: { indexes: ['createdAt'], ages: 'createdAt' } },
  staff: { instants: ['archivedAt'], mirrored: { indexes: [] } },
  services: { instants: ['archivedAt'], mirrored: { indexes: [] } },
  working_hours: { instants: [], mirrored: { indexes: ['staffId'] } },
  appointments: {
    sealed: { note: 'text' },
    instants: ['startsAt', 'endsAt', 'statusAt', 'createdAt'],
    mirrored: { indexes: ['startsAt', 'customerId'], ages: 'startsAt' },
  },
  accounts: { instants: ['createdAt'], mirrored: { indexes: [] } },
  transfers: {
    sealed: { note: 'text' },
    instants: ['eventAt', 'createdAt'],
    mirrored: { indexes: ['eventAt', 'appointmentId', 'reversesId'], ages: 'eventAt' },
  },
} as const satisfies Record<string, RecordSet>

export type TableName = keyof typeof recordSets

export const recordSet = (table: TableName): RecordSet => recordSets[table]

export const isTableName = (name: string): name is TableName => Object.hasOwn(recordSets, name)

export const mirroredTables = (Object.keys(recordSets) as TableName[]).filter(table => recordSet(table).mirrored)
