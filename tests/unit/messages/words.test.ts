import { expect, test } from 'vitest'
import { messageSentence } from '@/components/messages/words'

test.each([
  [{ kind: 'reminder-day', state: 'read', reason: null, channel: 'whatsapp' }, 'Hatırlatma okundu'],
  [
    { kind: 'reminder-day', state: 'sent', reason: 'no-whatsapp', channel: 'sms' },
    'Hatırlatma: numarası WhatsApp’ta yok; SMS gönderildi',
  ],
  [
    { kind: 'confirmation', state: 'not-sent', reason: 'cancelled', channel: 'own' },
    'Randevu onayı gitmedi: randevu iptal edilmişti',
  ],
  [
    { kind: 'confirmation', state: 'planned', reason: null, channel: 'own' },
    'Randevu onayı: sizin göndermeniz bekleniyor',
  ],
  [
    { kind: 'moved', state: 'planned', reason: 'opted-out', channel: 'own' },
    'Yeni saat: müşteri mesaj istemiyor; sizin göndermeniz bekleniyor',
  ],
] as const)('%o is told in a plain sentence', (message, sentence) => {
  expect(messageSentence(message)).toBe(sentence)
})
