import 'client-only'
import type { Appointment } from '@/lib/appointments/appointment'
import { groupBy } from '@/lib/kernel/group-by'
import type { Id } from '@/lib/kernel/id'
import type { Instant } from '@/lib/kernel/zone'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { ContactBlock, Kind, Message, MessageSettings } from '../message'
import { stillTrue } from '../still-true'

/** What waits for the owner's own hand and has come due, the most urgent first (SPEC ME11). Of two words on one visit the later says it all. */
export async function ownMessages(db: ShopDatabase, now: Instant): Promise<Message[]> {
  const planned = await mirror<Message>(db, 'messages').where('state').equals('planned').toArray()
  const due = planned.filter(one => one.channel === 'own' && one.dueAt <= now && now < one.expiresAt)
  const bySubject = groupBy(due, one => one.subject)
  const visits = await visitsOf(db, [...bySubject.keys()])
  return due
    .filter(one => stillTrue(one, visits.get(one.subject) ?? [], now))
    .filter(one => !bySubject.get(one.subject)!.some(later => overtakes(later, one)))
    .sort((a, b) => (a.expiresAt + a.id < b.expiresAt + b.id ? -1 : 1))
}

const standing: readonly Kind[] = ['request-received', 'confirmation', 'moved', 'cancelled', 'declined']

const overtakes = (later: Message, one: Message) =>
  one.kind === 'reminder-day'
    ? later.kind === 'reminder-hours'
    : standing.includes(one.kind) && standing.includes(later.kind) && later.createdAt > one.createdAt

/** The parts of these visits, read at once: a shop that sends by hand may have hundreds of messages waiting. */
async function visitsOf(db: ShopDatabase, subjects: Id[]): Promise<Map<Id, Appointment[]>> {
  const appointments = mirror<Appointment>(db, 'appointments')
  const [parts, alone] = await Promise.all([
    appointments.where('visitId').anyOf(subjects).toArray(),
    appointments.bulkGet(subjects),
  ])
  return groupBy([...parts, ...alone.flatMap(one => one ?? [])], part => part.visitId ?? part.id)
}

/** What was, and is still to be, told about a visit: the oldest first. */
export const messagesAbout = (db: ShopDatabase, subject: Id): Promise<Message[]> =>
  mirror<Message>(db, 'messages').where('subject').equals(subject).sortBy('dueAt')

/** How the shop writes to its customers; undefined on a phone that has not heard from the server since there are such settings. */
export const messageSettings = (db: ShopDatabase, shopId: Id): Promise<MessageSettings | undefined> =>
  mirror<MessageSettings>(db, 'message_settings').get(shopId)

/** By what this customer is not written to. */
export const blocksOf = async (db: ShopDatabase, customerId: Id): Promise<ContactBlock[]> =>
  (await mirror<ContactBlock>(db, 'contact_blocks').where('customerId').equals(customerId).toArray()).filter(
    one => !one.liftedAt,
  )

/** The messages that were sent from then on, and those that were not because of a channel. */
export const messagesSince = (db: ShopDatabase, since: Instant): Promise<Message[]> =>
  mirror<Message>(db, 'messages')
    .where('dueAt')
    .aboveOrEqual(since)
    .filter(one => one.state !== 'planned')
    .toArray()
