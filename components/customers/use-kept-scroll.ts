'use client'

import { useLayoutEffect, useRef } from 'react'

/** Inside an Activity: puts the page back where it was when the caller is shown again. */
export function useKeptScroll(): void {
  const top = useRef(0)
  useLayoutEffect(() => {
    scrollTo(0, top.current)
    const note = () => {
      top.current = scrollY
    }
    addEventListener('scroll', note, { passive: true })
    return () => removeEventListener('scroll', note)
  }, [])
}
