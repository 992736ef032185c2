'use client'

import Link from 'next/link'
import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonVariant, buttonClass } from './button-class'
import { WaitingIcon } from './icons'

interface Look {
  variant?: ButtonVariant
  /** As wide as its place: the main act under the thumb. */
  full?: boolean
  /** An element, not a component: server pages can hand it over too. */
  icon?: ReactNode
}

const Label = ({ icon, children }: { icon?: ReactNode; children: ReactNode }) => (
  <>
    {icon}
    <span className="min-w-0 wrap-anywhere">{children}</span>
  </>
)

interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** The act is under way: a second tap does nothing, and the focus stays here (a disabled button would lose it). */
  pending?: boolean
}

export function Button({ variant = 'plain', full = false, icon, pending = false, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(variant, full)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={event => (pending ? event.preventDefault() : rest.onClick?.(event))}
    >
      <Label icon={pending ? <WaitingIcon /> : icon}>{children}</Label>
    </button>
  )
}

/** The main button of a form with a Server Action: pending while the action runs, and a plain submit with no script. */
export function SubmitButton({ variant = 'do', full = true, ...rest }: Omit<ButtonProps, 'pending' | 'type'>) {
  const { pending } = useFormStatus()
  return <Button {...rest} type="submit" variant={variant} full={full} pending={pending} />
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function ButtonLink({
  variant = 'plain',
  full = false,
  icon,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={buttonClass(variant, full)}>
      <Label icon={icon}>{children}</Label>
    </Link>
  )
}

/** Only for drawings everyone knows (settings, close); `label` is what a screen reader says. */
export function IconButton({
  icon,
  label,
  ...rest
}: { icon: ReactNode; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className="inline-flex size-target shrink-0 items-center justify-center rounded-control active:bg-line disabled:opacity-40"
    >
      {icon}
    </button>
  )
}
