/** The name with its sign, a notebook page whose first line is taken: the day's first sale. Drawn as in public/icon.svg. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-name font-bold tracking-tight">
      <svg viewBox="0 0 26 30" aria-hidden="true" className="h-[1.75rem] fill-paper">
        <rect width="26" height="30" rx="3.5" className="fill-do" />
        <rect x="5" width="1.5" height="30" />
        <circle cx="12" cy="8" r="3" />
        <rect x="16.5" y="6.5" width="6.5" height="3" rx="1.5" />
        <rect x="9" y="15.5" width="14" height="1.5" rx=".75" opacity=".6" />
        <rect x="9" y="21.5" width="14" height="1.5" rx=".75" opacity=".6" />
      </svg>
      Siftah
    </span>
  )
}
