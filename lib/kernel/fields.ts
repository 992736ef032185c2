import * as z from 'zod/mini'

// The forms of fields that commands and forms share.

/** A UUID in lower case. */
export const id = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))

/** An instant in ISO form, UTC, milliseconds. */
export const instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  z.refine(text => !Number.isNaN(Date.parse(text))),
)

/** A date that exists: `2026-02-29` does not. */
export const day = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/),
  z.refine(text => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)),
)

/** Text that Postgres can hold: no NUL, no half of a surrogate pair. */
const text = z.string().check(z.refine(value => !value.includes('\0') && !/\p{Surrogate}/u.test(value)))

/** Required text of at most `max` characters; surrounding space is dropped. */
export const words = (max: number) => text.check(z.trim(), z.minLength(1), z.maxLength(max))

/** Text that may be left out: null, never empty. */
export const optionalWords = (max: number) =>
  z.nullable(
    z.pipe(
      text.check(z.trim(), z.maxLength(max)),
      z.transform(value => value || null),
    ),
  )

/** E.164, as lib/kernel/phone.ts makes it. */
export const e164 = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/))

/** Kuruş, from zero to a billion lira. */
export const price = z.int().check(z.minimum(0), z.maximum(100_000_000_000))

/** Kuruş that move: never zero, never negative. */
export const amount = z.int().check(z.minimum(1), z.maximum(100_000_000_000))
