/** `do`: the one main act of a screen. `plain`: the other acts. `quiet`: small ones. `look`: cannot be undone. */
export type ButtonVariant = 'do' | 'plain' | 'quiet' | 'look'

const colours: Record<ButtonVariant, string> = {
  do: 'border-do bg-do text-do-ink',
  plain: 'border-edge bg-card text-ink',
  quiet: 'border-transparent text-do',
  look: 'border-look bg-look text-look-ink',
}

/** How a button looks. Apart from button.tsx, for pages that bring no script have buttons too. */
export const buttonClass = (variant: ButtonVariant, full: boolean) =>
  `inline-flex min-h-target max-w-full items-center justify-center gap-2 rounded-control border px-4 py-2 text-center font-semibold transition-opacity active:opacity-75 [&>svg]:size-5 [&>svg]:shrink-0 aria-disabled:cursor-default aria-disabled:opacity-60 disabled:opacity-60 ${colours[variant]} ${full ? 'w-full' : ''}`
