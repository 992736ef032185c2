/** An outcome the caller must look at: a value, or one word from a closed list of refusals. */
export type Result<T, E extends string> = { ok: true; value: T } | { ok: false; error: E }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function fail<E extends string>(error: E): { ok: false; error: E } {
  return { ok: false, error }
}
