import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { TableName } from '@/lib/db/record-sets'
import { readZip } from '@/lib/import/read-zip'
import { isId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import {
  type ArchivedRow,
  archivedTables,
  fileOf,
  MANIFEST,
  MAX_INFLATED_ARCHIVE_BYTES,
  type Manifest,
  manifest,
  VERSION,
} from '../archive'
import type { ArchiveRefusal } from '../refusals'

export interface Unpacked {
  manifest: Manifest
  rows: ReadonlyMap<TableName, readonly ArchivedRow[]>
}

/** An archive, whole and unchanged: every file of it is there and hashes to what the manifest says. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Unpacked, ArchiveRefusal>> {
  const known = new Map(archivedTables.map(table => [fileOf(table), table]))
  const zip = await readZip(bytes, name => name === MANIFEST || known.has(name), MAX_INFLATED_ARCHIVE_BYTES)
  if (!zip.ok) return zip
  const about = json(zip.value.get(MANIFEST))
  if (isNewer(about)) return fail('too-new')
  const parsed = manifest.safeParse(about)
  if (!parsed.success) return fail('not-an-archive')
  // A wording is kept under the hash of its text: another text under it would forge what somebody was shown.
  if (parsed.data.texts.some(({ hash, body }) => sha256(body) !== hash)) return fail('incomplete')

  const rows = new Map<TableName, ArchivedRow[]>()
  for (const [table, expected] of Object.entries(parsed.data.records)) {
    const name = archivedTables.find(one => one === table)
    // A table that this version no longer has: nothing of it could be kept.
    if (!name) return fail('not-an-archive')
    const file = zip.value.get(fileOf(name))
    if (!file || sha256(file) !== expected.sha256) return fail('incomplete')
    zip.value.delete(fileOf(name)) // its rows take its place in memory
    const list = json(file)
    if (!areRows(list) || list.length !== expected.rows) return fail('malformed')
    rows.set(name, list)
  }
  return ok({ manifest: parsed.data, rows })
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

function json(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString())
  } catch {
    return undefined
  }
}

const areRows = (list: unknown): list is ArchivedRow[] =>
  Array.isArray(list) && list.every(row => typeof row?.id === 'string' && isId(row.id))

const isNewer = (about: unknown) => {
  const version = z.looseObject({ version: z.int() }).safeParse(about)
  return version.success && version.data.version > VERSION
}
