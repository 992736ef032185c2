/**
 * The one list of what a shop keeps: which columns are sealed, which tables phones mirror, and by what they look rows up.
 * The server's door, the mirror, the archive and (later) erasure all walk it; `tests/database` holds it against the catalogue.
 */

export interface RecordSet {
  /** Columns that the server seals before storing and opens before answering. `json` columns hold a list. */
  sealed?: Record<string, 'text' | 'json'>
  /** Sealed columns whose values can be looked up by equality: field → the field that holds its blind index. */
  blindIndexes?: Record<string, string>
  /** Columns that hold an instant: normalised to ISO, UTC, milliseconds, so that they sort as text. */
  instants: string[]
  /** Columns that follow from others and only the database needs. */
  internal?: string[]
  /**
   * Present on tables that phones mirror: Dexie's indexes beside the primary key `id`. `ages`: the indexed instant by which rows grow old,
   * where the table's `recent` condition looks at the time.
   */
  mirrored?: { indexes: string[]; ages?: string; passing?: Passing }
}

/** Rows that nobody wants once their time is up: those with this value in this indexed column, and nothing in `without`, after the instant `at`. */
export interface Passing {
  column: string
  value: string
  without: string
  at: string
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
    sealed: { note: 'text', statusReason: 'text', bookedName: 'text' },
    instants: ['startsAt', 'endsAt', 'statusAt', 'createdAt', 'lapsesAt', 'customerConfirmedAt'],
    internal: ['busyFrom', 'busyUntil', 'deletedAt'],
    mirrored: {
      indexes: ['startsAt', 'customerId', 'visitId', 'seriesId', 'status', 'waitingId', 'customerConfirmedAt'],
      ages: 'startsAt',
      // A time that somebody kept and never put his name to.
      passing: { column: 'status', value: 'held', without: 'customerId', at: 'lapsesAt' },
    },
  },
  appointment_events: { instants: ['at', 'startsAt'], mirrored: { indexes: ['appointmentId', 'at'], ages: 'at' } },
  staff_services: { instants: [], mirrored: { indexes: ['staffId'] } },
  special_hours: { instants: [], internal: ['deletedAt'], mirrored: { indexes: ['day'], ages: 'day' } },
  time_off: {
    sealed: { note: 'text' },
    instants: ['startsAt', 'endsAt'],
    internal: ['deletedAt'],
    mirrored: { indexes: ['endsAt'], ages: 'endsAt' },
  },
  holiday_hours: { instants: [], mirrored: { indexes: [] } },
  booking_rules: { instants: [], mirrored: { indexes: [] } },
  walk_ins: {
    sealed: { name: 'text' },
    instants: ['arrivedAt', 'leftAt'],
    mirrored: { indexes: ['arrivedAt', 'customerId', 'appointmentId'], ages: 'arrivedAt' },
  },
  waiting_list: { instants: ['createdAt', 'endedAt'], mirrored: { indexes: ['customerId'] } },
  accounts: { instants: ['createdAt'], mirrored: { indexes: ['customerId'] } },
  sales: {
    sealed: { note: 'text' },
    instants: ['eventAt', 'createdAt'],
    mirrored: { indexes: ['eventAt', 'appointmentId', 'customerId'], ages: 'eventAt' },
  },
  sale_lines: {
    instants: ['eventAt'],
    internal: ['gross', 'kdv'],
    mirrored: { indexes: ['eventAt', 'saleId'], ages: 'eventAt' },
  },
  transfers: {
    sealed: { note: 'text', counterparty: 'text' },
    instants: ['eventAt', 'createdAt'],
    mirrored: {
      indexes: ['eventAt', 'appointmentId', 'reversesId', 'saleId', 'lineId', 'fromAccountId', 'toAccountId', 'day'],
      ages: 'eventAt',
    },
  },
  day_closings: {
    sealed: { reason: 'text' },
    instants: ['eventAt', 'createdAt'],
    mirrored: { indexes: ['day'], ages: 'day' },
  },
  staff_shares: { instants: [], mirrored: { indexes: ['staffId'] } },
  customer_consents: { instants: ['createdAt', 'restoredAt'] },
  message_settings: { instants: [], mirrored: { indexes: [] } },
  messages: {
    sealed: { recipient: 'text', link: 'text' },
    instants: ['aboutAt', 'dueAt', 'expiresAt', 'sentAt', 'deliveredAt', 'readAt', 'createdAt'],
    mirrored: { indexes: ['subject', 'customerId', 'state', 'dueAt'], ages: 'dueAt' },
  },
  contact_blocks: { instants: ['createdAt', 'liftedAt'], mirrored: { indexes: ['customerId'] } },
  inbound_messages: {
    sealed: { contact: 'text', text: 'text' },
    instants: ['receivedAt', 'handledAt'],
    mirrored: { indexes: ['customerId', 'appointmentId', 'receivedAt'], ages: 'receivedAt' },
  },
} as const satisfies Record<string, RecordSet>

export type TableName = keyof typeof recordSets

export const recordSet = (table: TableName): RecordSet => recordSets[table]

export const isTableName = (name: string): name is TableName => Object.hasOwn(recordSets, name)

export const mirroredTables = (Object.keys(recordSets) as TableName[]).filter(table => recordSet(table).mirrored)
