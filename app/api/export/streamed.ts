import 'server-only'
import { FRAMES_TYPE, framed, ROWS_HEADER } from '@/lib/files/frames'
import type { Bytes } from '@/lib/files/zip'

interface Download {
  /** ASCII */
  fileName: string
  type: string
  /** How many rows there are, and how many have been read: for a script that shows it. */
  rows?: { count: number; read: () => number }
}

/**
 * A file as it is being written: a piece is made when the last one has been taken, so that a slow line costs time and no memory. Whoever leaves
 * stops the writing. If it fails on the way the connection breaks, and no browser takes the half for the whole.
 */
export function streamed(request: Request, bytes: Bytes, { fileName, type, rows }: Download): Response {
  const withFrames = rows && request.headers.get('accept') === FRAMES_TYPE
  const pieces = (withFrames ? framed(bytes, rows.read) : bytes) as AsyncIterable<Uint8Array>
  const iterator = pieces[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await iterator.next()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          console.error(`a download broke off: ${(error as Error).name} ${(error as Error).message}`)
          controller.error(error)
        }
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 1 },
  )
  return new Response(body, {
    headers: {
      'content-type': withFrames ? FRAMES_TYPE : type,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      ...(withFrames && { [ROWS_HEADER]: String(rows.count) }),
    },
  })
}

/** A sentence instead of a file. */
export const refusal = (status: number, sentence: string, headers: Record<string, string> = {}): Response =>
  new Response(sentence, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
