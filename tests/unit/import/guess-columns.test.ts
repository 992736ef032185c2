import { describe, expect, test } from 'vitest'
import { guessColumns } from '@/lib/import/guess-columns'
import { toTable } from '@/lib/import/table'

function guess(cells: string[][]) {
  const table = toTable(cells)
  if (!table.ok) throw new Error(table.error)
  return guessColumns(table.value)
}

const VALUES: Record<string, string[]> = {
  name: ['Işıl', 'Mehmet', 'Gülşen'],
  phone: ['0532 111 22 33', '0533 444 55 66', '0212 555 11 22'],
  email: ['isil@ornek.com', 'mehmet@ornek.com', ''],
  note: ['Cumartesi gelir', '', 'Kısa kesim'],
}

describe('a header says what its column is', () => {
  test.each([
    ['name', 'Ad Soyad'],
    ['name', 'ADI SOYADI'],
    ['name', 'İsim Soyisim'],
    ['name', 'Müşteri Adı'],
    ['name', 'Danışan'],
    ['name', 'Full Name'],
    ['phone', 'Tel.'],
    ['phone', 'TELEFON NUMARASI'],
    ['phone', 'Cep Telefonu 1'],
    ['phone', 'GSM No'],
    ['phone', 'Phone 1 - Value'],
    ['email', 'E-Posta Adresi'],
    ['email', 'e-mail'],
    ['email', 'E-mail 1 - Value'],
    ['note', 'Açıklama'],
    ['note', 'Notlar'],
    ['ignore', 'Müşteri No'],
    ['ignore', 'Doğum Tarihi'],
    ['ignore', 'Phone 1 - Type'],
  ])('%s: %s', (role, header) => {
    const name = role === 'name' ? [] : ['Adı']
    expect(
      guess([
        [header, ...name, 'Cep'],
        ['', ...name.map(() => 'Ayşe'), '0532 111 22 33'],
      ]),
    ).toMatchObject({
      skipRows: 1,
      roles: [role, ...name.map(() => 'name'), 'phone'],
    })
  })
})

test.each([
  ['Soyadı', 'Adı'],
  ['Müşteri Soyadı', 'Müşteri Adı'],
  ['Last Name', 'First Name'],
])('name and surname in two columns are both taken: %s, %s', (surname, name) => {
  const rows = [
    [surname, name, 'Tel'],
    ['Şahin', 'Işıl', '0532 111 22 33'],
  ]
  expect(guess(rows).roles).toEqual(['surname', 'name', 'phone'])
})

test('an address book that says the name twice is read once', () => {
  const header = ['Name', 'Given Name', 'Family Name', 'Mobile Phone', 'Home Phone']
  expect(guess([header, ['Işıl Şahin', 'Işıl', 'Şahin', '0532 111 22 33', '']]).roles).toEqual([
    'ignore',
    'name',
    'surname',
    'phone',
    'phone',
  ])
})

test('the name of a firm or of a service is not the customer’s', () => {
  expect(
    guess([
      ['Firma Adı', 'Hizmet Adı', 'Müşteri', 'Tel'],
      ['A', 'Kesim', 'Ayşe', '0532 111 22 33'],
    ]).roles,
  ).toEqual(['ignore', 'ignore', 'name', 'phone'])
})

test('a title above the header is skipped with it', () => {
  const rows = [['KUAFÖR AYŞE MÜŞTERİ LİSTESİ'], [''], ['Ad', 'Tel'], ['Işıl', '0532 111 22 33']]
  expect(guess(rows)).toEqual({ skipRows: 2, roles: ['name', 'phone'] })
})

test('without a header the content tells', () => {
  const rows = [0, 1, 2].map(row => [String(row + 1), VALUES.name![row]!, VALUES.phone![row]!, VALUES.email![row]!])
  expect(guess(rows)).toEqual({ skipRows: 0, roles: ['ignore', 'name', 'phone', 'email'] })
})

test('without a header two columns of single words are name and surname; a town that repeats is neither', () => {
  const rows = [
    ['Işıl', 'Şahin', '0532 111 22 33', 'Kadıköy'],
    ['Mehmet', 'Kaya', '0533 444 55 66', 'Kadıköy'],
    ['Gülşen', 'Öz', '0534 777 88 99', 'Kadıköy'],
  ]
  expect(guess(rows)).toEqual({ skipRows: 0, roles: ['name', 'surname', 'phone', 'ignore'] })
})

test('a header that says nothing is helped by the content', () => {
  expect(
    guess([
      ['Ad', 'A', 'B'],
      ['Işıl', '0532 111 22 33', 'isil@ornek.com'],
    ]).roles,
  ).toEqual(['name', 'phone', 'email'])
})

test('a list of nothing but names is a list of names', () => {
  expect(guess([['Işıl Şahin'], ['Mehmet Kaya']])).toEqual({ skipRows: 0, roles: ['name'] })
})

describe('what is owed', () => {
  const roles = (header: string[], ...rows: string[][]) => guess([header, ...rows]).roles

  test.each(['Borç', 'BORCU (TL)', 'Veresiye', 'Kalan Borç', 'Bakiye', 'Cari Bakiye', 'Alacak Tutarı'])(
    'is known by the header %s',
    header => {
      expect(roles(['Ad Soyad', 'Telefon', header], ['Işıl Çağlayan', '0532 111 22 33', '100'])[2]).toBe('debt')
    },
  )

  test('is the balance, where a list has what was bought and what was paid too', () => {
    const row = ['Işıl Çağlayan', '0532 111 22 33', '300', '200', '100']
    expect(roles(['Müşteri', 'Telefon', 'Borç', 'Alacak', 'Bakiye'], row)).toEqual([
      'name',
      'phone',
      'ignore',
      'ignore',
      'debt',
    ])
  })

  test('is known by what stands there, in a list without a header', () => {
    const rows = [
      ['Işıl Çağlayan', '0532 111 22 33', '₺250'],
      ['Gökhan Şimşek', '0533 444 55 66', '1.250,50'],
    ]
    expect(guess(rows).roles).toEqual(['name', 'phone', 'debt'])
  })

  test('is not a price, a turnover or a plain number', () => {
    expect(roles(['Ad Soyad', 'Telefon', 'Ciro'], ['Işıl Çağlayan', '0532 111 22 33', '1.250,50'])[2]).toBe('ignore')
    const plain = [
      ['Işıl Çağlayan', '0532 111 22 33', '250'],
      ['Gökhan Şimşek', '0533 444 55 66', '34'],
    ]
    expect(guess(plain).roles[2]).toBe('ignore')
  })
})
