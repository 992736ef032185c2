'use client'

import { useState } from 'react'
import { later } from '@/components/shop/later'
import { CustomersIcon } from '@/components/ui/icons'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { useQueue, waitWords } from './use-queue'

const WalkInSheet = later(() => import('./walk-in-sheet').then(module => module.WalkInSheet))

/** Who waits for a chair, and for how long still; nothing when nobody does. */
export function QueueStrip({ now }: { now: Instant }) {
  const queue = useQueue(now)
  const [openId, setOpenId] = useState<Id | null>(null)
  if (!queue || queue.waiters.length === 0) return null
  const open = queue.waiters.find(({ walkIn }) => walkIn.id === openId)
  return (
    <section aria-label="Sıra" className="flex items-center gap-2 pt-2 pl-gutter">
      <h2 className="flex shrink-0 items-center gap-1.5 font-semibold">
        <CustomersIcon className="size-5" />
        Sıra: {queue.waiters.length}
      </h2>
      <ol className="flex min-w-0 gap-2 overflow-x-auto py-1 pr-gutter">
        {queue.waiters.map(waiter => (
          <li key={waiter.walkIn.id} className="shrink-0">
            <button
              type="button"
              onClick={() => setOpenId(waiter.walkIn.id)}
              className="flex min-h-target max-w-56 flex-col justify-center rounded-control border border-edge bg-card px-3 py-1 text-left active:bg-do-soft"
            >
              <span className="max-w-full truncate font-semibold">{waiter.name}</span>
              <span className={waiter.minutes === 0 ? 'text-do text-small' : 'text-ink-soft text-small'}>
                {waitWords(waiter)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {open && <WalkInSheet waiter={open} queue={queue} now={now} onClose={() => setOpenId(null)} />}
    </section>
  )
}
