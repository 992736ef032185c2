import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Cursor } from '@/lib/sync/protocol'

/** A shop as its phones and its customers know it, at the moment the load begins. */
export interface Shop {
  tenantId: Id
  userId: Id
  /** The owner's session. His phones share it: the server keeps nothing of a session that could tell them apart. */
  cookie: string
  /** Everything up to here has been downloaded. */
  cursor: Cursor
  chairs: Id[]
  services: { id: Id; minutes: number; price: Kurus }[]
  customers: Id[]
  /** Where takings come from and go to. */
  income: Id
  till: Id
  slug: string
  /** Tokens of links to visits that lie ahead. */
  links: string[]
}

/** What the load script is told, in one file. */
export interface World {
  url: string
  /** Nothing happens in these while the load runs: their phones ask in vain. */
  quiet: Shop[]
  /** Their phones write, and their customers book. */
  busy: Shop[]
}
