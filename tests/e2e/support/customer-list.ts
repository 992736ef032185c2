import { utils, write } from 'xlsx'

const first = 'Ayşe Işıl Gülşen Çiğdem Şerife Özlem İbrahim Ümit Şükrü Çağrı'.split(' ')
const last =
  'Yılmaz Öztürk Çelik Şahin Kılıç Güneş Işık Ünal Ateş İnan Gündüz Koç Doğan Kaya Aydın Polat Şimşek Ak Er'.split(' ')

/** One number as people write it down. */
const writings = [
  (digits: string) => `0${digits}`,
  (digits: string) => `+90 ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6, 8)} ${digits.slice(8)}`,
  (digits: string) => `(0${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`,
  (digits: string) => `90${digits}`,
  (digits: string) => Number(digits), // Excel took it for a number and ate the zero
]

/**
 * A list as shops keep it: every twentieth row is a person who is in it already, with the same number written differently.
 */
export function customerList(rows: number) {
  const people = Array.from({ length: rows }, (_, i) => ({
    name: `${first[i % first.length]} ${last[Math.floor(i / first.length) % last.length]}`,
    digits: `532${1_000_000 + 7919 * i}`,
  }))
  const table = people.map((person, i) => {
    const { name, digits } = i % 20 === 19 ? people[i - 19]! : person
    return [name, writings[(i % 20 === 19 ? i + 1 : i) % writings.length]!(digits), i % 3 === 0 ? 'Eski müşteri' : '']
  })
  return workbook('musteriler.xlsx', [['Müşteri Adı', 'Cep Tel', 'Açıklama'], ...table])
}

/** A file to choose, as Excel would have saved it. */
export function workbook(name: string, rows: unknown[][]) {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Liste')
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  }
}
