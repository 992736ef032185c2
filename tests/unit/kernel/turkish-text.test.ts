import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTurkish, fold, initials, tidyName } from '@/lib/kernel/turkish-text'

test.each([
  ['IŞIL', 'isil'],
  ['ışıl', 'isil'],
  ['Işıl', 'isil'],
  ['isil', 'isil'],
  ['İSTANBUL', 'istanbul'],
  ['I\u0307STANBUL', 'istanbul'],
  ['Çağrı  ÖZGÜÇ', 'cagri ozguc'],
  ['Ş\u0327', 's'],
  ['s\u0327ule', 'sule'],
  ['Âlâ', 'ala'],
  ['  Ayşe\u00a0Yılmaz\n', 'ayse yilmaz'],
  ['\u200bMehmet\u200e', 'mehmet'],
])('%j is searched as %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('a Turkish name is found however its letters were shifted', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcçdefgğhıijklmnoöprsştuüvyz ') }), name => {
      expect(fold(name.toLocaleUpperCase('tr'))).toBe(fold(name))
      expect(fold(name.normalize('NFD'))).toBe(fold(name))
    }),
  )
})

test('lists sort ç after c, ı before i, ş after s, and 2 before 10', () => {
  const sorted = ['Cem', 'Çağla', 'Irmak', 'Işıl', 'İpek', 'Oya', 'Öykü', 'Suna', 'Şule', 'Usta 2', 'Usta 10', 'Ümit']
  expect(sorted.toReversed().sort(compareTurkish)).toEqual(sorted)
})

test.each([
  ['Ayşe Yılmaz', 'A.Y.'],
  ['ışıl ibrahim', 'I.İ.'],
  ['Ayşe Nur Yılmaz', 'A.Y.'],
  ['s\u0327ule', 'Ş.'],
  ['(Berber) mehmet', 'B.M.'],
  ['0532', ''],
  ['', ''],
])('the initials of %j are %j', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('a name is kept composed and without stray spaces', () => {
  expect(tidyName('  Ays\u0327e \t Yılmaz ')).toBe('Ayşe Yılmaz')
})
