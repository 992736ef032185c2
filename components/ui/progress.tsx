import { useId } from 'react'

interface ProgressProps {
  /** What is being done: "Müşteriler alınıyor". */
  label: string
  done: number
  /** Unknown at first: then only the count is shown, not a bar that promises an end. */
  total?: number
}

const count = new Intl.NumberFormat('tr-TR')

/** Long work with its counts, for the eye that wants to know whether to wait. */
export function Progress({ label, done, total }: ProgressProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-3">
        <span id={id}>{label}</span>
        <span>
          {count.format(done)}
          {total !== undefined && ` / ${count.format(total)}`}
        </span>
      </div>
      {total !== undefined && (
        <progress
          aria-labelledby={id}
          value={done}
          max={Math.max(total, 1)}
          className="h-2.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-do [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-do"
        />
      )}
    </div>
  )
}
