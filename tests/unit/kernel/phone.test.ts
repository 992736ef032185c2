import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePhone } from '@/lib/kernel/phone'
import { formatPhone, phoneDigits } from '@/lib/kernel/phone-format'

const e164 = (text: string) => {
  const phone = parsePhone(text)
  return phone.ok ? phone.value.e164 : phone.error
}

test.each([
  '0532 123 45 67',
  '532 123 45 67',
  '05321234567',
  '5321234567',
  '905321234567',
  '00905321234567',
  '+905321234567',
  '+90 0532 123 45 67',
  '0090 0532 123 45 67',
  '(0532) 123 45 67',
  '0532-123-45-67',
  '0 (532) 123.45.67',
  'Cep: 0532 123 45 67',
  '\u202a+90 532 123 45 67\u202c',
])('%j is the one number +905321234567', text => {
  expect(parsePhone(text)).toEqual({ ok: true, value: { e164: '+905321234567', mobile: true, plausible: true } })
})

test.each([
  ['0212 555 11 22', '+902125551122'],
  ['0850 222 01 23', '+908502220123'],
  ['444 0 123', '+904440123'],
])('%j can be called and takes no SMS', (text, number) => {
  expect(parsePhone(text)).toEqual({ ok: true, value: { e164: number, mobile: false, plausible: true } })
})

test('ten digits of a range outside the plan are a warning, not a refusal', () => {
  expect(parsePhone('0612 345 67 89')).toEqual({
    ok: true,
    value: { e164: '+906123456789', mobile: false, plausible: false },
  })
})

test.each([
  '',
  'Mehmet',
  '112',
  '555 11 22',
  '0532 123 45',
  '0532 123 45 678',
  '0532-123-45-67/2',
  '5.32E+09',
  '0212 555 11 22 / 0532 123 45 67',
])('%j is refused: nobody could be reached with it', text => {
  expect(parsePhone(text)).toEqual({ ok: false, error: 'not-a-phone' })
})

test.each([
  ['+49 1512 3456789', '+4915123456789'],
  ['0049 1512 3456789', '+4915123456789'],
  ['+994 50 123 45 67', '+994501234567'],
])('the number of a guest from abroad survives: %j', (text, number) => {
  expect(e164(text)).toBe(number)
})

test('a number is read in the country it is typed in', () => {
  expect(parsePhone('01512 3456789', 'DE')).toMatchObject({ ok: true, value: { e164: '+4915123456789' } })
})

test.each([
  ['+905321234567', '0532 123 45 67'],
  ['+902125551122', '0212 555 11 22'],
  ['+904440123', '444 0 123'],
  ['+4915123456789', '+49 151 234 567 89'],
  ['+12125551234', '+1 212 555 1234'],
  ['+994501234567', '+994 501 234 567'],
])('%s is shown as %s', (number, shown) => {
  expect(formatPhone(number)).toBe(shown)
})

const mobile = fc.integer({ min: 500_000_0000, max: 559_999_9999 }).map(n => `+90${n}`)

test('a number that is shown, and typed again as shown, is the same number', () => {
  fc.assert(
    fc.property(mobile, number => {
      expect(e164(formatPhone(number))).toBe(number)
    }),
  )
})

test('however a number is begun or ended while typing, its digits are found in the stored one', () => {
  fc.assert(
    fc.property(mobile, fc.nat(20), fc.constantFrom('+90 ', '0090', '90', '0', ''), (number, length, prefix) => {
      const typed = prefix + number.slice(3)
      const stored = phoneDigits(number)
      if (length > prefix.length) expect(stored).toContain(phoneDigits(typed.slice(0, length)))
      expect(stored).toContain(phoneDigits(typed.slice(-4)))
    }),
  )
})

test.each([
  ['0532 12', '53212'],
  ['+90 (532) 1', '5321'],
  ['90', '90'],
  ['0', '0'],
  ['0049 151', '49151'],
  ['Ayşe', ''],
])('typing %j searches for %j', (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits)
})
