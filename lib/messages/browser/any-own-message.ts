import 'client-only'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Message } from '../message'

/** Whether anything may wait for the owner's own hand: cheap, and never a no for something. Apart, for Bugün asks it at every start. */
export const anyOwnMessage = async (db: ShopDatabase): Promise<boolean> =>
  (await mirror<Message>(db, 'messages')
    .where('state')
    .equals('planned')
    .filter(one => one.channel === 'own')
    .first()) !== undefined
