import 'server-only'
import type { NextRequest } from 'next/server'
import { clientOver, SESSION_COOKIE } from '@/lib/db/server/user-client'

export type ChangedCookies = Parameters<NonNullable<Parameters<typeof clientOver>[0]['setAll']>>[0]

/**
 * Renews the session that a request carries when its token is about to expire, and only then asks the auth server.
 * The request gets the new cookies at once, for all that comes after; the answer must carry those returned.
 * An auth server out of reach changes nothing; a session it has ended is taken away.
 */
export async function renewSession(request: NextRequest): Promise<ChangedCookies> {
  const changes: ChangedCookies = []
  if (!request.cookies.getAll().some(({ name }) => name.startsWith(SESSION_COOKIE))) return changes
  const client = clientOver({
    getAll: () => request.cookies.getAll(),
    setAll(changed) {
      for (const { name, value } of changed) request.cookies.set(name, value)
      changes.push(...changed)
    },
  })
  await client.auth.getSession()
  return changes
}
