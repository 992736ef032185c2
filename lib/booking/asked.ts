import { type WishedPart, whoServes } from '@/lib/appointments/offers/who-serves'
import { day as dayField } from '@/lib/kernel/fields'
import type { Id } from '@/lib/kernel/id'
import type { Day } from '@/lib/kernel/zone'
import { onlineServices, type ShopBook } from './shop-book'

/** So many services at one visit; who wants more calls. */
export const MOST_SERVICES = 5

/** In the address for "fark etmez". */
export const ANYBODY = 'farketmez'

/** The answers that stand in the address of a booking so far. What is not true of this shop is not in it. */
export interface Asked {
  /** In the shop's order, in which they are served. */
  serviceIds: Id[]
  /** Null: not asked yet. */
  who: Id | typeof ANYBODY | null
  day: Day | null
}

/** What a query or a form holds under a name, in its order. */
export type Answers = (name: string) => readonly string[]

/** Reads the answers out of an address or a form, whoever wrote it. */
export function readAsked(answers: Answers, book: ShopBook): Asked {
  const chosen = new Set(answers('hizmet'))
  const serviceIds = onlineServices(book)
    .filter(({ id }) => chosen.has(id))
    .slice(0, MOST_SERVICES)
    .map(({ id }) => id)
  const [who = ''] = answers('kim')
  const [day] = answers('gun')
  const able = chairsForAll(book, serviceIds)
  const known = who === ANYBODY ? mayBeAnybody(book, serviceIds) : able.some(({ id }) => id === who)
  return { serviceIds, who: known ? who : null, day: dayField.safeParse(day).success ? day! : null }
}

/** The address of a booking that has come so far. */
export function askedPath(slug: string, { serviceIds, who, day }: Partial<Asked>, more: Record<string, string> = {}) {
  const query = new URLSearchParams(serviceIds?.map(id => ['hizmet', id]))
  if (who) query.set('kim', who)
  if (day) query.set('gun', day)
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return `/d/${slug}/randevu${query.size > 0 ? `?${query}` : ''}`
}

/** What is asked next. `nobody`: no one can do all that together. */
export type Question =
  | { ask: 'services' }
  | { ask: 'who'; chairs: ShopBook['staff']; anybody: boolean }
  | { ask: 'when'; parts: WishedPart[] }
  | { ask: 'nobody' }

/** One question at a time, and none that has but one answer. */
export function nextQuestion({ serviceIds, who }: Asked, book: ShopBook): Question {
  if (serviceIds.length === 0) return { ask: 'services' }
  if (who) return { ask: 'when', parts: partsOf(serviceIds, who) }
  const able = chairsForAll(book, serviceIds)
  const anybody = mayBeAnybody(book, serviceIds)
  const servers = new Set(serviceIds.flatMap(serviceId => chairsFor(book, serviceId)))
  if (able.length === 1 && servers.size === 1) return { ask: 'when', parts: partsOf(serviceIds, able[0]!.id) }
  if (able.length === 0) return anybody ? { ask: 'when', parts: partsOf(serviceIds, ANYBODY) } : { ask: 'nobody' }
  return { ask: 'who', chairs: able, anybody }
}

const partsOf = (serviceIds: readonly Id[], who: NonNullable<Asked['who']>): WishedPart[] =>
  serviceIds.map(serviceId => ({ serviceId, staffId: who === ANYBODY ? null : who }))

const chairsFor = (book: ShopBook, serviceId: Id): Id[] =>
  whoServes({ ...book, chairs: book.staff.map(({ id }) => id) }, { serviceId, staffId: null }).map(
    ({ staffId }) => staffId,
  )

/** Those who can do everything by themselves. */
function chairsForAll(book: ShopBook, serviceIds: readonly Id[]): ShopBook['staff'] {
  const able = serviceIds.map(serviceId => chairsFor(book, serviceId))
  return book.staff.filter(({ id }) => able.every(chairs => chairs.includes(id)))
}

const mayBeAnybody = (book: ShopBook, serviceIds: readonly Id[]): boolean =>
  book.rules.anyStaff && serviceIds.every(serviceId => chairsFor(book, serviceId).length > 0)
