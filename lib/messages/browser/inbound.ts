import 'client-only'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { InboundMessage } from '../message'
import { waitsForSomebody } from './any-inbound'

/** What customers wrote that somebody of the shop has to read, or to deal with: the newest first (SPEC ME15). */
export const unhandledInbound = (db: ShopDatabase): Promise<InboundMessage[]> =>
  mirror<InboundMessage>(db, 'inbound_messages').orderBy('receivedAt').reverse().filter(waitsForSomebody).toArray()
