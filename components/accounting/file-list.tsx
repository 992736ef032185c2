import type { ReactNode } from 'react'
import { bookExports, type ExportName, exportNames } from '@/lib/accounting/exports'

interface FileListProps {
  /** The file's link, around what is said of it. */
  link: (name: ExportName, about: ReactNode) => ReactNode
}

/** The files in which the books can be had. */
export function FileList({ link }: FileListProps) {
  return (
    <ul className="flex flex-col border-line border-t">
      {exportNames.map(name => (
        <li key={name} className="border-line border-b">
          {link(name, <AboutFile name={name} />)}
        </li>
      ))}
    </ul>
  )
}

const AboutFile = ({ name }: { name: ExportName }) => (
  <span className="min-w-0 flex-1">
    <span className="block text-name text-do">{bookExports[name].title}</span>
    <span className="block text-ink-soft">{bookExports[name].about}</span>
  </span>
)

export const fileLinkClass = 'flex min-h-16 items-center gap-3 py-2 active:bg-do-soft'
