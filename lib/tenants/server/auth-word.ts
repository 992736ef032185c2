import 'server-only'
import type { AuthError } from '@supabase/supabase-js'
import { DbError } from '@/lib/db/server/rpc'

/**
 * Our word for a refusal of the auth server. Throws DbError for what is none: out of reach, overloaded, a fault.
 * Its own message is not passed on, since it may name an e-mail.
 */
export function authWord<Word extends string>(error: AuthError, words: Readonly<Record<string, Word>>): Word {
  const word = words[error.code ?? '']
  if (!word) throw authFault(error)
  return word
}

export function authFault({ code, name, status }: AuthError): DbError {
  return new DbError(code ?? 'network', `auth: ${name} ${status ?? ''}`)
}
