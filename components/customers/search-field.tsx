'use client'

import { useRef } from 'react'
import { IconButton } from '@/components/ui/button'
import { CloseIcon, SearchIcon } from '@/components/ui/icons'

interface SearchFieldProps {
  label: string
  value: string
  onChange: (text: string) => void
}

/** Not a form: it also stands inside of forms, where Enter must not send them. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="relative">
      <SearchIcon
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2 text-ink-soft"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={120} // as long as a name may be: what was typed can become one
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        className="min-h-target w-full rounded-control border border-edge bg-card py-2 pr-12 pl-10 text-ink placeholder:text-ink-soft [&::-webkit-search-cancel-button]:hidden"
        onChange={event => onChange(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          event.currentTarget.blur() // puts the phone's keyboard away: the results are already there
        }}
      />
      {value && (
        <span className="absolute top-0 right-0">
          <IconButton
            icon={<CloseIcon className="size-5" />}
            label="Temizle"
            onClick={() => {
              onChange('')
              input.current!.focus()
            }}
          />
        </span>
      )}
    </div>
  )
}
