import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ImportAnswer, ImportRequest } from '@/lib/import/browser/import-worker'
import { type ImportSession, startImport } from '@/lib/import/browser/parse-in-worker'
import { fixture } from './make-files'

/** A worker whose two ends are joined in this thread; `onRequest` is what runs inside it. */
class JoinedWorker {
  static onRequest: (request: ImportRequest) => void
  static last: JoinedWorker
  terminated = false
  onmessage: (event: { data: ImportAnswer }) => void = () => {}
  onerror: () => void = () => {}
  onmessageerror: () => void = () => {}

  constructor() {
    JoinedWorker.last = this
  }

  postMessage(request: ImportRequest) {
    if (!this.terminated) JoinedWorker.onRequest(request)
  }

  terminate() {
    this.terminated = true
  }
}

let session: ImportSession

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  const inside = new EventTarget()
  const answer = (data: ImportAnswer) => JoinedWorker.last.onmessage({ data: structuredClone(data) })
  vi.stubGlobal('Worker', JoinedWorker)
  vi.stubGlobal('self', Object.assign(inside, { postMessage: answer }))
  JoinedWorker.onRequest = data => inside.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
  await import('@/lib/import/browser/import-worker')
  session = startImport()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function file(name: string) {
  return new File([fixture(name)], name)
}

test('a file is read, its columns are guessed, and the plan follows the mapping, with progress', async () => {
  const preview = await session.readFile(file('berber-mehmet.csv'))
  expect(preview).toMatchObject({
    ok: true,
    value: { rowCount: 4, guess: { skipRows: 1, roles: ['ignore', 'name', 'phone', 'email', 'note'] } },
  })
  const plan = await session.plan({ skipRows: 1, roles: ['ignore', 'name', 'phone', 'email', 'note'] }, [])
  expect(plan).toMatchObject({ ok: true, value: { counts: { new: 3 }, created: [{ name: 'Işıl Şahin' }, {}, {}] } })
})

test('contacts take the same way', async () => {
  const cards = Array.from({ length: 250 }, (_, n) => ({ name: `Ayşe ${n}`, phones: [], emails: [], note: '' }))
  const preview = await session.readContacts(cards)
  const seen: number[][] = []
  if (preview.ok) await session.plan(preview.value.guess, [], (done, total) => seen.push([done, total]))
  expect(seen).toEqual([
    [100, 250],
    [200, 250],
  ])
})

test('a file over 20 MB is refused without being read', async () => {
  const read = vi.spyOn(Blob.prototype, 'arrayBuffer')
  const big = new File([new Uint8Array(20_000_001)], 'liste.csv')
  expect(await session.readFile(big)).toEqual({ ok: false, error: 'too-large' })
  expect(read).not.toHaveBeenCalled()
})

test('a worker that is still busy after a minute is ended, and the file refused', async () => {
  JoinedWorker.onRequest = () => {}
  const answer = session.readFile(file('berber-mehmet.csv'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await answer).toEqual({ ok: false, error: 'too-slow' })
  expect(JoinedWorker.last.terminated).toBe(true)
})

test('a worker that crashes is ended, and every later question is answered', async () => {
  JoinedWorker.onRequest = () => JoinedWorker.last.onerror()
  expect(await session.readFile(file('berber-mehmet.csv'))).toEqual({ ok: false, error: 'stopped' })
  expect(JoinedWorker.last.terminated).toBe(true)
  expect(await session.plan({ skipRows: 0, roles: [] }, [])).toEqual({ ok: false, error: 'stopped' })
})

test('closing ends a question that is still open', async () => {
  JoinedWorker.onRequest = () => {}
  const answer = session.readFile(file('berber-mehmet.csv'))
  session.close()
  expect(await answer).toEqual({ ok: false, error: 'stopped' })
  expect(JoinedWorker.last.terminated).toBe(true)
})
