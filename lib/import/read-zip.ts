import { fail, ok, type Result } from '@/lib/kernel/result'
import { MAX_INFLATED_BYTES, MAX_ZIP_ENTRIES } from './limits'

type ZipRefusal = 'damaged' | 'encrypted' | 'too-large-inside'

// APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16 and 4.5.3. All numbers are little-endian.
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const ENCRYPTED = 0x2041
const ZIP64_EXTRA = 1
const IN_ZIP64_EXTRA = 0xffffffff

const SLICE_BYTES = 8_192

/**
 * The wanted files of a zip, inflated. The sizes that the directory claims of them are added up before anything is inflated,
 * and what really comes out is counted too: a directory can lie.
 *
 * @param most bytes that may come out of all of them
 */
export async function readZip(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: (name: string) => boolean,
  most = MAX_INFLATED_BYTES,
): Promise<Result<Map<string, Uint8Array>, ZipRefusal>> {
  try {
    const directory = readDirectory(bytes)
    if (!directory.ok) return directory
    if (directory.value.some(entry => entry.encrypted)) return fail('encrypted')
    const entries = directory.value.filter(entry => wanted(entry.name))
    if (sum(entries.map(entry => entry.inflatedSize)) > most) return fail('too-large-inside')

    const files = new Map<string, Uint8Array>()
    let room = most
    for (const entry of entries) {
      const content = await inflate(contentOf(bytes, entry), entry.method, room)
      if (!content) return fail('too-large-inside')
      room -= content.length
      files.set(entry.name, content)
    }
    return ok(files)
  } catch {
    // An offset beyond the end, or a stream that is no deflate.
    return fail('damaged')
  }
}

interface Entry {
  name: string
  encrypted: boolean
  method: number
  size: number
  inflatedSize: number
  offset: number
}

function readDirectory(bytes: Uint8Array): Result<Entry[], ZipRefusal> {
  const view = viewOf(bytes)
  const end = endOfDirectory(view)
  if (end < 0) return fail('damaged')
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ZIP_ENTRIES) return fail('too-large-inside')

  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  while (entries.length < count) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return fail('damaged')
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const wide = zip64Numbers(view, nameEnd, extraEnd)
    const number = (offset: number) => {
      const value = view.getUint32(offset, true)
      return value === IN_ZIP64_EXTRA ? (wide.shift() ?? value) : value
    }
    // In the order in which the ZIP64 field lists those that need it.
    const inflatedSize = number(at + 24)
    const size = number(at + 20)
    const offset = number(at + 42)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      size,
      inflatedSize,
      offset,
    })
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return ok(entries)
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return -1
}

/** Java programs that stream their reports write these for files of any size. */
function zip64Numbers(view: DataView, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue
    const count = Math.floor(view.getUint16(at + 2, true) / 8)
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)))
  }
  return []
}

function contentOf(bytes: Uint8Array<ArrayBuffer>, { offset, size }: Entry): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes)
  if (view.getUint32(offset, true) !== LOCAL_HEADER) throw new RangeError('no local header')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + size > bytes.length) throw new RangeError('content beyond the end')
  return bytes.subarray(start, start + size)
}

/** Null when more than `room` bytes come out; what is left is then not inflated. */
async function inflate(content: Uint8Array<ArrayBuffer>, method: number, room: number): Promise<Uint8Array | null> {
  if (method === 0) return content.length <= room ? content : null
  if (method !== 8) throw new RangeError('unknown compression')

  const reader = inSlices(content).pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    size += value.length
    if (size > room) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}

/** All that comes out of one slice lies in memory before it can be counted, and deflate grows up to a thousandfold. */
function inSlices(content: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= content.length) return controller.close()
      controller.enqueue(content.subarray(at, at + SLICE_BYTES))
      at += SLICE_BYTES
    },
  })
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
