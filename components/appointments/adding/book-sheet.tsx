'use client'

import { useState } from 'react'
import { CustomerPicker } from '@/components/customers/customer-picker'
import { later } from '@/components/shop/later'
import { useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { BackIcon } from '@/components/ui/icons'
import { Sheet } from '@/components/ui/sheet'
import type { OfferedPart } from '@/lib/appointments/offers/available-slots'
import type { WishedPart } from '@/lib/appointments/offers/who-serves'
import type { Slot } from '@/lib/appointments/time/chair-time'
import type { Id } from '@/lib/kernel/id'
import { type Day, dayOf, toInstant } from '@/lib/kernel/zone'
import { useActs } from '../visit/use-acts'
import { timeWords } from '../words'
import type { Repeat } from './repeat-fields'
import { ServiceChooser } from './service-chooser'
import { TimeChooser } from './time-chooser'

// Most bookings are one service, once, at a time that is free.
const VisitComposer = later(() => import('./visit-composer').then(module => module.VisitComposer))
const SeriesPreview = later(() => import('./series-preview').then(module => module.SeriesPreview))
const WaitingForm = later(() => import('../waiting/waiting-form').then(module => module.WaitingForm))

interface BookSheetProps {
  day: Day
  staffId: Id | null
  /** The free time that was tapped, if one was: then the time is known. */
  gap?: Slot
  /** Who is already known to come. */
  customer?: { id: Id; name: string }
  onClose: () => void
}

type Step = 'who' | 'what' | 'compose' | 'when' | 'dates' | 'wait'

const titles: Record<Step, string> = {
  who: 'Kim geliyor?',
  what: 'Ne yapılacak?',
  compose: 'Neler yapılacak?',
  when: 'Ne zaman?',
  dates: 'Hangi günler?',
  wait: 'Beklemeye yaz',
}

/** Who, what, and when unless that is known: each answer is one tap, and the last one saves. */
export function BookSheet({ day, staffId, gap, customer, onClose }: BookSheetProps) {
  const { shop } = useShop()
  const acts = useActs()
  const [who, setWho] = useState<{ id: Id | null; name: string } | null>(customer ?? null)
  const [wished, setWished] = useState<WishedPart[]>([])
  const [what, setWhat] = useState('')
  const [repeat, setRepeat] = useState<Repeat | null>(null)
  const [first, setFirst] = useState<OfferedPart[]>([])
  const [steps, setSteps] = useState<Step[]>([customer ? 'what' : 'who'])
  const step = steps.at(-1)!
  const goTo = (next: Step) => setSteps([...steps, next])

  const save = (visits: OfferedPart[][]) => {
    onClose() // first: a second tap finds nothing to save
    return acts.book(visits, who!.id)
  }
  const today = dayOf(toInstant(new Date()), shop.zone)
  // A gap in which the service does not fit says nothing about when.
  const time = gap && step !== 'when' ? timeWords(gap, today, shop.zone) : null
  const chosen = [who?.name, step !== 'what' && step !== 'compose' && what, time].filter(Boolean)
  return (
    <Sheet open title={titles[step]} onClose={onClose}>
      {(steps.length > 1 || chosen.length > 0) && (
        <div className="-my-2 flex items-center">
          {steps.length > 1 && (
            <span className="-ml-4">
              <Button variant="quiet" icon={<BackIcon />} onClick={() => setSteps(steps.slice(0, -1))}>
                Geri
              </Button>
            </span>
          )}
          <p className="min-w-0 flex-1 py-2 font-semibold" role="status">
            {chosen.join(' · ')}
          </p>
        </div>
      )}
      {step === 'who' && (
        <CustomerPicker
          onPick={(id, name) => {
            setWho({ id, name })
            goTo('what')
          }}
        />
      )}
      {step === 'what' && (
        <ServiceChooser
          gap={gap}
          staffId={staffId}
          onPick={(part, words, offered) => {
            setWished([part])
            setWhat(words)
            setRepeat(null)
            return offered ? save([offered]) : goTo('when')
          }}
          onMore={() => goTo('compose')}
        />
      )}
      {step === 'compose' && (
        <VisitComposer
          staffId={staffId}
          wished={wished}
          repeat={repeat}
          onDone={(parts, words, chosenRepeat) => {
            setWished(parts)
            setWhat(words)
            setRepeat(chosenRepeat)
            goTo('when')
          }}
        />
      )}
      {step === 'when' && (
        <>
          {gap && !steps.includes('compose') && <p>Bu boşluğa sığmıyor; başka bir saat seçin.</p>}
          <TimeChooser
            wished={wished}
            day={day}
            onPick={parts => {
              if (!repeat) return save([parts])
              setFirst(parts)
              goTo('dates')
            }}
          />
          {who?.id && wished.length === 1 && !repeat && (
            <span className="-ml-gutter">
              <Button variant="quiet" onClick={() => goTo('wait')}>
                Uygun saat yok: beklemeye yaz
              </Button>
            </span>
          )}
        </>
      )}
      {step === 'dates' && <SeriesPreview first={first} repeat={repeat!} onSave={save} />}
      {step === 'wait' && <WaitingForm customerId={who!.id!} wish={wished[0]!} day={day} onDone={onClose} />}
    </Sheet>
  )
}
