'use client'

import { useShop } from '@/components/shop/shop-context'
import { TodayIcon } from '@/components/ui/icons'
import type { Id } from '@/lib/kernel/id'
import { dayNotes } from './day-notes'
import type { Agenda } from './use-agenda'

/** What is unlike other days, above everything else of the day. */
export function DayNotes({ agenda, chairs }: { agenda: Agenda; chairs: readonly Id[] }) {
  const { shop } = useShop()
  const noted = agenda.chairs.filter(({ id, archivedAt }) => !archivedAt && chairs.includes(id))
  const notes = dayNotes({ hours: agenda.book.hours, day: agenda.day, zone: shop.zone, chairs: noted })
  if (notes.length === 0) return null
  return (
    <ul aria-label="Günün notları" className="flex flex-col gap-0.5 px-gutter pt-1">
      {notes.map(note => (
        <li key={note} className="flex gap-2 font-semibold">
          <TodayIcon className="mt-0.5 size-5 shrink-0 text-ink-soft" />
          <span className="min-w-0">{note}</span>
        </li>
      ))}
    </ul>
  )
}
