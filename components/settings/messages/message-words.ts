import type { ChannelsHere } from '@/lib/messages/channels-here'
import type { Plan } from '@/lib/messages/message'

export const planWords: Record<Plan, string> = {
  own: 'Kendi WhatsApp’ımdan, ben gönderirim',
  whatsapp: 'WhatsApp’tan, kendiliğinden',
  'whatsapp-sms': 'WhatsApp’tan, olmazsa SMS’le',
  sms: 'SMS’le, kendiliğinden',
  none: 'Mesaj gitmesin',
}

const needs: Record<Plan, readonly ('whatsapp' | 'sms')[]> = {
  own: [],
  whatsapp: ['whatsapp'],
  'whatsapp-sms': ['whatsapp', 'sms'],
  sms: ['sms'],
  none: [],
}

/** What there is to choose from here; what stands stays in the list, and so does everything while nobody knows. */
export const planChoices = (here: ChannelsHere | null, chosen: Plan): { value: Plan; label: string }[] =>
  (Object.keys(planWords) as Plan[])
    .filter(plan => plan === chosen || needs[plan].every(channel => here?.[channel] ?? false))
    .map(plan => ({ value: plan, label: planWords[plan] }))

/** What the choice means, and how its channels stand. */
export function planHint(plan: Plan, here: ChannelsHere | null): string {
  if (plan === 'none') return 'Müşteriye hiçbir haber gitmez, size de hatırlatılmaz.'
  if (plan === 'own')
    return 'Ücretsizdir. Gönderilecekler Bugün’de hazır bekler; dokunun, WhatsApp’ınız yazısıyla açılır. İnternet gerekmez, sonra gönderirsiniz.'
  if (!here) return 'Durumu görmek için internete bağlanın.'
  if (here.inbox) return 'Bu bir deneme kurulumu: mesajlar kimseye gitmez, deneme gelen kutusuna düşer.'
  const missing = needs[plan].filter(channel => !here[channel])
  if (missing.length > 0) return 'Bu yol henüz açık değil. Açılana kadar mesajlar Bugün’de sizin göndermenizi bekler.'
  return 'Açık ve çalışıyor. Gidemeyen mesajlar Bugün’de sizin göndermenizi bekler.'
}

export const caps = [100, 250, 500, 1000, 2000].map(value => ({ value, label: `${value} mesaj` }))
