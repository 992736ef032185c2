import { v7, validate } from 'uuid'

/** A UUID in lower case. */
export type Id = string

/** A new UUIDv7: made on the phone, so that a row has its name before the server has heard of it; sorts by time of making. */
export function newId(): Id {
  return v7()
}

/** Whether the text is a UUID of any version, written as Postgres writes it: lower case, with hyphens. */
export function isId(text: string): boolean {
  return validate(text) && text === text.toLowerCase()
}
