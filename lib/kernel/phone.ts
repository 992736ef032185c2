import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { fail, ok, type Result } from './result'

export interface Phone {
  e164: string
  /** Can take an SMS. Abroad only where the number's plan says so for certain. */
  mobile: boolean
  /** False: a warning for the form, never a refusal; numbering plans grow faster than libraries. */
  plausible: boolean
}

/**
 * All ways of writing one number (`0532…`, `532…`, `90532…`, `+90 0532…`, `(0532) …`) fold to one E.164.
 * A Turkish number has ten digits or is on the dialling plan as it is (`444 0 123`): seven digits without an area code
 * reach nobody from a mobile. Other countries' numbers need only a possible length.
 *
 * Loads a numbering plan of some 80 kB: for forms, import and the server. Screens that only show use `phone-format`.
 */
export function parsePhone(text: string, country: CountryCode = 'TR'): Result<Phone, 'not-a-phone'> {
  const number = parsePhoneNumberFromString(text, country)
  if (!number?.isPossible()) return fail('not-a-phone')

  const plausible = number.isValid()
  if (number.countryCallingCode !== '90') {
    return ok({ e164: number.number, mobile: number.getType() === 'MOBILE', plausible })
  }
  if (!plausible && !/^[1-9]\d{9}$/.test(number.nationalNumber)) return fail('not-a-phone')
  return ok({ e164: number.number, mobile: /^5\d{9}$/.test(number.nationalNumber), plausible })
}
