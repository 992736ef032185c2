import 'server-only'
import type { NextRequest } from 'next/server'
import { clientOver, SESSION_COOKIE } from '@/lib/db/server/user-client'
import { LEAVING, LEAVING_COOKIE } from '../leaving-cookie'

type Cookies = ReturnType<NextRequest['cookies']['getAll']>
export type ChangedCookies = Parameters<NonNullable<Parameters<typeof clientOver>[0]['setAll']>>[0]

/**
 * Renews the session that a request carries when its token is about to expire, and only then asks the auth server; ends it when its person
 * has logged out meanwhile. The request gets the new cookies at once, for all that comes after; the answer must carry those returned.
 * An auth server out of reach renews nothing; a session it has ended is taken away.
 */
export async function renewSession(request: NextRequest): Promise<ChangedCookies> {
  // By its value: in the answer to a Server Action Next empties the cookie that we take away, and leaves it there.
  const leaving = request.cookies.get(LEAVING_COOKIE)?.value === LEAVING
  const session = sessionCookies(request)
  if (leaving) return leave(request)
  if (session.length === 0) return []
  const changes = await renewedOnce(session.map(({ value }) => value).join(), request.cookies.getAll())
  for (const { name, value } of changes) request.cookies.set(name, value)
  return changes
}

const underway = new Map<string, Promise<ChangedCookies>>()

/** A page's requests come together, and a refresh token is good for one renewal: whoever has the same session waits for the one that asks. */
function renewedOnce(session: string, cookies: Cookies): Promise<ChangedCookies> {
  const renewal = underway.get(session) ?? renewed(cookies).finally(() => underway.delete(session))
  underway.set(session, renewal)
  return renewal
}

async function renewed(cookies: Cookies): Promise<ChangedCookies> {
  const changes: ChangedCookies = []
  const client = clientOver({ getAll: () => cookies, setAll: changed => void changes.push(...changed) })
  await client.auth.getSession()
  return changes
}

/** A log-out without a network reaches us now. With the auth server away the phone is logged out all the same. */
async function leave(request: NextRequest): Promise<ChangedCookies> {
  const client = clientOver({ getAll: () => request.cookies.getAll(), setAll() {} })
  await client.auth.signOut({ scope: 'local' })
  const names = [LEAVING_COOKIE, ...sessionCookies(request).map(({ name }) => name)]
  request.cookies.delete(names)
  return names.map(name => ({ name, value: '', options: { path: '/', maxAge: 0 } }))
}

const sessionCookies = (request: NextRequest) =>
  request.cookies.getAll().filter(({ name }) => name.startsWith(SESSION_COOKIE))
