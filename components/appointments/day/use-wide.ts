'use client'

import { useSyncExternalStore } from 'react'

/** From a tablet on each chair has a column of its own. */
const WIDE = '(min-width: 48rem)'

export const useWide = (): boolean =>
  useSyncExternalStore(
    listener => {
      const query = matchMedia(WIDE)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(WIDE).matches,
    () => false,
  )
