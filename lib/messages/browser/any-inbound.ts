import 'client-only'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { InboundMessage } from '../message'

// Read with Bugün, and so apart from all that is seldom needed.

/** It is worked, and nobody of the shop has dealt with it. */
export const waitsForSomebody = ({ handledAt, outcome }: InboundMessage): boolean =>
  handledAt === null && outcome !== null

/** Whether a customer wrote what somebody of the shop has to read. */
export const anyInbound = async (db: ShopDatabase): Promise<boolean> =>
  (await mirror<InboundMessage>(db, 'inbound_messages').filter(waitsForSomebody).first()) !== undefined
