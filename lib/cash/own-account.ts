import { v5 } from 'uuid'
import type { Id } from '@/lib/kernel/id'
import type { Account } from './transfer'

/** Kinds of account that belong to somebody: a customer's debt and deposit, a chair's share and tips. */
export type OwnKind = 'veresiye' | 'kapora' | 'staff'

/** An account to be opened unless it is open already. */
export type OwnAccount = Pick<Account, 'id' | 'kind' | 'customerId' | 'staffId'> & { kind: OwnKind }

/** The account of that kind of a customer or a chair: its id follows from whose it is, so that two phones open the same one (SPEC CA13). */
export const ownAccount = (kind: OwnKind, whose: Id): OwnAccount => ({
  id: v5(kind, whose),
  kind,
  customerId: kind === 'staff' ? null : whose,
  staffId: kind === 'staff' ? whose : null,
})
