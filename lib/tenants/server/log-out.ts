import 'server-only'
import { cookies } from 'next/headers'
import { SESSION_COOKIE, userClient } from '@/lib/db/server/user-client'

/** Ends this phone's session, at once and wherever it was copied to; the user's other phones stay logged in. */
export async function logOut(): Promise<void> {
  const client = await userClient()
  const { error } = await client.auth.signOut({ scope: 'local' })
  // With the auth server out of reach supabase-js leaves the session where it is. The phone is logged out all the same; only a copy of its
  // cookies would still be worth something, until a new password ends all of the user's sessions.
  if (error) await takeSessionAway()
}

async function takeSessionAway(): Promise<void> {
  const jar = await cookies()
  for (const { name } of jar.getAll()) if (name.startsWith(SESSION_COOKIE)) jar.set(name, '', { path: '/', maxAge: 0 })
}
