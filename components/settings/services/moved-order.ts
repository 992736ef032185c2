interface Placed {
  id: string
  position: number
}

/**
 * Moves one thing a place up (-1) or down (1) in a list that is in order.
 * @returns those whose position changes, with their new one; none at the end of the list. Two phones may have given two things one
 * position: then all behind them move on, so that the move is seen.
 */
export function movedOrder<T extends Placed>(list: readonly T[], id: string, step: 1 | -1): T[] {
  const from = list.findIndex(one => one.id === id)
  const other = list[from + step]
  if (from < 0 || !other) return []
  const moved = list.map((one, i) => (i === from ? other : i === from + step ? list[from]! : one))
  let least = 0
  return moved.flatMap((one, i) => {
    // The places stay what they were as long as they rise.
    const position = Math.max(list[i]!.position, least)
    least = position + 1
    return position === one.position ? [] : [{ ...one, position }]
  })
}
