import 'server-only'
import { createHash } from 'node:crypto'
import type { Appointment, Service } from '@/lib/appointments/appointment'
import { type CalendarEvent, calendarPieces } from '@/lib/booking/calendar'
import type { Account, Transfer } from '@/lib/cash/transfer'
import type { Keyring } from '@/lib/crypto/server/data-key'
import type { Customer } from '@/lib/customers/customer'
import type { TableName } from '@/lib/db/record-sets'
import type { Rpc } from '@/lib/db/server/rpc'
import { workbook } from '@/lib/files/workbook'
import { type Bytes, utf8, type ZippedFile, zip } from '@/lib/files/zip'
import { type ArchivedRow, archivedTables, FORMAT, fileOf, MANIFEST, type Manifest, VERSION } from '../archive'
import type { Names } from '../names'
import { README } from '../readme'
import { appointmentSheet, customerSheet, moneySheet, serviceSheet } from '../sheets'
import { vcardOf } from '../vcard'
import { type ArchiveHead, rowsOf } from './read-shop'

/**
 * The whole shop as a zip, written while it is read. Tables come in the order in which they were asked for: what points at others first, so that
 * what it points at is there when its turn comes, whatever is written meanwhile.
 */
export function writeArchive(rpc: Rpc, head: ArchiveHead, keyring: Keyring): Bytes {
  const read = <Row = ArchivedRow>(table: TableName) =>
    rowsOf(rpc, head, table, keyring) as unknown as AsyncIterable<Row>
  return zip(files(head, read))
}

type Read = <Row = ArchivedRow>(table: TableName) => AsyncIterable<Row>

async function* files(head: ArchiveHead, read: Read): AsyncGenerator<ZippedFile> {
  const records: Manifest['records'] = {}
  yield { name: 'BENI-OKU.txt', content: utf8([README(head.shop.name)]) }
  for (const table of archivedTables.toReversed())
    yield {
      name: fileOf(table),
      content: utf8(
        asJson(read(table), (rows, sha256) => {
          records[table] = { rows, sha256 }
        }),
      ),
    }
  const names = await namesIn(read)
  const { zone, name } = head.shop
  yield {
    name: 'tablolar.xlsx',
    stored: true,
    content: workbook(`${name} · Siftah`, [
      customerSheet(() => read<Customer>('customers')),
      appointmentSheet(() => read<Appointment>('appointments'), names, zone),
      moneySheet(() => read<Transfer>('transfers'), names, zone),
      serviceSheet(() => read<Service>('services')),
    ]),
  }
  yield { name: 'musteriler.vcf', content: utf8(contacts(read)) }
  yield { name: 'randevular.ics', content: utf8(calendarPieces(name, events(read, names))) }
  const manifest: Manifest = { format: FORMAT, version: VERSION, shop: head.shop, texts: head.texts, records }
  yield { name: MANIFEST, content: utf8([JSON.stringify(manifest, null, 1)]) }
}

/** A JSON list with a row on each line; tells at its end how many there were and what they hash to. */
async function* asJson(
  rows: AsyncIterable<ArchivedRow>,
  done: (rows: number, sha256: string) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const pass = (text: string) => {
    hash.update(text)
    return text
  }
  let count = 0
  yield pass('[')
  for await (const row of rows) yield pass(`${count++ === 0 ? '' : ','}\n${JSON.stringify(row)}`)
  yield pass('\n]\n')
  done(count, hash.digest('hex'))
}

async function namesIn(read: Read): Promise<Names> {
  const named = async (table: TableName) => {
    const names = new Map<string, string>()
    for await (const { id, name } of read<{ id: string; name: string | null }>(table)) if (name) names.set(id, name)
    return names
  }
  const [customers, services, staff] = [await named('customers'), await named('services'), await named('staff')]
  const accounts = new Map<string, string>()
  for await (const { id, name, customerId, staffId } of read<Account>('accounts')) {
    const whose = (customerId && customers.get(customerId)) || (staffId && staff.get(staffId))
    accounts.set(id, whose ? `${name}: ${whose}` : name)
  }
  return { customers, services, staff, accounts }
}

async function* contacts(read: Read): AsyncGenerator<string> {
  for await (const { name, phones, email, note } of read<Customer>('customers'))
    if (name) yield vcardOf({ name, phones: phones ?? [], email, note })
}

async function* events(read: Read, names: Names): AsyncGenerator<CalendarEvent> {
  for await (const one of read<Appointment & { deletedAt?: string | null }>('appointments')) {
    if (one.deletedAt) continue
    const who = one.customerId ? names.customers.get(one.customerId) : undefined
    const what = names.services.get(one.serviceId) ?? ''
    yield {
      id: one.id,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      tentative: one.status === 'requested' || one.status === 'held',
      cancelled: one.status === 'cancelled' || one.status === 'lapsed',
      title: who ? `${who} · ${what}` : what,
      text: one.note,
      changedAt: one.statusAt,
      revision: 0,
    }
  }
}
