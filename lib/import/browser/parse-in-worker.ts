import 'client-only'
import { fail, type Result } from '@/lib/kernel/result'
import type { ContactCard } from '../contact-card'
import type { ColumnMapping } from '../guess-columns'
import { MAX_WORKING_MS } from '../limits'
import type { ExistingCustomer, Plan } from '../plan-import'
import type { RefusalReason } from '../refusals'
import type { ImportAnswer, ImportRequest, Preview } from './import-worker'

export type { Preview } from './import-worker'

/** One list on its way in. After a 'too-slow' or 'stopped' it is over: choosing the file again starts another. */
export interface ImportSession {
  readFile(file: File): Promise<Result<Preview, RefusalReason>>
  readContacts(cards: ContactCard[]): Promise<Result<Preview, RefusalReason>>
  /** The dry run over the list that was read; may be asked again with a corrected mapping. */
  plan(
    mapping: ColumnMapping,
    existing: readonly ExistingCustomer[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<Result<Plan, RefusalReason>>
  /** Ends the worker and forgets the list; a question still open is answered 'stopped'. */
  close(): void
}

/**
 * Reads and plans in a worker, so that no file can hang or fell the app: a worker that takes over a minute, crashes or
 * runs out of memory is ended, and the answer is a refusal. Questions are asked one at a time.
 */
export function startImport(): ImportSession {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  let over: RefusalReason | null = null
  let settleOpen: (result: Result<never, RefusalReason>) => void = () => {}

  const end = (reason: RefusalReason) => {
    over ??= reason
    worker.terminate()
    settleOpen(fail(over))
  }
  worker.onerror = () => end('stopped')
  worker.onmessageerror = () => end('stopped')

  const ask = <T>(request: ImportRequest, onProgress?: (done: number, total: number) => void) =>
    new Promise<Result<T, RefusalReason>>(resolve => {
      if (over) return resolve(fail(over))
      const timer = setTimeout(end, MAX_WORKING_MS, 'too-slow')
      settleOpen = result => {
        clearTimeout(timer)
        resolve(result)
      }
      worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.type === 'progress') return onProgress?.(data.done, data.total)
        clearTimeout(timer)
        resolve(data.result as Result<T, RefusalReason>)
      }
      worker.postMessage(request)
    })

  return {
    readFile: file => ask({ type: 'read-file', file }),
    readContacts: cards => ask({ type: 'read-contacts', cards }),
    plan: (mapping, existing, onProgress) => ask({ type: 'plan', mapping, existing }, onProgress),
    close: () => end('stopped'),
  }
}
