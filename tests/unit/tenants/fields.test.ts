import { expect, test } from 'vitest'
import { email, newPassword, normalizeEmail, personName, shopPhone, tickedOrNot } from '@/lib/tenants/fields'

test.each([
  ['  Mehmet@Ornek.COM ', 'mehmet@ornek.com'],
  ['İsmail@ornek.com', 'ismail@ornek.com'],
  ['ISIK@ornek.com', 'isik@ornek.com'],
])('one address has one form: %s', (typed, kept) => {
  expect(normalizeEmail(typed)).toBe(kept)
  expect(email.parse(typed)).toBe(kept)
})

test.each(['', 'mehmet', 'mehmet@', 'ışık@ornek.com', `${'a'.repeat(250)}@ornek.com`])(
  'what cannot be an e-mail is refused in one sentence: %s',
  typed => {
    expect(email.safeParse(typed).error?.issues).toHaveLength(1)
  },
)

test('a password has at least 8 characters and no more than what is really compared', () => {
  expect(newPassword.safeParse('makas12').success).toBe(false)
  expect(newPassword.safeParse('makas123').success).toBe(true)
  expect(newPassword.safeParse('ş'.repeat(36)).success).toBe(true)
  expect(newPassword.safeParse('ş'.repeat(37)).success).toBe(false)
})

test('a name keeps its letters and loses its extra spaces', () => {
  expect(personName.parse('  Ayşe   Işık ')).toBe('Ayşe Işık')
  expect(personName.safeParse('   ').error?.issues[0]?.message).toBe('Adınızı yazın.')
  expect(personName.safeParse(undefined).error?.issues[0]?.message).toBe('Adınızı yazın.')
})

test('the phone of a shop may be left out, and a wrong one is said to be wrong', () => {
  expect(shopPhone.parse(' ')).toBeNull()
  expect(shopPhone.parse('0532 000 00 01')).toBe('+905320000001')
  expect(shopPhone.safeParse('123').error?.issues[0]?.message).toContain('0532')
})

test('a box that was not ticked is not sent, and means no', () => {
  expect(tickedOrNot.parse(undefined)).toBe(false)
  expect(tickedOrNot.parse('on')).toBe(true)
})
