import type { TimeRange } from '@/lib/kernel/time-range'

// Where things stand in the columns of a day. Times are epoch milliseconds.

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Half an hour is a thumb high; a day with shorter appointments is drawn larger, so that each keeps a line of text. */
const USUAL_PX_PER_MINUTE = 2
const LARGEST_PX_PER_MINUTE = 4
const LINE_PX = 26

/** The hours that are drawn: whole ones, all that is in the book and all in which somebody is here. */
export function frameOf(times: readonly TimeRange[], otherwise: TimeRange): TimeRange {
  const drawn = times.length > 0 ? times : [otherwise]
  return {
    start: Math.floor(Math.min(...drawn.map(({ start }) => start)) / HOUR) * HOUR,
    end: Math.ceil(Math.max(...drawn.map(({ end }) => end)) / HOUR) * HOUR,
  }
}

export function pxPerMinute(times: readonly TimeRange[]): number {
  const shortest = Math.min(...times.map(({ start, end }) => (end - start) / MINUTE), LINE_PX / USUAL_PX_PER_MINUTE)
  return Math.min(LARGEST_PX_PER_MINUTE, LINE_PX / shortest)
}

/** The whole hours of the frame, its end not among them. */
export const hoursOf = ({ start, end }: TimeRange): number[] =>
  Array.from({ length: (end - start) / HOUR }, (_, i) => start + i * HOUR)

export interface Laned<T> {
  item: T
  /** Which of so many lanes beside one another, from the left. */
  lane: number
  lanes: number
}

/**
 * Things that share time stand beside one another, all others take the whole width. (A chair is never given away twice, but what is done
 * or was not come to holds it no longer.)
 */
export function inLanes<T extends TimeRange>(items: readonly T[]): Laned<T>[] {
  const laned: Laned<T>[] = []
  let group: Laned<T>[] = []
  let reached = -Infinity
  const close = () => {
    const lanes = Math.max(...group.map(({ lane }) => lane + 1))
    laned.push(...group.map(one => ({ ...one, lanes })))
    group = []
  }
  for (const item of [...items].sort((a, b) => a.start - b.start)) {
    if (item.start >= reached && group.length > 0) close()
    const busy = new Set(group.filter(one => one.item.end > item.start).map(one => one.lane))
    let lane = 0
    while (busy.has(lane)) lane++
    group.push({ item, lane, lanes: 1 })
    reached = Math.max(reached, item.end)
  }
  if (group.length > 0) close()
  return laned
}

/** The step of the clock nearest to that moment, counted from `midnight` (the shop's). */
export const snap = (moment: number, midnight: number, stepMinutes: number): number => {
  const step = stepMinutes * MINUTE
  return midnight + Math.round((moment - midnight) / step) * step
}
