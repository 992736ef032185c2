'use client'

import { useSyncExternalStore } from 'react'

/** Whether the phone believes it has a network. It may be wrong about the server: that is `standing.trouble`. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    listener => {
      addEventListener('online', listener)
      addEventListener('offline', listener)
      return () => {
        removeEventListener('online', listener)
        removeEventListener('offline', listener)
      }
    },
    () => navigator.onLine,
    () => true,
  )
