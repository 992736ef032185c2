import type { Id } from '@/lib/kernel/id'

/** What rows only name by their id. */
export interface Names {
  customers: ReadonlyMap<Id, string>
  services: ReadonlyMap<Id, string>
  staff: ReadonlyMap<Id, string>
  accounts: ReadonlyMap<Id, string>
}
