import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Customer } from '@/lib/customers/customer'
import { indexCustomers, searchCustomers } from '@/lib/customers/search'
import { formatPhone } from '@/lib/kernel/phone-format'
import { compareTurkish, fold } from '@/lib/kernel/turkish-text'
import { crowd, customer } from './people'

const isil = customer('Işıl Öztürk', '+905321234567')
const ali = customer('Ali Işılay', '+905422222222', '+902125551122')
const cem = customer('Cem Yılmaz', '+4930123456')
const caglar = customer('Çağlar Ünal')
const sonia = customer('Şonia-Işıl')
const index = indexCustomers([sonia, caglar, cem, ali, isil])
const find = (text: string) => searchCustomers(index, text)

describe('finding a customer', () => {
  it.each(['ışıl', 'IŞIL', 'isil', 'Işıl', 'İSİL', 'işil'])('%s finds the same people', text => {
    expect(find(text)).toEqual([isil, ali, sonia])
  })

  it.each(['05321234567', '0532 123 45 67', '532123', '+90 532', '0090532', '(0532) 123', '234567'])(
    '%s finds the phone',
    text => {
      expect(find(text)).toEqual([isil])
    },
  )

  it('every number of a customer finds her, foreign ones too', () => {
    expect(find('0212 555')).toEqual([ali])
    expect(find('+49 30 123')).toEqual([cem])
  })

  it('every word has to match, in any order', () => {
    expect(find('öztürk ışıl')).toEqual([isil])
    expect(find('ışıl yılmaz')).toEqual([])
    expect(find('ışıl 0532')).toEqual([isil])
  })

  it('whose name begins so comes first, then whose surname does, then who has it inside', () => {
    const [binali, alin, ozal] = [customer('Binali Can'), customer('Can Alin'), customer('Turgut Özal')]
    const found = searchCustomers(indexCustomers([binali, alin, ozal, ali]), 'al')
    expect(found).toEqual([ali, alin, binali, ozal])
    expect(find('5551')).toEqual([ali])
  })

  it('digits also find a number inside a name', () => {
    const second = customer('Ahmet 2', '+905355555555')
    expect(searchCustomers(indexCustomers([second]), 'ahmet 2')).toEqual([second])
  })

  it('nothing typed shows everybody in the order of the Turkish alphabet', () => {
    const names = ['Cem', 'Çağ', 'Ilgın', 'İlker', 'Sema', 'Şule', 'Zeki', 'Ada'].map(name => customer(name))
    const shown = searchCustomers(indexCustomers(names), '  ').map(({ name }) => name)
    expect(shown).toEqual(['Ada', 'Cem', 'Çağ', 'Ilgın', 'İlker', 'Sema', 'Şule', 'Zeki'])
  })

  it('a customer whose name could not be opened is listed and found by phone', () => {
    const sealed = customer(null, '+905001112233')
    expect(searchCustomers(indexCustomers([sealed]), '')).toEqual([sealed])
    expect(searchCustomers(indexCustomers([sealed]), '0500 111')).toEqual([sealed])
  })

  it('the list it was given is left as it was', () => {
    const customers = [sonia, caglar]
    indexCustomers(customers)
    expect(customers).toEqual([sonia, caglar])
  })
})

describe('over a whole shop', () => {
  const people = crowd(500)
  const everybody = indexCustomers(people)
  const anybody = fc.constantFrom(...people)

  it('anybody is found by any part of the name, in capitals or without Turkish letters', () => {
    const inAnyLetters = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toLocaleUpperCase('tr'),
      (text: string) => text.toLocaleLowerCase('tr'),
      fold,
    )
    fc.assert(
      fc.property(anybody, inAnyLetters, fc.nat(20), fc.nat(20), (person, rewrite, from, length) => {
        const part = person.name!.slice(from, from + length)
        expect(searchCustomers(everybody, rewrite(part))).toContain(person)
      }),
    )
  })

  it('anybody is found by the phone as it is shown, as it is stored and while it is typed', () => {
    fc.assert(
      fc.property(anybody, fc.integer({ min: 4, max: 14 }), (person, typed) => {
        const [phone] = person.phones as [string]
        for (const text of [phone, formatPhone(phone), formatPhone(phone).slice(0, typed), phone.slice(3, 3 + typed)]) {
          expect(searchCustomers(everybody, text)).toContain(person)
        }
      }),
    )
  })

  it('after people were added, changed and removed, an index made from the last one finds what a new one would', () => {
    const change = fc.constantFrom(
      (person: Customer) => [person],
      (person: Customer) => [{ ...person, name: person.name!.slice(3) }],
      (person: Customer) => [{ ...person, phones: [...person.phones!, '+905001112233'] }],
      (person: Customer) => [{ ...person, note: 'Yanlar kısa' }],
      (person: Customer) => [person, { ...person, id: person.id.replace('0193', '0194') }],
      () => [],
    )
    fc.assert(
      fc.property(fc.array(change, { minLength: 40, maxLength: 40 }), changes => {
        const before = people.slice(0, 40)
        const after = before.flatMap((person, i) => changes[i]!(person))
        expect(indexCustomers(after, indexCustomers(before))).toEqual(indexCustomers(after))
      }),
    )
  })

  it('more letters never find more people, and nobody twice', () => {
    fc.assert(
      fc.property(anybody, fc.nat(12), (person, length) => {
        const shorter = new Set(searchCustomers(everybody, person.name!.slice(0, length)))
        const longer = searchCustomers(everybody, person.name!.slice(0, length + 1))
        expect(new Set(longer).size).toBe(longer.length)
        expect(longer.every(found => shorter.has(found))).toBe(true)
      }),
    )
  })

  it('within each of the three groups the order is Turkish', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'ı', 'şa', 'oz', 'ün', '53'), text => {
        const names = searchCustomers(everybody, text).map(({ name }) => name!)
        const drops = names.filter((name, i) => i > 0 && compareTurkish(names[i - 1]!, name) > 0)
        expect(drops.length).toBeLessThanOrEqual(2)
      }),
    )
  })
})
