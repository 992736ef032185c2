'use client'

import { useEffect, useState } from 'react'

/** What opens a visit to whoever has it, and what the server is told of it. */
export interface LinkToken {
  token: string
  /** SHA-256 in hex. */
  hash: string
}

/** 256 random bits in base64url: nobody guesses it. */
async function newToken(): Promise<LinkToken> {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const token = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  const hash = Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
  return { token, hash }
}

/** A token made beforehand, so that the tap that sends it can open WhatsApp at once: a browser opens nothing that comes late. */
export function useLinkToken(): LinkToken | null {
  const [made, setMade] = useState<LinkToken | null>(null)
  useEffect(() => {
    let gone = false
    newToken().then(token => gone || setMade(token))
    return () => {
      gone = true
    }
  }, [])
  return made
}

/** Where the customer sees his visit. */
export const visitUrl = ({ token }: LinkToken): string => `${location.origin}/r/${token}`
