import 'client-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { type ContactCard, cardsToTable } from '../contact-card'
import { type ColumnMapping, guessColumns } from '../guess-columns'
import { MAX_FILE_BYTES } from '../limits'
import { type ExistingCustomer, type Plan, planImport } from '../plan-import'
import { readFile } from '../read-file'
import type { RefusalReason } from '../refusals'
import type { Row, Table } from '../table'

const PREVIEW_ROWS = 20
const PROGRESS_EVERY_ROWS = 100

/** What the owner is shown of a list before saying what its columns are. */
export interface Preview {
  rowCount: number
  /** The first rows, titles and header among them. */
  firstRows: Row[]
  guess: ColumnMapping
}

export type ImportRequest =
  | { type: 'read-file'; file: File }
  | { type: 'read-contacts'; cards: ContactCard[] }
  | { type: 'plan'; mapping: ColumnMapping; existing: readonly ExistingCustomer[] }

export type ImportAnswer =
  | { type: 'progress'; done: number; total: number }
  | { type: 'preview'; result: Result<Preview, RefusalReason> }
  | { type: 'plan'; result: Result<Plan, RefusalReason> }

// A worker's global scope, which the types of the page would hide.
declare const self: DedicatedWorkerGlobalScope

// The list stays here: a page that held 20,000 rows to show 20 of them would stutter.
let table: Table | null = null

self.addEventListener('message', async ({ data }: MessageEvent<ImportRequest>) => {
  if (data.type === 'plan') answer({ type: 'plan', result: plan(data.mapping, data.existing) })
  else answer({ type: 'preview', result: preview(await read(data)) })
})

// A rejected promise would die in here unheard: this makes it an error of the worker, which the page hears.
self.addEventListener('unhandledrejection', ({ reason }) => reportError(reason))

async function read(request: Exclude<ImportRequest, { type: 'plan' }>): Promise<Result<Table, RefusalReason>> {
  if (request.type === 'read-contacts') return cardsToTable(request.cards)
  if (request.file.size > MAX_FILE_BYTES) return fail('too-large')
  return readFile(new Uint8Array(await request.file.arrayBuffer()))
}

function preview(result: Result<Table, RefusalReason>): Result<Preview, RefusalReason> {
  if (!result.ok) return result
  table = result.value
  return ok({ rowCount: table.rows.length, firstRows: table.rows.slice(0, PREVIEW_ROWS), guess: guessColumns(table) })
}

function plan(mapping: ColumnMapping, existing: readonly ExistingCustomer[]): Result<Plan, RefusalReason> {
  if (!table) return fail('stopped')
  const total = table.rows.length - mapping.skipRows
  return ok(
    planImport(table.rows, mapping, existing, done => {
      if (done % PROGRESS_EVERY_ROWS === 0) answer({ type: 'progress', done, total })
    }),
  )
}

function answer(message: ImportAnswer): void {
  self.postMessage(message)
}
