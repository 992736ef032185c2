'use client'

import { useState } from 'react'
import { useNow } from '@/components/appointments/use-now'
import { useLive, useSend, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { holdsItsChair } from '@/lib/appointments/appointment'
import { appointmentsBetween } from '@/lib/appointments/browser/agenda'
import { addTimeOff } from '@/lib/appointments/commands/add-time-off'
import { removeTimeOff } from '@/lib/appointments/commands/remove-time-off'
import { type Id, newId } from '@/lib/kernel/id'
import { dayOf } from '@/lib/kernel/zone'
import { readTimeOff, type TypedTimeOff, timeOffSentences, timeOffWords } from './time-off-words'

const kinds = [
  { value: 'days', label: 'Bütün gün' },
  { value: 'hours', label: 'Birkaç saat' },
] as const

/** Time in which one chair, or (null) the whole shop, does not serve. */
export function TimeOffSheet({ staffId, onClose }: { staffId: Id | null; onClose: () => void }) {
  const { shop } = useShop()
  const send = useSend()
  const { show } = useSnackbar()
  const now = useNow()
  const today = dayOf(now, shop.zone)
  const [typed, setTyped] = useState<TypedTimeOff>({ kind: 'days', first: today, last: today, from: '', to: '' })
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const read = readTimeOff(typed, shop.zone, now)
  const change = (part: Partial<TypedTimeOff>) => setTyped({ ...typed, ...part })

  const save = async () => {
    if (!read.ok) return setTried(true)
    onClose()
    const id = newId()
    await send(addTimeOff, { id, staffId, ...read.value, note })
    show({
      text: `${staffId ? 'İzin' : 'Kapalı gün'}: ${timeOffWords(read.value, shop.zone)}`,
      action: { label: 'Geri al', run: () => void send(removeTimeOff, { id }) },
    })
  }
  return (
    <Sheet
      open
      title={staffId ? 'İzin' : 'Kapalı gün'}
      onClose={onClose}
      footer={
        <div className="pt-2">
          <Button variant="do" full onClick={save}>
            Kaydet
          </Button>
        </div>
      }
    >
      <Segmented label="Ne kadar?" choices={kinds} value={typed.kind} onChange={kind => change({ kind })} />
      {typed.kind === 'days' ? (
        <div className="flex flex-wrap gap-3">
          <DateField
            label="İlk gün"
            value={typed.first}
            // The last day goes along: most time off is one day.
            onChange={first =>
              change({ first, last: first > typed.last || typed.last === typed.first ? first : typed.last })
            }
          />
          <DateField label="Son gün" value={typed.last} onChange={last => change({ last })} />
        </div>
      ) : (
        <div className="flex flex-wrap gap-3">
          <DateField label="Gün" value={typed.first} onChange={first => change({ first, last: first })} />
          <div className="flex min-w-0 grow basis-full gap-3">
            <TimeField label="Başlangıç" value={typed.from} onChange={from => change({ from })} />
            <TimeField label="Bitiş" value={typed.to} onChange={to => change({ to })} />
          </div>
        </div>
      )}
      {tried && !read.ok && (
        <p role="alert" className="text-look">
          {timeOffSentences[read.error]}
        </p>
      )}
      <TextField
        label="Not"
        hint="Yalnız dükkândakiler görür. Boş kalabilir."
        maxLength={200}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      {read.ok && <InTheBook staffId={staffId} {...read.value} />}
    </Sheet>
  )
}

interface PartProps {
  label: string
  value: string
  onChange: (value: string) => void
}

const DateField = ({ onChange, ...rest }: PartProps) => (
  <div className="min-w-0 flex-1 basis-32">
    <TextField type="date" {...rest} onChange={event => onChange(event.target.value)} />
  </div>
)

const TimeField = ({ onChange, ...rest }: PartProps) => (
  <div className="min-w-0 flex-1">
    <TextField type="time" {...rest} onChange={event => onChange(event.target.value)} />
  </div>
)

/** Those who are to come in that time: they stay in the book, and the shop has to know. */
function InTheBook({ staffId, startsAt, endsAt }: { staffId: Id | null; startsAt: string; endsAt: string }) {
  const now = useNow()
  const count = useLive(
    async database =>
      (await appointmentsBetween(database, startsAt, endsAt)).filter(
        one => (staffId === null || one.staffId === staffId) && holdsItsChair(one, now),
      ).length,
    [staffId, startsAt, endsAt, now],
  )
  return (
    <p role="status" className="empty:hidden">
      {count ? `Bu arada ${count} randevu var. Defterde kalır; taşımak ya da iptal etmek size kalır.` : null}
    </p>
  )
}
