import type { StartWindow } from '../time/chair-day'
import { type Serving, waysToServe } from './who-serves'

const MINUTE = 60_000

/** A part of a visit with who does it, and when: in milliseconds after the visit begins. */
export interface PlannedPart {
  serving: Serving
  starts: number
  ends: number
}

/** When each chair can begin its part: windows sorted and disjoint. */
export type StartWindows = ReadonlyMap<Serving, readonly StartWindow[]>

/**
 * Answers who does what in a visit that begins at `start` (epoch milliseconds). Of all choices that can be kept it is the first by
 * one chair alone; else the one whose first part stands first in `parts`, then its second, and so on (SPEC AP9); null when there is
 * none. A `crooked` start, on no step of the clock, is only for chairs of which one could not begin sooner (AP6).
 */
export function visitPlanner(parts: readonly Serving[][], windows: StartWindows) {
  const preparation = longestPreparation(parts)
  const ways = waysToServe(parts)
  let deadEnds: Set<string> | undefined
  let planned: PlannedPart[] = []

  function goOn(parts: readonly Serving[][], start: number, crooked: boolean): boolean {
    if (planned.length === parts.length) return !crooked
    if (deadEnds?.has(question(planned, crooked, preparation))) return false
    for (const serving of parts[planned.length]!) {
      const part = following(planned, serving)
      const window = windowAt(windows.get(serving)!, start + part.starts)
      if (!window) continue
      planned.push(part)
      if (goOn(parts, start, crooked && window.first < start + part.starts)) return true
      planned.pop()
    }
    // Other chairs for the first parts mostly lead to the same question; without this, five parts would ask it thousands of times.
    if (planned.length > 1) {
      deadEnds ??= new Set()
      deadEnds.add(question(planned, crooked, preparation))
    }
    return false
  }

  return (start: number, crooked: boolean): PlannedPart[] | null => {
    for (const way of ways) {
      deadEnds = undefined
      planned = []
      if (goOn(way, start, crooked)) return planned
    }
    return null
  }
}

/** When each chair can begin its part, in milliseconds after the visit does, whoever does the parts before. */
export function possibleBegins(parts: readonly Serving[][]): Map<Serving, Set<number>> {
  const begins = new Map(parts.flat().map(serving => [serving, new Set<number>()]))
  const preparation = longestPreparation(parts)
  let plans: PlannedPart[][] = [[]]
  for (const servings of parts) {
    const longer = new Map<string, PlannedPart[]>()
    for (const planned of plans) {
      for (const serving of servings) {
        const plan = [...planned, following(planned, serving)]
        begins.get(serving)!.add(plan.at(-1)!.starts)
        longer.set(question(plan, false, preparation), plan)
      }
    }
    plans = [...longer.values()]
  }
  return begins
}

/** When the next part begins: at once, or as soon as a chair that has served in this visit has cleaned up and prepared (SPEC AP7). */
function following(planned: readonly PlannedPart[], serving: Serving): PlannedPart {
  let starts = planned.at(-1)?.ends ?? 0
  for (const part of planned) {
    if (part.serving.staffId !== serving.staffId) continue
    starts = Math.max(starts, cleanedUp(part) + serving.prepareMinutes * MINUTE)
  }
  return { serving, starts, ends: starts + serving.minutes * MINUTE }
}

const cleanedUp = ({ ends, serving }: PlannedPart) => ends + serving.cleanMinutes * MINUTE

/**
 * All that decides how a plan can go on: how far it is, until when, and which chairs may have to be waited for by somebody
 * who prepares for as long as `preparation` (milliseconds).
 */
function question(planned: readonly PlannedPart[], isCrooked: boolean, preparation: number): string {
  const until = planned.at(-1)?.ends ?? 0
  const waitedFor = planned.filter(part => cleanedUp(part) + preparation > until)
  const ready = waitedFor.map(part => `${part.serving.staffId} ${cleanedUp(part)}`).sort()
  return `${planned.length} ${until} ${isCrooked} ${ready}`
}

function longestPreparation(parts: readonly Serving[][]): number {
  let longest = 0
  for (const servings of parts) for (const serving of servings) longest = Math.max(longest, serving.prepareMinutes)
  return longest * MINUTE
}

function windowAt(windows: readonly StartWindow[], moment: number): StartWindow | undefined {
  let [low, high] = [0, windows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (windows[middle]!.last < moment) low = middle + 1
    else high = middle
  }
  const window = windows[low]
  return window && window.first <= moment ? window : undefined
}
