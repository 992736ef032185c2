import { INVITATION_TOKEN } from '@/lib/tenants/invitation-token'

/** The token of the invitation that brought a visitor to `?davet=…`. */
export const invitedBy = (value: unknown): string | undefined =>
  typeof value === 'string' && INVITATION_TOKEN.test(value) ? value : undefined

/** The same way on, the invitation kept in mind. */
export const withInvitation = (path: string, token: string | undefined) => (token ? `${path}?davet=${token}` : path)

/** Where somebody goes who has just logged in. */
export const pageAfterLogIn = (token: string | undefined) => (token ? `/davet/${token}` : '/basla')

/** The roles as an invitation and a team list say them. */
export const roleNames = { owner: 'Dükkân sahibi', staff: 'Çalışan', accountant: 'Muhasebeci' } as const
