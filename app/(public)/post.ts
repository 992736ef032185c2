import 'server-only'
import { NextResponse } from 'next/server'
import type { Answers } from '@/lib/booking/asked'
import { DbError } from '@/lib/db/server/rpc'
import { env } from '@/lib/env/server'
import { KeysOutOfReach } from '@/lib/tenants/server/keyring'

// The forms of customers are posted to route handlers: a Server Action's id is of one build, and a page left open over a
// deploy would fail. Each answer is a 303 to a page.

/** Room for ten thousand letters of any script, percent-encoded. */
const LONGEST_FORM = 256 * 1024

/** What a form of ours sent, by name; or the answer to one that is not ours, or is no form. */
export async function readPost(request: Request): Promise<Answers | Response> {
  if (!isOwn(request.headers)) return refusal(403, 'Bu istek bu sayfadan gelmedi.')
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return refusal(415, 'Bu bir form değil.')
  const text = await readAtMost(request, LONGEST_FORM)
  if (text === null) return refusal(413, 'Yazdıklarınız çok uzun.')
  const form = new URLSearchParams(text)
  return name => form.getAll(name)
}

/** A browser says which site a form was on: it must be this one, by the name it is known or asked by. */
export function isOwn(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  return [new URL(env.APP_URL).host, headers.get('host')].includes(new URL(origin).host)
}

async function readAtMost(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.length
    if (size > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}

const refusal = (status: number, sentence: string) =>
  new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** On to a page, as after every form: reloading it sends nothing again. */
export const seeOther = (path: string): NextResponse =>
  new NextResponse(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })

/** There is nothing at that address. */
export const nothingHere = () => refusal(404, 'Bu adreste bir şey yok.')

/** What `act` answers; or, with the database or the keys out of reach, `otherwise`: we hear of it, and the customer is told in a sentence. */
export async function orElse<T>(act: () => Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof DbError || error instanceof KeysOutOfReach)) throw error
    console.error(`a customer could not be answered: ${error.name} ${error.message}`)
    return otherwise()
  }
}

/** A cookie of these pages, as safe as a cookie is. */
export const cookie = (path: string, seconds: number) =>
  ({
    path,
    maxAge: seconds,
    httpOnly: true,
    sameSite: 'lax',
    secure: env.APP_URL.startsWith('https:'),
  }) as const
