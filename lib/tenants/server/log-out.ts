import 'server-only'
import { userClient } from '@/lib/db/server/user-client'

/** Ends this phone's session; the user's other phones stay logged in. */
export async function logOut(): Promise<void> {
  const client = await userClient()
  // The cookies are gone even when the auth server is out of reach: then its side of the session runs out by itself.
  await client.auth.signOut({ scope: 'local' })
}
