'use client'

import { useState } from 'react'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button, IconButton } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { CloseIcon } from '@/components/ui/icons'
import { asBook, shopBook } from '@/lib/appointments/browser/shop-book'
import { type WishedPart, whoServes } from '@/lib/appointments/offers/who-serves'
import type { Id } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { SheetFoot } from '../sheet-foot'
import { duration } from '../words'
import { type Repeat, RepeatFields } from './repeat-fields'

/** What one visit may hold (as `bookVisit`). */
const MOST_PARTS = 10

interface VisitComposerProps {
  staffId: Id | null
  wished: readonly WishedPart[]
  repeat: Repeat | null
  onDone: (wished: WishedPart[], words: string, repeat: Repeat | null) => void
}

/** Several services one after another, each by somebody or by whoever is free, once or again and again. */
export function VisitComposer({ staffId, onDone, ...first }: VisitComposerProps) {
  const { shop } = useShop()
  const now = toInstant(new Date())
  const today = dayOf(now, shop.zone)
  const [wished, setWished] = useState([...first.wished])
  const [repeat, setRepeat] = useState(first.repeat)
  const read = useLive(db => shopBook(db, today, 1, shop.zone), [today, shop.zone])
  if (!read) return null

  const book = asBook(read, now)
  const able = (serviceId: Id) => whoServes(book, { serviceId, staffId: null })
  const services = read.services.filter(service => !service.archivedAt && able(service.id).length > 0)
  const serviceOf = (id: Id) => read.services.find(service => service.id === id)
  const termsOf = (part: WishedPart) => whoServes(book, part)[0]
  const sum = (of: 'minutes' | 'price') => wished.reduce((total, part) => total + (termsOf(part)?.[of] ?? 0), 0)
  const add = (serviceId: Id) => {
    const own = able(serviceId).some(serving => serving.staffId === staffId)
    setWished([...wished, { serviceId, staffId: own ? staffId : null }])
  }
  const words = [wished.map(({ serviceId }) => serviceOf(serviceId)?.name).join(' + '), duration(sum('minutes'))].join(
    ' · ',
  )
  return (
    <>
      {wished.length > 0 && (
        <ol className="flex flex-col gap-3">
          {wished.map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one service may stand here twice; nothing but its place tells them apart
            <li key={i} className="flex items-end gap-1">
              <div className="min-w-0 flex-1">
                <SelectField
                  label={`${i + 1}. ${serviceOf(part.serviceId)?.name} · ${duration(termsOf(part)?.minutes ?? 0)}`}
                  value={part.staffId ?? ''}
                  onChange={event => setWished(wished.with(i, { ...part, staffId: event.target.value || null }))}
                >
                  <option value="">Fark etmez</option>
                  {able(part.serviceId).map(serving => (
                    <option key={serving.staffId} value={serving.staffId}>
                      {read.staff.find(chair => chair.id === serving.staffId)?.name}
                    </option>
                  ))}
                </SelectField>
              </div>
              <IconButton
                icon={<CloseIcon />}
                label={`${serviceOf(part.serviceId)?.name} çıkar`}
                onClick={() => setWished(wished.toSpliced(i, 1))}
              />
            </li>
          ))}
        </ol>
      )}
      {wished.length < MOST_PARTS && (
        <SelectField
          label={wished.length === 0 ? 'Hizmet' : 'Bir hizmet daha'}
          value=""
          onChange={event => add(event.target.value)}
        >
          <option value="" disabled>
            Seçin
          </option>
          {services.map(service => (
            <option key={service.id} value={service.id}>
              {service.name}
            </option>
          ))}
        </SelectField>
      )}
      {wished.length > 1 && (
        <p className="font-semibold">
          Toplam {duration(sum('minutes'))} · {formatMoney(sum('price'))}
        </p>
      )}
      <RepeatFields repeat={repeat} today={today} onChange={setRepeat} />
      <SheetFoot>
        <Button
          variant="do"
          full
          disabled={wished.length === 0 || (repeat !== null && 'count' in repeat.ends && repeat.ends.count < 2)}
          onClick={() => onDone(wished, words, repeat)}
        >
          Saat seç
        </Button>
      </SheetFoot>
    </>
  )
}
