export interface Figure {
  what: string
  figure: string
  /** The least that could be asked for, measured in the same run. */
  floor?: string
  /** Figure to floor. */
  ratio?: number
  goal?: string
  met?: boolean
}

const lines: string[] = []

/** Prints a figure as one line. */
export function print({ what, figure, floor, ratio, goal, met }: Figure): void {
  const parts = [
    figure,
    floor && `floor ${floor}`,
    ratio !== undefined && `ratio ${ratio.toFixed(2)}`,
    goal && `goal ${goal}: ${met ? 'met' : 'MISSED'}`,
  ]
  lines.push(`${what}: ${parts.filter(Boolean).join('; ')}`)
  console.log(lines.at(-1))
}

/** Every line so far: a server's own words stand between them. */
export const printed = (): readonly string[] => lines

export const median = (values: readonly number[]): number => percentile(values, 50)

/** The nearest rank: a value that was seen. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]!
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`
export const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
