import type { Customer } from '@/lib/customers/customer'

/** A customer of Berber Mehmet; only what matters to a test is said there. */
export function customer(name: string | null, ...phones: string[]): Customer {
  return {
    id: `01935000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
    name,
    phones,
    email: null,
    note: null,
    importId: null,
    noShows: 0,
    createdAt: '2026-11-22T07:00:00.000Z',
    archivedAt: null,
  }
}

let made = 0

const GIVEN =
  'Ahmet Ayşe Işıl İbrahim Şükrü Çiğdem Gülsüm Ömer Fatma Oğuzhan Züleyha Umut Ümit Barış Hatice Nazlı'.split(' ')
const SURNAMES =
  'Yılmaz Kaya Demir Şahin Çelik Öztürk Işık Aydın İnce Güneş Koç Ağaoğlu Ünal Doğan Karaca Bıçakçı'.split(' ')

/** `n` people with Turkish names and numbers, the same ones every time. */
export const crowd = (n: number): Customer[] =>
  Array.from({ length: n }, (_, i) =>
    customer(
      `${GIVEN[i % GIVEN.length]} ${SURNAMES[(i * 7) % SURNAMES.length]} ${i}`,
      `+90532${String(i * 1_373).padStart(7, '0')}`,
    ),
  )
