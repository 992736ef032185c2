import fc from 'fast-check'
import { expect, test } from 'vitest'
import { possibleBegins, visitPlanner } from '@/lib/appointments/offers/visit-plan'
import type { Serving } from '@/lib/appointments/offers/who-serves'
import type { StartWindow } from '@/lib/appointments/time/chair-day'

const MINUTE = 60_000

// Short services, long buffers and narrow windows: most choices lead nowhere, and many to the same question.
const few = fc.integer({ min: 0, max: 3 })
const anyServing = (staffId: string): fc.Arbitrary<Serving> =>
  fc.record({
    staffId: fc.constant(staffId),
    serviceId: fc.constant('sac'),
    minutes: fc.constantFrom(1, 2, 3),
    prepareMinutes: few,
    cleanMinutes: few,
    price: fc.constant(0),
  })
const anyPart = fc.tuple(anyServing('mehmet'), anyServing('kemal'), anyServing('cirak'))
const anyWindows: fc.Arbitrary<StartWindow[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 4 })
  .map(cuts => cuts.sort((a, b) => a - b))
  .map(cuts =>
    Array.from({ length: cuts.length >> 1 }, (_, i) => ({
      first: cuts[2 * i]! * MINUTE,
      last: cuts[2 * i + 1]! * MINUTE,
    })),
  )

const anyVisit = fc.array(anyPart, { minLength: 1, maxLength: 4 }).chain(parts =>
  fc.record({
    parts: fc.constant(parts),
    windows: fc
      .array(anyWindows, { minLength: parts.flat().length, maxLength: parts.flat().length })
      .map(all => new Map(parts.flat().map((serving, i) => [serving, all[i]!]))),
  }),
)

/** Those by one chair alone first. */
const inOrder = (choices: Serving[][]) => {
  const isAlone = (choice: Serving[]) => new Set(choice.map(({ staffId }) => staffId)).size === 1
  return [...choices.filter(isAlone), ...choices.filter(choice => !isAlone(choice))]
}
const everyChoice = (parts: Serving[][]): Serving[][] =>
  parts.reduce<Serving[][]>((choices, able) => choices.flatMap(choice => able.map(one => [...choice, one])), [[]])

/** When each part begins, in minutes after the visit does. */
function beginsOf(choice: Serving[]): number[] {
  let at = 0
  const ready = new Map<string, number>()
  return choice.map(({ staffId, minutes, prepareMinutes, cleanMinutes }) => {
    if (ready.has(staffId)) at = Math.max(at, ready.get(staffId)! + prepareMinutes)
    const begins = at
    at += minutes
    ready.set(staffId, at + cleanMinutes)
    return begins
  })
}

test('[AP6] [AP7] [AP9] of all choices of chairs, one chair alone before several, the first that can be kept is planned, on a step and on a crooked start', () => {
  let planned = 0
  fc.assert(
    fc.property(anyVisit, ({ parts, windows }) => {
      const plan = visitPlanner(parts, windows)
      for (const crooked of [false, true]) {
        for (let start = 0; start < 15; start++) {
          const expected = inOrder(everyChoice(parts)).find(choice => {
            const begins = beginsOf(choice).map(minutes => (start + minutes) * MINUTE)
            const within = choice.map((one, i) =>
              windows.get(one)!.find(({ first, last }) => first <= begins[i]! && begins[i]! <= last),
            )
            return within.every(Boolean) && (!crooked || within.some((window, i) => window!.first === begins[i]))
          })
          const found = plan(start * MINUTE, crooked)
          expect(found?.map(part => part.serving)).toEqual(expected)
          expect(found?.map(part => part.starts / MINUTE)).toEqual(expected && beginsOf(expected))
          if (parts.length > 2 && found) planned++
        }
      }
    }),
    { numRuns: 1000 },
  )
  expect(planned).toBeGreaterThan(100)
})

test('[AP7] every moment at which a part can begin is known beforehand', () => {
  fc.assert(
    fc.property(anyVisit, ({ parts }) => {
      const begins = possibleBegins(parts)
      for (const [i, able] of parts.entries()) {
        for (const serving of able) {
          const expected = everyChoice(parts)
            .filter(choice => choice[i] === serving)
            .map(choice => beginsOf(choice)[i]! * MINUTE)
          expect(begins.get(serving)).toEqual(new Set(expected))
        }
      }
    }),
    { numRuns: 300 },
  )
})
