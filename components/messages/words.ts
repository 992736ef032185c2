import type { ChannelName, Kind, Message, Reason } from '@/lib/messages/message'

/** What a message is, as the owner would call it. */
export const kindWords: Record<Kind, string> = {
  'request-received': 'İstek alındı',
  confirmation: 'Randevu onayı',
  'reminder-day': 'Hatırlatma',
  'reminder-hours': 'Son hatırlatma',
  moved: 'Yeni saat',
  cancelled: 'İptal',
  declined: 'Yer yok',
  'slot-offer': 'Boşalan saat',
  'too-late': 'İptal süresi geçti',
  'offer-gone': 'Saat doldu',
  statement: 'Hesap özeti',
  'kvkk-link': 'Bilgilerim sayfası',
  'accountant-link': 'Muhasebe dökümü',
}

export const channelWords: Record<ChannelName, string> = {
  whatsapp: 'WhatsApp',
  sms: 'SMS',
  email: 'E-posta',
  own: 'Kendi WhatsApp’ınız',
}

/** Why a message did not go, or not by the channel before; the end of a sentence that names the message. */
export const reasonWords: Record<Reason, string> = {
  past: 'zamanı geçmişti',
  cancelled: 'randevu iptal edilmişti',
  moved: 'randevunun saati değişmişti',
  answered: 'gerek kalmamıştı',
  undone: 'iptalden vazgeçilmişti',
  superseded: 'yerine yenisi gönderildi',
  gone: 'kaydı silinmişti',
  'nothing-owed': 'borcu kalmamıştı',
  'switched-off': 'mesajlar kapalıydı',
  'by-owner': 'siz gerek görmediniz',
  'opted-out': 'müşteri mesaj istemiyor',
  'no-whatsapp': 'numarası WhatsApp’ta yok',
  unreachable: 'numarası mesaj almıyor',
  'no-number': 'cep numarası yok',
  withheld: 'WhatsApp iletmedi',
  'not-delivered': 'telefonuna ulaşmadı',
  'channel-off': 'bu yol henüz açık değil',
  cap: 'aylık sınırınız doldu',
  template: 'metin henüz onaylanmadı',
  'set-up': 'mesaj hesabında bir sorun var',
  provider: 'mesaj şirketi yanıt vermedi',
  lost: 'gidip gitmediği bilinmiyor',
}

const doneWords: Partial<Record<Message['state'], string>> = {
  unknown: 'gönderiliyor',
  sent: 'gönderildi',
  delivered: 'ulaştı',
  read: 'okundu',
}

/** One plain sentence: `Hatırlatma okundu`, `Hatırlatma: numarası WhatsApp’ta yok; SMS gönderildi`, `Randevu onayı gitmedi: randevu iptal edilmişti`. */
export function messageSentence({
  kind,
  state,
  reason,
  channel,
}: Pick<Message, 'kind' | 'state' | 'reason' | 'channel'>): string {
  const what = kindWords[kind]
  const why = reason && reasonWords[reason]
  if (state === 'not-sent' || state === 'failed') return `${what} gitmedi${why ? `: ${why}` : ''}`
  if (state === 'planned') {
    const waits = channel === 'own' ? 'sizin göndermeniz bekleniyor' : 'zamanı gelince gidecek'
    return why ? `${what}: ${why}; ${waits}` : `${what}: ${waits}`
  }
  const done = doneWords[state]!
  return why ? `${what}: ${why}; ${channelWords[channel]} ${done}` : `${what} ${done}`
}
