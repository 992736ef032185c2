import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Book } from '../time/book'
import type { Buffers } from '../time/chair-time'

/** How long something takes and costs. */
export interface Terms extends Buffers {
  minutes: number
  price: Kurus
}

/** One part of what somebody wishes for: a service, by this chair or (null) by whoever can. */
export interface WishedPart {
  serviceId: Id
  staffId: Id | null
  /** What an appointment already made keeps when it moves, whatever its service has become since. */
  keeps?: Terms
}

/** A chair that can do a part, and how it does it. */
export interface Serving extends Terms {
  staffId: Id
  serviceId: Id
}

/**
 * Who could do what in a visit, for each part in the order of preference: first each chair that could do all of it alone, for a customer
 * likes to stay where he sits, then whoever can (SPEC AP9).
 */
export function waysToServe(servings: readonly Serving[][]): (readonly Serving[][])[] {
  const [first = [], ...others] = servings
  if (others.length === 0) return [servings]
  const alone = first.flatMap(one => {
    const rest = others.map(able => able.filter(({ staffId }) => staffId === one.staffId))
    return rest.every(([other]) => other) ? [[[one], ...rest]] : []
  })
  return [...alone, servings]
}

/** Who can do the part, in the shop's order, each in its own time and at its own price (SPEC AP8). */
export function whoServes(
  { chairs, services, staffServices }: Pick<Book, 'chairs' | 'services' | 'staffServices'>,
  { serviceId, staffId, keeps }: WishedPart,
): Serving[] {
  const terms = keeps ?? services.find(service => service.id === serviceId)
  if (!terms) return []
  const { minutes, price, prepareMinutes, cleanMinutes } = terms
  return chairs
    .filter(chair => staffId === null || staffId === chair)
    .flatMap(chair => {
      const own = staffServices.find(one => one.staffId === chair && one.serviceId === serviceId)
      if (own && !own.offered) return []
      return {
        staffId: chair,
        serviceId,
        minutes: (keeps ? null : own?.minutes) ?? minutes,
        price: (keeps ? null : own?.price) ?? price,
        prepareMinutes,
        cleanMinutes,
      }
    })
}
