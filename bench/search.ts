import { indexCustomers, searchCustomers } from '@/lib/customers/search'
import { median, ms, percentile, print } from './figure'
import { people } from './people'

const ROUNDS = 5
const GOAL_MS = 10

/** Turkish search over 5,000 customers: what one keystroke costs, against `includes` on strings in lower case. */
export async function search(): Promise<void> {
  const everybody = people(5_000).map(person => ({
    ...person,
    importId: null,
    noShows: 0,
    createdAt: '',
    archivedAt: null,
  }))
  const index = indexCustomers(everybody)
  const plain = everybody.map(({ name, phones }) => `${name} ${phones[0]}`.toLowerCase())
  const texts = everybody
    .filter((_, i) => i % 50 === 0)
    .flatMap(({ name, phones }) => [...beginnings(name), ...beginnings(`0${phones[0]!.slice(3)}`)])

  const subjects: number[][] = texts.map(() => [])
  const floors: number[][] = texts.map(() => [])
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, text] of texts.entries()) {
      const ours = timeOf(() => searchCustomers(index, text))
      const theirs = timeOf(() => includes(plain, text.toLowerCase()))
      if (round === 0) continue // not compiled yet
      subjects[i]!.push(ours)
      floors[i]!.push(theirs)
    }
  }
  // A keystroke's median first: a sweep of the memory breaks in on single ones.
  const [ours, theirs] = [subjects, floors].map(rounds => percentile(rounds.map(median), 95)) as [number, number]
  print({
    what: 'Turkish search over 5,000 customers in Node, p95 per keystroke',
    figure: `${ms(ours)} (the index, once per change of the list: ${ms(timeOf(() => indexCustomers(everybody)))})`,
    floor: `${ms(theirs)} (Array.filter(includes))`,
    ratio: ours / theirs,
    goal: `≤ ${GOAL_MS} ms`,
    met: ours <= GOAL_MS,
  })
}

const includes = (people: string[], text: string) => people.filter(person => person.includes(text))

/** What stands in the field after each key. */
const beginnings = (text: string) => Array.from({ length: Math.min(8, text.length) }, (_, i) => text.slice(0, i + 1))

/** CPU milliseconds, so that what other programs do meanwhile does not count. */
function timeOf(act: () => unknown): number {
  const start = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
