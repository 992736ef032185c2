import type { ReactNode } from 'react'
import { OpenIcon } from '@/components/ui/icons'

/** Rows that are there for who looks for them, behind one line. */
export function FoldedRows({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="flex min-h-target cursor-pointer list-none items-center gap-2 border-line border-b px-gutter text-ink-soft">
        {icon}
        {label}
        <OpenIcon className="ml-auto size-5 group-open:rotate-180" />
      </summary>
      <ol>{children}</ol>
    </details>
  )
}
