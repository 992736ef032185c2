import type { StartWindow } from './chair-day'
import type { Serving } from './who-serves'

const MINUTE = 60_000

/** A part of a visit with who does it, and when: in milliseconds after the visit begins. */
export interface PlannedPart {
  serving: Serving
  starts: number
  ends: number
}

/**
 * Who does what in a visit that begins at `start` (epoch milliseconds), when each chair can begin in its `windows`. Of all
 * choices that can be kept it is the one whose first part stands first in `parts`, then its second, and so on (SPEC AP9); null
 * when there is none. A `crooked` start, on no step of the clock, is only for chairs of which one could not begin sooner (AP6).
 */
export function planVisit(
  parts: readonly Serving[][],
  windows: ReadonlyMap<Serving, readonly StartWindow[]>,
  start: number,
  crooked: boolean,
): PlannedPart[] | null {
  let deadEnds: Set<string> | undefined
  const preparation = longestPreparation(parts)

  function goOn(planned: PlannedPart[], isCrooked: boolean): PlannedPart[] | null {
    if (planned.length === parts.length) return isCrooked ? null : planned
    if (deadEnds?.has(question(planned, isCrooked, preparation))) return null
    for (const serving of parts[planned.length]!) {
      const part = following(planned, serving)
      const window = windowAt(windows.get(serving)!, start + part.starts)
      const isStillCrooked = isCrooked && window?.first !== start + part.starts
      const whole = window && goOn([...planned, part], isStillCrooked)
      if (whole) return whole
    }
    // Other chairs for the first parts mostly lead to the same question; without this, five parts would ask it thousands of times.
    if (planned.length > 1) {
      deadEnds ??= new Set()
      deadEnds.add(question(planned, isCrooked, preparation))
    }
    return null
  }
  return goOn([], crooked)
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
