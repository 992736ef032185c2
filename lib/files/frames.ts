// A download that shows how far it is: a zip does not tell its rows, so each piece comes with the number of rows read so far.
//
//   rows (4 bytes, big-endian) · length (4 bytes) · piece
//
// Asked for by script alone; a plain link downloads the plain file.

export const FRAMES_TYPE = 'application/vnd.siftah.frames'
export const ROWS_HEADER = 'x-siftah-rows'
const HEADER = 8

/** The pieces with the number of rows that `rowsRead` answers at each. */
export async function* framed(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  rowsRead: () => number,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    const frame = new Uint8Array(HEADER + piece.length)
    const view = new DataView(frame.buffer)
    view.setUint32(0, rowsRead())
    view.setUint32(4, piece.length)
    frame.set(piece, HEADER)
    yield frame
  }
}

/** The pieces again, however the line has cut them; `onRows` hears how far they are. Throws RangeError when the end is missing. */
export async function* unframed(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  onRows: (rows: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let waiting = new Uint8Array(0)
  for await (const chunk of chunks) {
    const joined = new Uint8Array(waiting.length + chunk.length)
    joined.set(waiting)
    joined.set(chunk, waiting.length)
    waiting = joined
    for (;;) {
      if (waiting.length < HEADER) break
      const view = new DataView(waiting.buffer, waiting.byteOffset)
      const end = HEADER + view.getUint32(4)
      if (waiting.length < end) break
      onRows(view.getUint32(0))
      yield waiting.subarray(HEADER, end)
      waiting = waiting.subarray(end)
    }
  }
  if (waiting.length > 0) throw new RangeError('the download ended within a piece')
}
