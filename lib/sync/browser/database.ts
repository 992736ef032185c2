import 'client-only'
import Dexie, { type DexieOptions, type Table, type Transaction } from 'dexie'
import { mirroredTables, recordSet, type TableName } from '@/lib/db/record-sets'
import { newId } from '@/lib/kernel/id'
import { dayOf, type Instant } from '@/lib/kernel/zone'
import type { Patch } from '../command'
import type { Command, Cursor, Me, Refusal, Rejection, Row, Shop } from '../protocol'

/** A command on its way. `seq` is the order in which this phone made them. */
export interface OutboxEntry extends Command {
  seq?: number
  /** `applied`: accepted, but the truth that contains it has not arrived yet (SPEC SY12). */
  status: 'pending' | 'applied' | 'rejected'
  patches: Patch[]
  /** The keys of the rows it patches. */
  touches: string[]
  /** With `applied`: the shop's rev after it. */
  rev?: number
  /** With `rejected`. */
  reason?: Rejection
}

/** The truth of a row that unanswered commands have patched; null: the server does not have it. */
interface Shadow {
  key: string
  row: Row | null
}

/** Why phone and server are not one right now. `unreachable`: no answer. `phone-fault`: the answer could not be kept (storage full, or our bug). */
export type Trouble = 'unreachable' | 'phone-fault' | Refusal

/** What the phone knows about itself, one row. */
export interface Standing {
  key: 'standing'
  deviceId: string
  cursor: Cursor | null
  me: Me | null
  shop: Shop | null
  /** When the server last answered, by the phone's clock (epoch ms). */
  heardAt: number | null
  /** What the server's clock said then. Missing as long as no server has told it. */
  saidAt?: Instant
  trouble: Trouble | null
}

export type ShopDatabase = Dexie & {
  outbox: Table<OutboxEntry, number>
  shadows: Table<Shadow, string>
  standings: Table<Standing, 'standing'>
}

const mirrorStores = Object.fromEntries(
  mirroredTables.map(table => [table, ['id', ...(recordSet(table).mirrored?.indexes ?? [])].join(', ')]),
)

/** Opens (or makes) the copy of one shop for one user: another user of the same phone never meets this one's outbox. */
export function openShopDatabase(tenantId: string, userId: string, options?: DexieOptions): ShopDatabase {
  const database = new Dexie(databaseName({ tenantId, userId }), options) as ShopDatabase
  // One more whenever a record set comes in or an index changes.
  database
    .version(3)
    .stores({
      ...mirrorStores,
      outbox: '++seq, &id, status, *touches',
      shadows: 'key',
      standings: 'key',
    })
    .upgrade(async tx => {
      await putIntoTheirDays(tx)
      await fetchAllAgain(tx)
    })
  // Wiped by a log-out in another tab, perhaps: closed for good, so that nothing still under way here brings an empty copy back.
  database.on('versionchange', event => {
    if (event.newVersion !== null) return
    database.close()
    return false
  })
  database.on('populate', tx => {
    tx.table('standings').add({
      key: 'standing',
      deviceId: newId(),
      cursor: null,
      me: null,
      shop: null,
      heardAt: null,
      trouble: null,
    })
  })
  return database
}

/** The copy as it stands, with its own tables; null when there is none. Unlike `openShopDatabase` it makes none, also not while another tab wipes it. */
export async function existingShopDatabase(owner: Owner): Promise<ShopDatabase | null> {
  const database = new Dexie(databaseName(owner))
  try {
    await database.open()
  } catch (error) {
    if (error instanceof Error && error.name === Dexie.errnames.NoSuchDatabase) return null
    throw error
  }
  const [outbox, shadows, standings] = ['outbox', 'shadows', 'standings'].map(name => database.table(name))
  return Object.assign(database, { outbox, shadows, standings }) as ShopDatabase
}

/**
 * A newer app knows tables that an older one let go by: the cursor says it is of another view, and the server answers from the start (SPEC SY8).
 * Until then the phone works with what it has.
 */
const fetchAllAgain = (tx: Transaction): Promise<unknown> =>
  (tx.table('standings') as Table<Standing>).toCollection().modify(standing => {
    if (standing.cursor) standing.cursor.view = 'of an older app'
  })

/** Movements from before days were told: until the server has told them, those of an ordinary evening. */
async function putIntoTheirDays(tx: Transaction): Promise<void> {
  const zone = ((await tx.table('standings').get('standing')) as Standing | undefined)?.shop?.zone
  if (!zone) return
  await tx
    .table('transfers')
    .toCollection()
    .modify((row: Row) => {
      row.day ??= dayOf(String(row.eventAt), zone)
    })
}

/** Whose copy of which shop a database is. */
export interface Owner {
  tenantId: string
  userId: string
}

export const databaseName = ({ tenantId, userId }: Owner) => `siftah/${tenantId}/${userId}`

export function parseDatabaseName(name: string): Owner | null {
  const [app, tenantId, userId] = name.split('/')
  return app === 'siftah' && tenantId && userId ? { tenantId, userId } : null
}

export const rowKey = (table: TableName, id: string) => `${table}/${id}`

export const splitKey = (key: string) => {
  const slash = key.indexOf('/')
  return { table: key.slice(0, slash) as TableName, id: key.slice(slash + 1) }
}

/** Runs `work` in the one transaction that may touch mirror, outbox, shadows and standing together (SPEC SY10, SY11). */
export const inOneTransaction = <T>(database: ShopDatabase, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction('rw', database.tables, work)

/** The live rows of one mirrored table. */
export const mirror = <R extends Row>(database: ShopDatabase, table: TableName): Table<R, string> =>
  database.table(table)
