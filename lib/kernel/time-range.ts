/** From `start` up to but not including `end`, in epoch milliseconds or in minutes of a day: whichever, but one of them. */
export interface TimeRange {
  start: number
  end: number
}

// All three leave their input alone and answer sorted, disjoint, non-empty ranges that do not touch.

/** The time covered by any of the ranges. */
export function merge(ranges: readonly TimeRange[]): TimeRange[] {
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
  const others = merge(b)
  return merge(a).flatMap(one =>
    others
      .map(other => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter(isNotEmpty),
  )
}

/** The time covered by `from` and not by `what`. */
export function subtract(from: readonly TimeRange[], what: readonly TimeRange[]): TimeRange[] {
  const holes = merge(what)
  return holes.reduce((left, hole) => left.flatMap(range => around(hole, range)), merge(from))
}

function around(hole: TimeRange, range: TimeRange): TimeRange[] {
  const before = { start: range.start, end: Math.min(range.end, hole.start) }
  const after = { start: Math.max(range.start, hole.end), end: range.end }
  return [before, after].filter(isNotEmpty)
}

function isNotEmpty(range: TimeRange): boolean {
  return range.start < range.end
}
