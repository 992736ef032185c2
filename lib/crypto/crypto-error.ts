/**
 * - `not-an-envelope`: the text does not have the form, or the version is not known
 * - `unknown-key`: the form is right, the key it names is not here (retired and deleted, or of another shop)
 * - `tampered`: the key is here and the seal does not hold: changed, or moved to another place
 */
export type CryptoFailure = 'not-an-envelope' | 'unknown-key' | 'tampered'

/** Thrown by everything here that opens or unwraps. Says which of the three, and nothing of what was inside. */
export class CryptoError extends Error {
  override readonly name = 'CryptoError'
  readonly code: CryptoFailure

  constructor(code: CryptoFailure) {
    super(code)
    this.code = code
  }
}
