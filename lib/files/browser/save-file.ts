import 'client-only'

/** Safari reads the file only after it has asked the person whether he wants it. */
const KEPT_MS = 60_000

/** Hands a file to the person, as a download under this name. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
