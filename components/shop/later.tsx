'use client'

import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { isNotDownloaded } from './is-not-downloaded'
import { NotDownloaded } from './not-shown'

/**
 * A part of the shop whose code is read when it is first shown; until it is there nothing is. The service worker keeps every part, so that
 * none is missing offline; before it does, a dropped line can leave one out, and then that is said in its place.
 *
 * Not `React.lazy`: what its Suspense boundary was waiting for React holds back until 300 ms have gone by, and here it comes within ten.
 */
export function later<Props extends object>(read: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  // biome-ignore lint/correctness/noComponentHookFactories: called at the top of a module only, as React.lazy is
  return function Later(props) {
    const [phase, setPhase] = useState<'reading' | 'read' | 'missing'>(Part ? 'read' : 'reading')
    const again = useCallback(() => setPhase('reading'), [])
    useEffect(() => {
      if (phase !== 'reading') return
      read().then(
        part => {
          Part = part
          setPhase('read')
        },
        error =>
          setPhase(() => {
            if (isNotDownloaded(error)) return 'missing'
            throw error // while rendering, so that the boundary around the view takes it
          }),
      )
    }, [phase])
    if (Part) return <Part {...props} />
    return phase === 'missing' ? <NotDownloaded onAgain={again} /> : null
  }
}
