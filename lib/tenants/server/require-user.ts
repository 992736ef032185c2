import 'server-only'
import { isAuthSessionMissingError, type SupabaseClient } from '@supabase/supabase-js'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { userClient } from '@/lib/db/server/user-client'
import type { Id } from '@/lib/kernel/id'
import { authFault } from './auth-word'

export interface User {
  id: Id
  email: string
  /** As given at registration, or by Google; may be empty. */
  name: string
  client: SupabaseClient
}

/** Who asks, confirmed by the auth server, or null. Asked once per request. Throws DbError. */
export const userOfRequest = cache(async (): Promise<User | null> => {
  const client = await userClient()
  const { data, error } = await client.auth.getUser()
  if (!error) {
    const { id, email = '', user_metadata: about } = data.user
    return { id, email, name: String(about.name ?? about.full_name ?? ''), client }
  }
  const ended = isAuthSessionMissingError(error) || error.status === 401 || error.status === 403
  if (!ended) throw authFault(error)
  return null
})

/** Who asks; whoever is not logged in is led to the log-in page. */
export async function requireUser(): Promise<User> {
  return (await userOfRequest()) ?? redirect('/giris')
}
