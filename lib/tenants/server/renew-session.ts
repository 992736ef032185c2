import 'server-only'
import type { SupabaseClient } from '@supabase/supabase-js'
import type { NextRequest } from 'next/server'
import { clientOver, SESSION_COOKIE } from '@/lib/db/server/user-client'
import { LEAVING, LEAVING_COOKIE } from '../leaving-cookie'

export type ChangedCookies = Parameters<NonNullable<Parameters<typeof clientOver>[0]['setAll']>>[0]

/**
 * Renews the session that a request carries when its token is about to expire, and only then asks the auth server; ends it when its person
 * has logged out meanwhile. The request gets the new cookies at once, for all that comes after; the answer must carry those returned.
 * An auth server out of reach renews nothing; a session it has ended is taken away.
 */
export async function renewSession(request: NextRequest): Promise<ChangedCookies> {
  const changes: ChangedCookies = []
  // By its value: in the answer to a Server Action Next empties the cookie that we take away, and leaves it there.
  const leaving = request.cookies.get(LEAVING_COOKIE)?.value === LEAVING
  if (!leaving && sessionCookies(request).length === 0) return changes
  const client = clientOver({
    getAll: () => request.cookies.getAll(),
    setAll(changed) {
      for (const { name, value } of changed) request.cookies.set(name, value)
      changes.push(...changed)
    },
  })
  if (leaving) changes.push(...(await leave(request, client)))
  else await client.auth.getSession()
  return changes
}

/** A log-out without a network reaches us now. With the auth server away the phone is logged out all the same. */
async function leave(request: NextRequest, client: SupabaseClient): Promise<ChangedCookies> {
  await client.auth.signOut({ scope: 'local' })
  const names = [LEAVING_COOKIE, ...sessionCookies(request)]
  request.cookies.delete(names)
  return names.map(name => ({ name, value: '', options: { path: '/', maxAge: 0 } }))
}

const sessionCookies = (request: NextRequest) =>
  request.cookies
    .getAll()
    .map(({ name }) => name)
    .filter(name => name.startsWith(SESSION_COOKIE))
