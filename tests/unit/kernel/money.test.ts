import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, MAX_AMOUNT, parseMoney } from '@/lib/kernel/money'

test.each([
  [123450, '₺1.234,50'],
  [-123450, '-₺1.234,50'],
  [0, '₺0,00'],
  [-0, '₺0,00'],
  [5, '₺0,05'],
  [100_000_000, '₺1.000.000,00'],
  [Number.MAX_SAFE_INTEGER, '₺90.071.992.547.409,91'],
])('%d kuruş is shown as %s', (kurus, shown) => {
  expect(formatMoney(kurus)).toBe(shown)
})

test.each([
  ['1.234,50', 123450],
  ['1234,5', 123450],
  ['1234.50', 123450],
  ['1234.5', 123450],
  ['1,234.50', 123450],
  ['1.234', 123400],
  ['1.234.567', 123456700],
  ['1 234,50', 123450],
  ['1\u00a0234', 123400],
  ['350', 35000],
  ['0', 0],
  ['0,05', 5],
  ['007', 700],
  ['₺350', 35000],
  [' ₺ 350 ', 35000],
  ['350₺', 35000],
  ['350 TL', 35000],
  ['350tl', 35000],
  ['99.999.999,99', MAX_AMOUNT],
])('%j is read as %d kuruş', (text, kurus) => {
  expect(parseMoney(text)).toEqual({ ok: true, value: kurus })
})

test.each(['', '  ', '₺', ' TL '])('%j is empty', text => {
  expect(parseMoney(text)).toEqual({ ok: false, error: 'empty' })
})

test.each([
  'yüz elli',
  '12 50',
  '1,234',
  '1.23.456',
  '1.2345',
  '0.500',
  '1.234,567',
  '1,234,50',
  '12,',
  ',5',
  '-50',
  '1e3',
  'Infinity',
  '5 TL 3',
  '350 EUR',
])('%j is not guessed at', text => {
  expect(parseMoney(text)).toEqual({ ok: false, error: 'not-an-amount' })
})

test.each(['100.000.000', '5321234567', '9'.repeat(400)])('%j is too large to be meant', text => {
  expect(parseMoney(text)).toEqual({ ok: false, error: 'too-large' })
})

test('every amount reads back as it was shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_AMOUNT }), kurus => {
      expect(parseMoney(formatMoney(kurus))).toEqual({ ok: true, value: kurus })
    }),
  )
})

test('whatever is typed, the answer is a whole number of kuruş or a refusal', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,₺TL ') }), text => {
      const amount = parseMoney(text)
      if (amount.ok) expect(Number.isSafeInteger(amount.value)).toBe(true)
    }),
  )
})
