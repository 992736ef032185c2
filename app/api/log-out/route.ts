import { logOut } from '@/lib/tenants/server/log-out'

// A route and not a Server Action: the shell that calls it may be older than this build, and actions' ids change with the build.

/** Ends this phone's session. */
export async function POST(): Promise<Response> {
  await logOut()
  return new Response(null, { status: 204 })
}
