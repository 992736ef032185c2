import type { ComponentProps, ReactNode } from 'react'
import { PlainWarningIcon } from './plain-icons'

const control =
  'min-h-target w-full rounded-control border border-edge bg-card px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-look'

interface FieldText {
  name: string
  label: string
  hint?: string
  error?: string
}

function Frame({ name, label, hint, error, children }: FieldText & { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-ipucu`} className="text-small text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${name}-hata`} className="flex gap-1.5 text-look">
          <PlainWarningIcon />
          {error}
        </p>
      )}
    </div>
  )
}

const tied = ({ name, hint, error }: FieldText) => ({
  id: name,
  name,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [hint && `${name}-ipucu`, error && `${name}-hata`].filter(Boolean).join(' ') || undefined,
})

export function PlainField({ name, label, hint, error, ...rest }: FieldText & ComponentProps<'input'>) {
  const text = { name, label, hint, error }
  return (
    <Frame {...text}>
      <input type="text" {...rest} {...tied(text)} className={control} />
    </Frame>
  )
}

export function PlainArea({ name, label, hint, error, ...rest }: FieldText & ComponentProps<'textarea'>) {
  const text = { name, label, hint, error }
  return (
    <Frame {...text}>
      <textarea rows={2} {...rest} {...tied(text)} className={`${control} field-sizing-content`} />
    </Frame>
  )
}

export const PlainCheck = ({ name, label }: { name: string; label: string }) => (
  <label className="flex min-h-target items-center gap-3 py-1">
    <input type="checkbox" name={name} className="size-6 shrink-0 accent-do" />
    <span className="min-w-0">{label}</span>
  </label>
)
