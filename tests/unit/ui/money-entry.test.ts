import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  entryOf,
  isDoubtful,
  kurusOf,
  type MoneyKey,
  moneyKeys,
  pressKey,
  showEntry,
} from '@/components/ui/money-entry'
import { MAX_AMOUNT } from '@/lib/kernel/money'

const type = (...keys: MoneyKey[]) => keys.reduce(pressKey, '')

describe('typing on the keypad', () => {
  test.each<[string, MoneyKey[], string, number]>([
    ['250 is ₺250', ['2', '5', '0'], '₺250', 250_00],
    ['a comma begins the kuruş', ['1', '2', ',', '5'], '₺12,5', 12_50],
    ['an open comma is still whole lira', ['1', '2', ','], '₺12,', 12_00],
    ['a comma first is kuruş alone', [',', '7', '5'], '₺0,75', 75],
    ['thousands are grouped', ['1', '2', '5', '00'], '₺12.500', 12_500_00],
    ['zeros before the amount fall away', ['0', '00', '5'], '₺5', 5_00],
    ['a second comma changes nothing', ['5', ',', ',', '2'], '₺5,2', 5_20],
    ['a third decimal changes nothing', ['5', ',', '2', '5', '9'], '₺5,25', 5_25],
    ['erasing takes the last key back', ['1', '2', ',', 'erase', 'erase'], '₺1', 1_00],
    ['erasing nothing leaves nothing', ['erase'], '₺0', 0],
  ])('%s', (_, keys, shown, kurus) => {
    expect(showEntry(type(...keys))).toBe(shown)
    expect(kurusOf(type(...keys))).toBe(kurus)
  })

  test.each<[string, string, number, boolean]>([
    ['1.234,50', '₺1.234,50', 1_234_50, false],
    ['1234,5', '₺1.234,5', 1_234_50, false],
    ['1234.50', '₺1.234,50', 1_234_50, false],
    ['12.5', '₺12,5', 12_50, false],
    ['1.23', '₺1,23', 1_23, false],
    ['1.234', '₺1.234', 1_234_00, true], // a slip, or thousands: it is said how it was read
    ['1.234.567,8', '₺1.234.567,8', 1_234_567_80, false],
    ['0.5', '₺0,5', 50, false],
  ])('%s on a keyboard is %s', (typed, shown, kurus, doubtful) => {
    const entry = type(...(typed.split('') as MoneyKey[]))
    expect(showEntry(entry)).toBe(shown)
    expect(kurusOf(entry)).toBe(kurus)
    expect(isDoubtful(entry)).toBe(doubtful)
  })

  test('a phone number typed by mistake stops at the greatest amount', () => {
    expect(kurusOf(type('0', '5', '3', '2', '1', '2', '3', '4', '5', '6', '7'))).toBe(53_212_345_00)
  })

  test('no run of keys leaves the range of amounts or shows another amount than it is worth', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<MoneyKey>(...moneyKeys, '.', 'erase'), { maxLength: 30 }), keys => {
        const kurus = kurusOf(type(...keys))
        expect(kurus).toBeGreaterThanOrEqual(0)
        expect(kurus).toBeLessThanOrEqual(MAX_AMOUNT)
        expect(kurusOf(showEntry(type(...keys)))).toBe(kurus)
      }),
    )
  })
})

test('an amount that came from outside can be typed on', () => {
  expect(entryOf(250_00)).toBe('250')
  expect(entryOf(1_234_50)).toBe('1234,50')
  expect(entryOf(0)).toBe('')
  fc.assert(fc.property(fc.integer({ min: 0, max: MAX_AMOUNT }), kurus => kurusOf(entryOf(kurus)) === kurus))
})
