import { describe, expect, test } from 'vitest'
import { standingWords } from '@/components/messages/customer-messages'
import { type ToldOfVisit, visitSentence } from '@/components/messages/visit-sentence'
import type { ContactBlock, Message, MessageSettings } from '@/lib/messages/message'

const NOW = '2026-11-25T09:00:00.000Z'
const STARTS = '2026-11-27T11:30:00.000Z'

const message = (it: Partial<Message>): Message =>
  ({
    ...{ kind: 'confirmation', state: 'planned', reason: null, channel: 'whatsapp', dueAt: '2026-11-25T08:00:00.000Z' },
    ...{ sentAt: null, deliveredAt: null, readAt: null },
    ...it,
  }) as Message
const block = (it: Partial<ContactBlock>): ContactBlock =>
  ({ channel: 'whatsapp', purpose: 'transactional', why: 'opted-out', ...it }) as ContactBlock

const sentence = (messages: Message[], more: Partial<ToldOfVisit> = {}) =>
  visitSentence(
    {
      first: { startsAt: STARTS, status: 'confirmed', customerId: 'c' },
      messages,
      customer: { phones: ['+905320000101'] },
      settings: { plan: 'whatsapp' } as MessageSettings,
      blocks: [],
      now: NOW,
      ...more,
    },
    at => `(${at.slice(5, 16)})`,
  )

const sentAt = '2026-11-25T08:30:00.000Z'

describe('an appointment says in one sentence', () => {
  test.each<[string, Partial<Message>[]]>([
    ['Randevu onayı okundu.', [{ state: 'read', sentAt, readAt: sentAt }]],
    [
      'Hatırlatma ulaştı.',
      [
        { state: 'read', sentAt, readAt: sentAt },
        { kind: 'reminder-day', state: 'delivered', sentAt: NOW, deliveredAt: NOW },
      ],
    ],
    [
      'Hatırlatma: numarası WhatsApp’ta yok; SMS gönderildi.',
      [{ kind: 'reminder-day', state: 'sent', sentAt, reason: 'no-whatsapp', channel: 'sms' }],
    ],
    [
      'Randevu onayı ulaştı.', // what was not needed is no news
      [
        { state: 'delivered', sentAt, deliveredAt: sentAt },
        { kind: 'reminder-day', state: 'not-sent', reason: 'superseded', dueAt: NOW },
      ],
    ],
    ['Hatırlatma (11-26T11:30) gidecek.', [{ kind: 'reminder-day', dueAt: '2026-11-26T11:30:00.000Z' }]],
    ['Randevu onayı: sizin göndermeniz bekleniyor.', [{ channel: 'own' }]],
    [
      'Hatırlatma: müşteri mesaj istemiyor; sizin göndermeniz bekleniyor.',
      [
        { state: 'read', sentAt, readAt: sentAt },
        { kind: 'reminder-day', reason: 'opted-out', channel: 'own', dueAt: '2026-11-26T11:30:00.000Z' },
      ],
    ],
    ['Randevu onayı gitmedi: cep numarası yok.', [{ state: 'not-sent', reason: 'no-number' }]],
  ])('%s', (said, messages) => expect(sentence(messages.map(message))).toBe(said))

  test('why there is nothing', () => {
    expect(sentence([], { settings: { plan: 'none' } as MessageSettings })).toBe(
      'Mesaj gönderilmiyor: mesajlar kapalı.',
    )
    expect(sentence([], { customer: { phones: ['+902165550101'] } })).toBe('Mesaj gönderilemiyor: cep numarası yok.')
    expect(sentence([], { blocks: [block({})] })).toBe('Müşteri WhatsApp mesajı istemiyor.')
  })

  test('nothing, where there is nobody to write to or nothing ahead', () => {
    const first = { startsAt: STARTS, status: 'confirmed' as const, customerId: null }
    expect(sentence([], { first })).toBeNull()
    expect(sentence([], { first: { ...first, customerId: 'c', startsAt: sentAt } })).toBeNull()
  })
})

test('[ME9] a customer’s card says by what he is not to be written to, each once', () => {
  expect(
    standingWords([
      block({}),
      block({ purpose: 'promotion' }),
      block({ why: 'no-whatsapp' }),
      block({ channel: 'sms' }),
    ]),
  ).toEqual([
    'Numarası WhatsApp’ta yok.',
    'SMS mesajı istemiyor.',
    'WhatsApp mesajı istemiyor.',
    'WhatsApp tanıtımı istemiyor.',
  ])
})
