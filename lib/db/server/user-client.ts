import 'server-only'
import { type CookieMethodsServer, createServerClient } from '@supabase/ssr'
import type { SupabaseClient } from '@supabase/supabase-js'
import { cookies } from 'next/headers'
import WebSocket from 'ws'
import { env } from '@/lib/env/server'

/** The cookie that holds a session. A long one is cut into `siftah.0`, `siftah.1`, … */
export const SESSION_COOKIE = 'siftah'

/** Supabase with the rights of whoever these cookies belong to; writes the cookies when the session changes. */
export function clientOver({ getAll, setAll }: CookieMethodsServer): SupabaseClient {
  return createServerClient(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    // Without the user's record: it would double what every request of a phone carries.
    cookies: { getAll, setAll, encode: 'tokens-only' },
    cookieOptions: {
      name: SESSION_COOKIE,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: env.APP_URL.startsWith('https:'),
    },
    // Never connected; Node 20 has no WebSocket of its own, and supabase-js insists on one.
    realtime: { transport: WebSocket as never },
  })
}

/** Supabase as the user who asks. */
export async function userClient(): Promise<SupabaseClient> {
  const jar = await cookies()
  return clientOver({
    getAll: () => jar.getAll(),
    setAll(changed) {
      try {
        for (const { name, value, options } of changed) jar.set(name, value, options)
      } catch {
        // A page cannot set cookies once it renders. It need not: proxy.ts has renewed what was about to expire.
      }
    },
  })
}
