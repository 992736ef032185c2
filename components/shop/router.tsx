'use client'

import type { AnchorHTMLAttributes } from 'react'
import { useSyncExternalStore } from 'react'
import { layerOnTop, whenSettled } from '@/components/ui/layers'

// The three menus are views of one page, switched on the phone: a router that asks the server for each of them is slow on a bad line
// and, offline, reloads the page. Addresses stay real: each can be opened, reloaded and shared.

const listeners = new Set<() => void>()
const notify = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

/** The path now shown; null while the server renders, which does not know it: one shell serves every path. */
export const usePath = (): string | null =>
  useSyncExternalStore(
    subscribe,
    () => location.pathname,
    () => null,
  )

/** The value of a search parameter of the address now shown. */
export const useSearchParam = (name: string): string | null =>
  useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(location.search).get(name),
    () => null,
  )

/** Goes to another view. From within a layer it takes the layer's entry over: one step back leads to the page that the layer lay over. */
export function navigate(href: string, { replace = false } = {}): void {
  whenSettled(() => {
    if (replace || layerOnTop()) history.replaceState(null, '', href)
    else history.pushState(null, '', href)
    scrollTo(0, 0)
    notify()
  })
}

/** A link between views of the shop. */
export function ShopLink({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a
      href={href}
      onClick={event => {
        onClick?.(event)
        if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        navigate(href)
      }}
      {...rest}
    />
  )
}
