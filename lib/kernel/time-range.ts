/** From `start` up to but not including `end`, in epoch milliseconds or in minutes of a day: whichever, but one of them. */
export interface TimeRange {
  start: number
  end: number
}

// All three leave their input alone and answer sorted, disjoint, non-empty ranges that do not touch. They sort once and
// then walk: a month of a full book is some thousand ranges, and it is asked for at every tap.

/** The time covered by any of the ranges. */
export function merge(ranges: readonly TimeRange[]): TimeRange[] {
  if (ranges.every((range, i) => isNotEmpty(range) && (i === 0 || ranges[i - 1]!.end < range.start))) return [...ranges]
  const merged: TimeRange[] = []
  for (const { start, end } of ranges.filter(isNotEmpty).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** The time covered by both. */
export function intersect(a: readonly TimeRange[], b: readonly TimeRange[]): TimeRange[] {
  const shared: TimeRange[] = []
  eachOverlap(merge(a), merge(b), (one, other) => {
    shared.push({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })
  })
  return shared
}

/** The time covered by `from` and not by `what`. */
export function subtract(from: readonly TimeRange[], what: readonly TimeRange[]): TimeRange[] {
  const holes = merge(what)
  const left: TimeRange[] = []
  let next = 0
  for (const { start, end } of merge(from)) {
    let open = start
    while (next < holes.length && holes[next]!.start < end) {
      const hole = holes[next]!
      if (open < hole.start) left.push({ start: open, end: hole.start })
      open = Math.max(open, hole.end)
      if (hole.end > end) break // it reaches on, perhaps into the next range
      next++
    }
    if (open < end) left.push({ start: open, end })
  }
  return left
}

/** Visits the pairs that share time, in their order. Both lists must be sorted and disjoint, as the functions above answer. */
export function eachOverlap(
  a: readonly TimeRange[],
  b: readonly TimeRange[],
  visit: (one: TimeRange, other: TimeRange) => void,
): void {
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const one = a[i]!
    const other = b[j]!
    if (one.start < other.end && other.start < one.end) visit(one, other)
    if (one.end < other.end) i++
    else j++
  }
}

function isNotEmpty(range: TimeRange): boolean {
  return range.start < range.end
}
