import type { Appointment } from '@/lib/appointments/appointment'
import type { Customer } from '@/lib/customers/customer'
import type { Instant } from '@/lib/kernel/zone'
import type { ContactBlock, Message, MessageSettings } from '@/lib/messages/message'
import { channelWords, kindWords, messageSentence } from './words'

export interface ToldOfVisit {
  /** The visit's first part. */
  first: Pick<Appointment, 'startsAt' | 'status' | 'customerId'>
  /** All that was, and is still to be, told of it. */
  messages: readonly Message[]
  customer: Pick<Customer, 'phones'> | undefined
  settings: MessageSettings | undefined
  blocks: readonly ContactBlock[]
  now: Instant
}

const gone = ({ state }: Message) => state !== 'planned' && state !== 'not-sent'

/** When something of a message happened last. */
const lastAt = (one: Message) => one.readAt ?? one.deliveredAt ?? one.sentAt ?? one.dueAt

/** What did not go because it was not needed is no news beside what did. */
const isNews = ({ state, reason }: Message) =>
  state !== 'not-sent' || !['superseded', 'answered', 'undone', 'moved', 'cancelled', 'past'].includes(reason ?? '')

/**
 * The one sentence that an appointment says of its messages: what was sent last and what became of it, else why nothing was, else what will be. Null: there is
 * nobody to write to, or nothing to say.
 *
 * @param when of a planned message, in words: `24 Kasım Salı 14:00`
 */
export function visitSentence(
  { first, messages, customer, settings, blocks, now }: ToldOfVisit,
  when: (at: Instant) => string,
): string | null {
  if (!first.customerId) return null
  // What a channel did not take, or has come due, waits for the owner: he reads that first.
  const owed = messages.find(
    one => one.state === 'planned' && one.channel === 'own' && (one.reason !== null || one.dueAt <= now),
  )
  if (owed) return `${messageSentence(owed)}.`
  const told = messages.filter(one => gone(one) || (one.state === 'not-sent' && isNews(one)))
  const last = [...told].sort((a, b) => (lastAt(a) < lastAt(b) ? -1 : 1)).at(-1)
  if (last) return `${messageSentence(last)}.`
  const planned = messages.find(({ state }) => state === 'planned')
  if (planned)
    return planned.channel === 'own' || planned.dueAt <= now
      ? `${messageSentence(planned)}.`
      : `${kindWords[planned.kind]} ${when(planned.dueAt)} gidecek.`
  if (first.startsAt <= now || !['requested', 'confirmed'].includes(first.status)) return null
  if (settings?.plan === 'none') return 'Mesaj gönderilmiyor: mesajlar kapalı.'
  if (customer && !customer.phones?.some(isMobile)) return 'Mesaj gönderilemiyor: cep numarası yok.'
  const out = blocks.find(({ why, purpose }) => why === 'opted-out' && purpose === 'transactional')
  if (out) return `Müşteri ${channelWords[out.channel]} mesajı istemiyor.`
  return null
}

const isMobile = (e164: string) => /^\+(?!90)|^\+905/.test(e164)
