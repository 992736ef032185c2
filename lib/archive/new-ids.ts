import { v5 } from 'uuid'
import { type OwnKind, ownAccount } from '@/lib/cash/own-account'
import type { TableName } from '@/lib/db/record-sets'
import { type Id, isId } from '@/lib/kernel/id'
import type { ArchivedRow, ArchivedShop } from './archive'

// Ids are kept where they are free, so that a shop that comes home is the same to every phone and calendar. Where one stands in another shop of this
// Siftah already, all of them are made anew: each follows from the old one and the new shop, so that a second try makes the same.

/** People, who come with their own log-ins and are not part of a shop's archive: kept as they are written. */
export const PEOPLE: ReadonlySet<string> = new Set(['userId', 'createdBy', 'statusBy', 'sentBy'])

/** Fields that name a row of the shop, in whatever table they stand. What providers and texts are called by is no id of ours. */
export const NAMES_A_ROW: ReadonlySet<string> = new Set([
  'id',
  'accountId',
  'appointmentId',
  'customerId',
  'fromAccountId',
  'importId',
  'lineId',
  'mergedInto',
  'messageId',
  'reversesId',
  'saleId',
  'seriesId',
  'serviceId',
  'staffId',
  'subject',
  'toAccountId',
  'visitId',
  'waitingId',
])

/** One row a shop, called as the shop is. */
export const ONE_A_SHOP: ReadonlySet<TableName> = new Set(['booking_rules', 'message_settings'])

export type NewId = (id: Id) => Id

/** What every id of the archive becomes in the shop `tenantId`. */
export function newIds(rows: ReadonlyMap<TableName, readonly ArchivedRow[]>, tenantId: Id): NewId {
  const made: NewId = id => v5(id, tenantId)
  // The account of a customer or a chair has an id that says whose it is (SPEC CA13 of the till): it has to say so of the new one.
  const own = new Map<Id, Id>()
  const whoseAccounts = (table: TableName, kinds: readonly OwnKind[]) => {
    for (const { id } of rows.get(table) ?? [])
      for (const kind of kinds) own.set(ownAccount(kind, id).id, ownAccount(kind, made(id)).id)
  }
  whoseAccounts('customers', ['veresiye', 'kapora'])
  whoseAccounts('staff', ['staff'])
  return id => own.get(id) ?? made(id)
}

/** The row in the shop `tenantId`, its ids renamed. */
export function renamed(row: ArchivedRow, table: TableName, tenantId: Id, newId: NewId): ArchivedRow {
  const copy = Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      NAMES_A_ROW.has(field) && typeof value === 'string' ? newId(value) : value,
    ]),
  ) as ArchivedRow
  if (ONE_A_SHOP.has(table)) copy.id = tenantId
  // Who sits in which chair is between people and the new shop.
  if ('memberId' in copy) copy.memberId = null
  return copy
}

/** What the archive says of the shop itself, its ids renamed: account codes are kept by kind, or by the account. */
export const renamedShop = (shop: ArchivedShop, newId: NewId): ArchivedShop => ({
  ...shop,
  accountingCodes: Object.fromEntries(
    Object.entries(shop.accountingCodes).map(([key, code]) => [isId(key) ? newId(key) : key, code]),
  ),
})
