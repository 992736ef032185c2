interface Contact {
  name: string
  /** E.164 */
  phones: readonly string[]
  email: string | null
  note: string | null
}

/** A customer as a vCard 3.0 (RFC 2426), which every phone takes. */
export function vcardOf({ name, phones, email, note }: Contact): string {
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name)}`,
    `N:;${escaped(name)};;;`,
    ...phones.map(phone => `TEL;TYPE=CELL:${phone}`),
    ...(email ? [`EMAIL:${escaped(email)}`] : []),
    ...(note ? [`NOTE:${escaped(note)}`] : []),
    'END:VCARD',
    '',
  ].join('\r\n')
}

/** Section 5: commas, semicolons and line ends mean something; other control characters may not stand there. */
const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
