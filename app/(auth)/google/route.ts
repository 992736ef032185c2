import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { userClient } from '@/lib/db/server/user-client'
import { env } from '@/lib/env/server'
import { invitedBy, pageAfterLogIn, withInvitation } from '../invited'

/** To Google and back again: without a code the way there, with one the way in (OAuth 2 with PKCE). */
export async function GET(request: NextRequest): Promise<never> {
  const query = request.nextUrl.searchParams
  const invitation = invitedBy(query.get('davet'))
  const client = await userClient()

  const code = query.get('code')
  if (code) {
    const { error } = await client.auth.exchangeCodeForSession(code)
    redirect(error ? '/giris?google=olmadi' : pageAfterLogIn(invitation))
  }
  if (query.has('error') || !env.GOOGLE_CLIENT_ID) redirect('/giris?google=olmadi')

  const { data } = await client.auth.signInWithOAuth({
    provider: 'google',
    options: { redirectTo: env.APP_URL + withInvitation('/google', invitation), skipBrowserRedirect: true },
  })
  redirect(data.url ?? '/giris?google=olmadi')
}
