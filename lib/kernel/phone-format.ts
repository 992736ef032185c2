// The country codes of one and two digits (ITU E.164); all others have three.
const FOREIGN = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/

/** E.164 as people here write it: `0532 123 45 67`, `444 0 123`; a foreign number keeps its country: `+49 301 234 56`. */
export function formatPhone(e164: string): string {
  return e164
    .replace(/^\+90(\d{3})(\d{3})(\d{2})(\d{2})$/, '0$1 $2 $3 $4')
    .replace(/^\+90(\d{3})(\d)(\d{3})$/, '$1 $2 $3')
    .replace(FOREIGN, (_, country, rest: string) => `+${country} ${rest.replace(/\d{3}(?=\d{2})/g, '$& ')}`)
}

/**
 * The digits by which a number is searched while it is typed: without `+90`, `0090`, `90` or `0` in front, so that any
 * beginning or ending of a number, in any writing, is a part of `phoneDigits` of the stored E.164. Empty without digits.
 */
export function phoneDigits(text: string): string {
  return text.replace(/\D/g, '').replace(/^0*(?:90)?0*(?=\d)/, '')
}
