import type { ReactNode } from 'react'

// The drawings of components/ui/icons (lucide, ISC), written out: lucide's own come with script, and these pages bring none.

const Drawing = ({ children }: { children: ReactNode }) => (
  <svg
    viewBox="0 0 24 24"
    aria-hidden="true"
    className="size-6 shrink-0 fill-none stroke-current stroke-2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {children}
  </svg>
)

export const PlainCallIcon = () => (
  <Drawing>
    <path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384" />
  </Drawing>
)

export const PlainPlaceIcon = () => (
  <Drawing>
    <path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0" />
    <circle cx="12" cy="10" r="3" />
  </Drawing>
)

export const PlainBackIcon = () => (
  <Drawing>
    <path d="m15 18-6-6 6-6" />
  </Drawing>
)

export const PlainOnIcon = () => (
  <Drawing>
    <path d="m9 18 6-6-6-6" />
  </Drawing>
)

export const PlainCalendarIcon = () => (
  <Drawing>
    <path d="M16 18h6M16 2v3M19 15v6M21 11.5V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h8.3M3 9h18M8 2v3" />
  </Drawing>
)

export const PlainDoneIcon = () => (
  <Drawing>
    <path d="M20 6 9 17l-5-5" />
  </Drawing>
)

export const PlainWarningIcon = () => (
  <Drawing>
    <path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01" />
  </Drawing>
)

export const PlainMessageIcon = () => (
  <Drawing>
    <path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719" />
  </Drawing>
)
