import type { InboundMessage, Kind } from '@/lib/messages/message'
import { channelWords } from './words'

/** What somebody did by writing, as the owner would say it; a note says itself. */
export function inboundSentence({ outcome, channel }: InboundMessage, kind: Kind | undefined): string | null {
  switch (outcome) {
    case 'too-late':
      return kind === 'slot-offer'
        ? 'Boşalan saati almak istedi, saat dolmuştu.'
        : 'İptal etmek istedi; süresi geçtiği için randevusu duruyor.'
    case 'opted-out':
      return `Artık ${channelWords[channel]} mesajı istemiyor.`
    case 'opted-in':
      return `Yeniden ${channelWords[channel]} mesajı istiyor.`
    default:
      return null
  }
}
