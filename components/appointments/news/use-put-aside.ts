'use client'

import { useState } from 'react'

/** So many are remembered; older ones speak of what is past. */
const MOST = 200

/** What somebody has seen on this phone and does not want to see again. Keys name rows, never people. */
export function usePutAside(name: string): {
  isAside: (key: string) => boolean
  putAside: (keys: readonly string[]) => void
} {
  const storageKey = `siftah.aside.${name}`
  const [aside, setAside] = useState<string[]>(() => read(storageKey))
  return {
    isAside: key => aside.includes(key),
    putAside: keys => {
      const next = [...aside, ...keys].slice(-MOST)
      localStorage.setItem(storageKey, JSON.stringify(next))
      setAside(next)
    },
  }
}

function read(storageKey: string): string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
  return Array.isArray(kept) ? kept.filter(key => typeof key === 'string') : []
}
