import { MAX_EMAIL_LENGTH } from '@/lib/customers/customer'

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

/** The addresses in a cell, lower case; `Ayşe <ayse@ornek.com>` and several in one cell are understood. */
export function emailsIn(cell: string): string[] {
  return (
    cell
      .split(/[\s,;<>()[\]"]+/)
      .filter(word => word.length <= MAX_EMAIL_LENGTH && EMAIL.test(word))
      // toLowerCase() alone makes two characters of İ.
      .map(word => word.replace(/İ/g, 'i').toLowerCase())
  )
}
