import type { ComponentProps, ReactNode } from 'react'
import { type ButtonVariant, buttonClass } from '@/components/ui/button-class'

// Links and buttons that are nothing but themselves: these pages bring no script.

interface Look {
  variant?: ButtonVariant
  full?: boolean
  icon?: ReactNode
}

export const PlainLink = ({ variant = 'plain', full = false, icon, children, ...rest }: Look & ComponentProps<'a'>) => (
  <a {...rest} className={buttonClass(variant, full)}>
    {icon}
    <span className="min-w-0 wrap-anywhere">{children}</span>
  </a>
)

/** Sends the form around it. */
export const SendButton = ({
  variant = 'do',
  full = true,
  icon,
  children,
  ...rest
}: Look & ComponentProps<'button'>) => (
  <button {...rest} type="submit" className={buttonClass(variant, full)}>
    {icon}
    <span className="min-w-0 wrap-anywhere">{children}</span>
  </button>
)

/** A link within a sentence or a line, as high as a thumb. */
export const TextLink = (props: ComponentProps<'a'>) => (
  <a {...props} className="inline-flex min-h-target items-center gap-1.5 text-do underline underline-offset-4" />
)
