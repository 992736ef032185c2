import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env/server'
import { renewSession } from '@/lib/tenants/server/renew-session'
import { securityHeaders } from '@/lib/tenants/server/security-headers'

/** Before every page and handler: a session about to expire is renewed, and the answer gets its security headers. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const headers = securityHeaders({
    nonce: randomBytes(16).toString('base64'),
    https: env.APP_URL.startsWith('https:'),
    development: process.env.NODE_ENV === 'development',
  })
  const cookies = await renewSession(request)

  // Next reads the nonce from the request.
  const passedOn = new Headers(request.headers)
  passedOn.set('content-security-policy', headers['content-security-policy']!)
  const response = NextResponse.next({ request: { headers: passedOn } })

  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  for (const { name, value, options } of cookies) response.cookies.set(name, value, options)
  // Kept by a cache in between, one person's session would be handed to another.
  if (cookies.length > 0) response.headers.set('cache-control', 'private, no-store')
  return response
}

// An archive that is sent in passes by: here a body would be held in memory, whoever sends it, and cut at 10 MB. Its route looks after the session itself.
export const config = {
  matcher: ['/((?!_next/|icons/|serwist/|api/import/archive|favicon.ico|icon.svg|manifest.webmanifest).*)'],
}
