'use client'

import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { OpenIcon, WarningIcon } from './icons'
import { Segmented } from './segmented'

interface FieldNotes {
  /** One short line under the label, only where the label alone leaves a doubt. */
  hint?: string
  /** One sentence: what is wrong and what to write instead. */
  error?: string
}

interface FieldText extends FieldNotes {
  label: string
}

const control =
  'min-h-target w-full rounded-control border border-edge bg-card px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-look'

const describedBy = (id: string, { hint, error }: FieldNotes) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

const Hint = ({ id, hint }: { id: string; hint?: string }) =>
  hint && (
    <p id={`${id}-hint`} className="text-small text-ink-soft">
      {hint}
    </p>
  )

const FieldError = ({ id, error }: { id: string; error?: string }) =>
  error && (
    <p id={`${id}-error`} className="flex gap-1.5 text-look">
      <WarningIcon aria-hidden className="mt-0.5 size-5 shrink-0" />
      {error}
    </p>
  )

function Frame({ id, text, children }: { id: string; text: FieldText; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {text.label}
      </label>
      <Hint id={id} hint={text.hint} />
      {children}
      <FieldError id={id} error={text.error} />
    </div>
  )
}

/** What every control in a frame carries so that label, hint and error are read together with it. */
const tied = (id: string, notes: FieldNotes) => ({
  id,
  'aria-describedby': describedBy(id, notes),
  'aria-invalid': notes.error ? true : undefined,
})

export function TextField({ label, hint, error, ...rest }: FieldText & InputHTMLAttributes<HTMLInputElement>) {
  const ownId = useId()
  const text = { label, hint, error }
  const id = rest.id ?? ownId
  return (
    <Frame id={id} text={text}>
      <input type="text" {...rest} {...tied(id, text)} className={control} />
    </Frame>
  )
}

export function TextArea({ label, hint, error, ...rest }: FieldText & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const ownId = useId()
  const text = { label, hint, error }
  const id = rest.id ?? ownId
  return (
    <Frame id={id} text={text}>
      <textarea rows={3} {...rest} {...tied(id, text)} className={`${control} field-sizing-content`} />
    </Frame>
  )
}

/** The phone's own picker; `children` are `<option>`s. For two to five choices a `RadioGroup` is one tap less. */
export function SelectField({ label, hint, error, ...rest }: FieldText & SelectHTMLAttributes<HTMLSelectElement>) {
  const ownId = useId()
  const text = { label, hint, error }
  const id = rest.id ?? ownId
  return (
    <Frame id={id} text={text}>
      <div className="relative">
        <select {...rest} {...tied(id, text)} className={`${control} appearance-none pr-11`} />
        <OpenIcon aria-hidden className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2" />
      </div>
    </Frame>
  )
}

interface CheckText extends FieldNotes {
  /** May hold a link: a consent names the text it agrees to. */
  label: ReactNode
}

export function CheckField({ label, hint, error, ...rest }: CheckText & InputHTMLAttributes<HTMLInputElement>) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex min-h-target items-center gap-3 py-1">
        <input {...rest} {...tied(id, { hint, error })} type="checkbox" className="size-6 shrink-0 accent-do" />
        <span className="min-w-0">{label}</span>
      </label>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
    </div>
  )
}

/** One of two to five, as big segments under a label. Without `value` it keeps its own state, for posted forms. */
export function RadioGroup<T extends string>({
  hint,
  error,
  ...rest
}: FieldText & Omit<Parameters<typeof Segmented<T>>[0], 'describedBy'>) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden className="font-semibold">
        {rest.label}
      </span>
      <Hint id={id} hint={hint} />
      <Segmented {...rest} describedBy={describedBy(id, { hint, error })} />
      <FieldError id={id} error={error} />
    </div>
  )
}
