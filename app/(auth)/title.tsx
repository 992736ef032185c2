import type { ReactNode } from 'react'

export const Title = ({ children }: { children: ReactNode }) => (
  <h1 className="text-number font-bold tracking-tight text-balance">{children}</h1>
)
