import 'server-only'
import type { Id } from '@/lib/kernel/id'

/** Whose key it is. Bound into the wrapping: a wrapped key copied into another shop's row does not unwrap there. */
export interface KeyContext {
  tenantId: Id
}

/**
 * Holds master keys that never leave it, and wraps the shops' keys under them. What it answers names itself:
 * `<service>.<version>.<master key id>.<…>`, so that a row tells by whom it can be unwrapped.
 */
export interface KeyService {
  readonly name: 'local' | 'aws-kms' | 'supabase-vault'
  /** Wraps 32 bytes under the newest master key. */
  wrap(key: Uint8Array, context: KeyContext): Promise<string>
  /**
   * Throws CryptoError: `not-an-envelope` for another service's or version's text, `unknown-key` for a master key that is
   * gone, `tampered` for a changed text or another shop's.
   */
  unwrap(wrapped: string, context: KeyContext): Promise<Uint8Array>
}

/** The same key under the newest master key of `to`: rotation of the master key, or a move to another service. */
export async function rewrap(wrapped: string, context: KeyContext, from: KeyService, to = from): Promise<string> {
  return to.wrap(await from.unwrap(wrapped, context), context)
}
