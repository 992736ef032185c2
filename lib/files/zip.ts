import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file on its way into a zip. */
export interface ZippedFile {
  name: string
  content: Bytes
  /** Is compressed already. */
  stored?: boolean
}

export type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** What a zip says of when its files were changed: always this, so that the same content gives the same bytes. The form cannot say less. */
const ALWAYS = new Date(1980, 0, 1)

/** A zip, piece by piece: never more of it in memory than what lies between two pieces of its content. */
export async function* zip(files: Iterable<ZippedFile> | AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error) throw error
    if (piece.length > 0) ready.push(piece)
  })
  for await (const { name, content, stored = false } of files) {
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    file.mtime = ALWAYS
    archive.add(file)
    for await (const piece of content) {
      file.push(piece)
      yield* ready.splice(0)
    }
    file.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  archive.end()
  yield* ready.splice(0)
}

const PIECE = 32_768

/** Texts as UTF-8, in pieces of a size worth handing on. */
export async function* utf8(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let waiting: string[] = []
  let size = 0
  for await (const text of texts) {
    waiting.push(text)
    size += text.length
    if (size < PIECE) continue
    yield encoder.encode(waiting.join(''))
    waiting = []
    size = 0
  }
  if (size > 0) yield encoder.encode(waiting.join(''))
}
