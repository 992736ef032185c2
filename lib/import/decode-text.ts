/**
 * The text of a file that does not say how it is written: UTF-8 or UTF-16 by their mark, UTF-16 by its zero bytes,
 * then UTF-8 if every byte fits, and else Windows-1254, in which Turkish Excel saves its CSV files.
 * Never fails: any bytes are some text in Windows-1254.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes) ?? utf16WithoutMark(bytes)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  try {
    // As a stream: a file cut inside its last letter is still UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1254').decode(bytes)
  }
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

// Digits, separators and most Turkish letters have a zero as the high byte; text in no other encoding has zeros at all.
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 1024)
  const zerosAt = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length
  const [even, odd] = [zerosAt(0), zerosAt(1)]
  if (even + odd < start.length / 4) return null
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : null
}
