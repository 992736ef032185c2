'use client'

import { type ComponentType, useEffect, useState } from 'react'

/**
 * A part of the shop whose code is read when it is first shown; until it is there nothing is. The service worker keeps every part, so that
 * none is missing offline.
 *
 * Not `React.lazy`: what its Suspense boundary was waiting for React holds back until 300 ms have gone by, and here it comes within ten.
 */
export function later<Props extends object>(read: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  // biome-ignore lint/correctness/noComponentHookFactories: called at the top of a module only, as React.lazy is
  return function Later(props) {
    const [isRead, setRead] = useState(Part !== undefined)
    useEffect(() => {
      if (isRead) return
      read().then(
        part => {
          Part = part
          setRead(true)
        },
        error =>
          setRead(() => {
            throw error // while rendering, so that the page's error boundary takes it
          }),
      )
    }, [isRead])
    return Part ? <Part {...props} /> : null
  }
}
