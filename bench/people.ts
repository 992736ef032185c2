import type { Customer } from '@/lib/customers/customer'
import { newId } from '@/lib/kernel/id'
import { dice } from '@/supabase/local/demo-people'

const firstNames =
  'Ahmet Ayşe Büşra Çağrı Çiğdem Elif Emine Gökhan Gülşen Hüseyin Işıl İbrahim Mehmet Ömer Şükrü Zeynep'
const middleNames = 'Ali Can Deniz Ece Naz Nur Su Sena Taha Yağız'
const surnames =
  'Aydın Çelik Çetin Demir Doğan Gündüz Işık İnan Kaya Kılıç Koç Öztürk Şahin Şimşek Ünal Yıldırım Yılmaz'

const numbers = { format: (i: number) => `+90532${String(1_000_000 + i * 1_237).slice(-7)}` }

export type Person = Pick<Customer, 'id' | 'name' | 'phones' | 'email' | 'note'> & { name: string; phones: string[] }

/** Invented customers, the same ones at every run, each with a phone of his own; one in six has a note. */
export function people(count: number): Person[] {
  const roll = dice(count)
  const one = (words: string[]) => words[roll(words.length)]!
  const [first, middle, last] = [firstNames, middleNames, surnames].map(words => words.split(' ')) as [
    string[],
    string[],
    string[],
  ]
  return Array.from({ length: count }, (_, i) => ({
    id: newId(),
    name: [one(first), ...(roll(3) === 0 ? [one(middle)] : []), one(last)].join(' '),
    phones: [numbers.format(i)],
    email: null,
    note: roll(6) === 0 ? 'Yanlar kısa, üstten az alınacak' : null,
  }))
}
