import 'client-only'
import type { Id } from '@/lib/kernel/id'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { InboundMessage } from '../message'

const waits = (one: InboundMessage) => one.handledAt === null && one.outcome !== null

/** What customers wrote that somebody of the shop has to read, or to deal with: the newest first (SPEC ME15). */
export const unhandledInbound = (db: ShopDatabase): Promise<InboundMessage[]> =>
  mirror<InboundMessage>(db, 'inbound_messages').orderBy('receivedAt').reverse().filter(waits).toArray()

/** Whether there is any. */
export const anyInbound = async (db: ShopDatabase): Promise<boolean> =>
  (await mirror<InboundMessage>(db, 'inbound_messages').filter(waits).first()) !== undefined

/** The last thing that a customer answered about one of these appointments. */
export const lastAnswerAbout = async (db: ShopDatabase, ids: readonly Id[]): Promise<InboundMessage | undefined> =>
  (
    await mirror<InboundMessage>(db, 'inbound_messages')
      .where('appointmentId')
      .anyOf([...ids])
      .filter(one => one.outcome !== null)
      .sortBy('receivedAt')
  ).at(-1)
