'use client'

import { Button, IconButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { AddIcon, CloseIcon } from '@/components/ui/icons'
import type { Ranges } from '@/lib/appointments/appointment'
import type { Id } from '@/lib/kernel/id'
import { afterBreak, asTyped, MAX_RANGES, type TypedRange } from './typed-ranges'

interface RangesEditorProps {
  typed: readonly TypedRange[]
  onChange: (typed: TypedRange[]) => void
  /** Where a closed day begins when it is opened. */
  usual: Ranges
  error?: string
}

/** The openings of one day, with as many breaks as there are; none is a closed day. */
export function RangesEditor({ typed, onChange, usual, error }: RangesEditorProps) {
  const change = (key: Id, part: Partial<TypedRange>) =>
    onChange(typed.map(one => (one.key === key ? { ...one, ...part } : one)))
  const add = () => {
    const last = typed.at(-1)
    onChange([...typed, ...asTyped(last ? afterBreak(last.to) : usual)])
  }
  return (
    <>
      {typed.length === 0 && <p>Bu gün kapalı.</p>}
      {typed.map(({ key, from, to }) => (
        <div key={key} className="flex flex-wrap items-end justify-end gap-2">
          <div className="min-w-0 flex-1 basis-28">
            <TextField
              type="time"
              label="Açılış"
              value={from}
              onChange={event => change(key, { from: event.target.value })}
            />
          </div>
          <div className="min-w-0 flex-1 basis-28">
            <TextField
              type="time"
              label="Kapanış"
              value={to}
              onChange={event => change(key, { to: event.target.value })}
            />
          </div>
          <IconButton
            icon={<CloseIcon />}
            label={`${from}–${to} saatlerini sil`}
            onClick={() => onChange(typed.filter(one => one.key !== key))}
          />
        </div>
      ))}
      {error && (
        <p role="alert" className="text-look">
          {error}
        </p>
      )}
      {typed.length < MAX_RANGES && (
        <Button icon={<AddIcon />} onClick={add}>
          {typed.length === 0 ? 'Saat ekle' : 'Aradan sonra devam et'}
        </Button>
      )}
    </>
  )
}
