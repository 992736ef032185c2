'use client'

import { useState } from 'react'
import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { asBook } from '@/lib/appointments/browser/shop-book'
import { whoServes } from '@/lib/appointments/offers/who-serves'
import { soonest } from '@/lib/appointments/time/chair-day'
import { formatTime, type Instant, instantOf } from '@/lib/kernel/zone'
import { planAt } from '../adding/plan-at'
import { duration } from '../words'
import { type Queue, type Waiter, waitWords } from './use-queue'
import { useQueueActs } from './use-queue-acts'

const FIVE_MINUTES = 5 * 60_000

interface WalkInSheetProps {
  waiter: Waiter
  queue: Queue
  now: Instant
  onClose: () => void
}

/** Somebody in the queue: he sits down, with whom, or he has gone. */
export function WalkInSheet({ waiter, queue, now, onClose }: WalkInSheetProps) {
  const { shop } = useShop()
  const acts = useQueueActs()
  const { walkIn, seat, name, service } = waiter
  const book = asBook(queue.book, now)
  const able = whoServes(book, { serviceId: walkIn.serviceId, staffId: null })
  const [chosen, setChosen] = useState(walkIn.staffId ?? seat?.staffId ?? able[0]?.staffId ?? '')
  const planning = { book, appointments: queue.book.appointments }
  const wished = [{ serviceId: walkIn.serviceId, staffId: chosen }]
  // On the five minutes that have begun, or where somebody has only just got up, on the next: nobody's time begins at 14:07.
  const [begun, next] = [soonest(now) - FIVE_MINUTES, soonest(now)].map(start =>
    planAt(planning, wished, instantOf(start)),
  )
  const plan = begun!.ok ? begun! : next!
  const chairName = (id: string) => queue.book.staff.find(chair => chair.id === id)?.name ?? ''
  return (
    <Sheet
      open
      title={name}
      onClose={onClose}
      footer={
        <div className="grid grid-cols-2 gap-2">
          <Button
            onClick={() => {
              onClose()
              return acts.leave(walkIn, name)
            }}
          >
            Gitti
          </Button>
          <Button
            variant="do"
            disabled={!plan.ok}
            onClick={() => {
              onClose()
              if (plan.ok) return acts.seat(walkIn, name, plan.value.parts[0]!)
            }}
          >
            Otursun
          </Button>
        </div>
      }
    >
      <div>
        <p>{[service?.name, service && duration(service.minutes)].filter(Boolean).join(' · ')}</p>
        <p className="text-ink-soft">
          {formatTime(walkIn.arrivedAt, shop.zone)} geldi · {waitWords(waiter)}
        </p>
      </div>
      {able.length > 1 && (
        <Segmented
          label="Kime otursun?"
          choices={able.map(({ staffId }) => ({ value: staffId, label: chairName(staffId) }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {!plan.ok && (
        <p className="text-look">
          {plan.error === 'taken'
            ? `${chairName(chosen)} şu an dolu ya da arkadan gelen randevuya yetişmez.`
            : 'Bunu yapan kimse yok.'}
        </p>
      )}
    </Sheet>
  )
}
