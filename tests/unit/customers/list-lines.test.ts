import { describe, expect, it } from 'vitest'
import { letterOf, withLetters } from '@/components/customers/list-lines'
import { indexCustomers, searchCustomers } from '@/lib/customers/search'
import { customer } from './people'

describe('the letters of the list', () => {
  it.each([
    ['Çağlar', 'Ç'],
    ['çağlar', 'Ç'],
    ['ışıl', 'I'],
    ['ilker', 'İ'],
    ['Émile', 'E'],
    ['Âdem', 'A'],
    ['Willy', 'W'],
    ['0532 123 45 67', '#'],
    ['Юлия', '#'],
    ['', '#'],
  ])('%s stands under %s', (name, letter) => {
    expect(letterOf(name)).toBe(letter)
    expect(letterOf(name.normalize('NFD'))).toBe(letter)
  })

  it('each letter stands once, above its people', () => {
    const people = ['İlker', 'Zeki', 'Ilgın', 'Ismet', 'Çağ', 'Cem'].map(name => customer(name))
    const lines = withLetters(searchCustomers(indexCustomers(people), ''))
    expect(lines.map(line => ('letter' in line ? line.letter : line.customer.name))).toEqual([
      'C',
      'Cem',
      'Ç',
      'Çağ',
      'I',
      'Ilgın',
      'Ismet',
      'İ',
      'İlker',
      'Z',
      'Zeki',
    ])
  })
})
