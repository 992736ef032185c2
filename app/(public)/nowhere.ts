import 'server-only'
import { redirect } from 'next/navigation'

/**
 * To an address that no route answers, and so to app/not-found.tsx with its 404. Next's own `notFound()` draws its page by
 * script: with none it stays white.
 */
export const leadNowhere = (): never => redirect('/yok')
