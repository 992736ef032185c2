'use client'

import { type ComponentProps, createContext, type ReactNode, use, useActionState, useEffect, useRef } from 'react'
import { CheckField, RadioGroup, SelectField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { FormAction, FormState } from './form-state'

const State = createContext<FormState>({ values: {} })

/** What came out of the surrounding form. */
export const useFormState = () => use(State)

interface ActionFormProps {
  action: FormAction
  /** What the fields hold at first, by name. */
  values?: FormState['values']
  /** Hidden fields. */
  hidden?: Readonly<Record<string, string>>
  className?: string
  children: ReactNode
}

/** A form whose answer stands in its own fields. Without script it is posted and comes back as a page, the same. */
export function ActionForm({
  action,
  values = {},
  hidden = {},
  className = 'flex flex-col gap-5',
  children,
}: ActionFormProps) {
  const [state, send] = useActionState(action, { values })
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (state.errors) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])

  return (
    <State value={state}>
      {/* Our sentences instead of the browser's, which may speak another language. */}
      <form ref={form} action={send} noValidate className={className}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {state.message && (
          <div role="alert">
            <Notice tone="look" title={state.message} />
          </div>
        )}
        {children}
      </form>
    </State>
  )
}

type Named<Props> = Omit<Props, 'name' | 'error'> & { name: string }

export function FormText({ name, ...rest }: Named<ComponentProps<typeof TextField>>) {
  const { values, errors } = useFormState()
  return <TextField {...rest} name={name} defaultValue={values[name]} error={errors?.[name]} />
}

/** A password is the one thing that has to be typed again. */
export function FormPassword({ name, ...rest }: Named<ComponentProps<typeof TextField>>) {
  const { errors } = useFormState()
  return <TextField {...rest} type="password" name={name} error={errors?.[name]} />
}

export function FormCheck({ name, ...rest }: Named<ComponentProps<typeof CheckField>>) {
  const { values, errors } = useFormState()
  return <CheckField {...rest} name={name} defaultChecked={values[name] === 'on'} error={errors?.[name]} />
}

export function FormChoice({ name, ...rest }: Named<ComponentProps<typeof RadioGroup>>) {
  const { values, errors } = useFormState()
  return <RadioGroup {...rest} name={name} defaultValue={values[name]} error={errors?.[name]} />
}

export function FormSelect({ name, ...rest }: Named<ComponentProps<typeof SelectField>>) {
  const { values, errors } = useFormState()
  return <SelectField {...rest} name={name} defaultValue={values[name]} error={errors?.[name]} />
}

/** What came out, where it is only a sentence. */
export function FormDone() {
  const { done } = useFormState()
  return (
    <div role="status" className="empty:-mt-5">
      {done && <Notice title={done} />}
    </div>
  )
}
