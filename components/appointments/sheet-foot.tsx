import type { ReactNode } from 'react'

/** The main act of one step of a sheet, at its foot while the step scrolls. */
export const SheetFoot = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-4 -mx-gutter -mb-4 bg-card px-gutter pt-2 pb-4">{children}</div>
)
