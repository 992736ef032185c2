import type { Preview } from '@/lib/import/browser/parse-in-worker'
import type { ColumnMapping } from '@/lib/import/guess-columns'
import type { ColumnRole } from '@/lib/import/table'

const SAMPLES = 3

export interface Column {
  at: number
  /** What the header says, else which column it is. */
  title: string
  samples: string[]
  role: ColumnRole
}

/** The columns as the owner is asked about them; those with nothing in sight are left out. */
export function readColumns({ firstRows }: Preview, { skipRows, roles }: ColumnMapping): Column[] {
  const header = firstRows[skipRows - 1]?.cells
  const people = firstRows.slice(skipRows)
  return roles
    .map((role, at) => ({
      at,
      title: header?.[at] || `${at + 1}. sütun`,
      samples: [
        ...new Set(people.map(({ cells }) => cells[at]).filter(cell => cell !== undefined && cell !== '')),
      ].slice(0, SAMPLES),
      role,
    }))
    .filter(({ samples, role }) => samples.length > 0 || role !== 'ignore') as Column[]
}
