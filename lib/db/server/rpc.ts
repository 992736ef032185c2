import 'server-only'

/** Calls a function of the database as whoever the client is. Throws DbError. */
export type Rpc = <Answer>(name: string, args: Record<string, unknown>) => Promise<Answer>

/** The database could not answer. `code` is the SQLSTATE or PostgREST's code; the message names no person. */
export class DbError extends Error {
  override readonly name = 'DbError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
