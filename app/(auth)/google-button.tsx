import { env } from '@/lib/env/server'
import { withInvitation } from './invited'

/** Only where Google is set up. A plain link: it leaves the site, and must not be fetched ahead. */
export function GoogleButton({ invitation }: { invitation: string | undefined }) {
  if (!env.GOOGLE_CLIENT_ID) return null
  return (
    <a
      href={withInvitation('/google', invitation)}
      className="inline-flex min-h-target items-center justify-center rounded-control border border-edge bg-card px-4 py-2 font-semibold"
    >
      Google ile devam et
    </a>
  )
}
