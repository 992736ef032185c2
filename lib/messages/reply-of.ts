import { fold } from '@/lib/kernel/turkish-text'
import type { Reply } from './templates/template'

/** What a customer answered. `yes` and `no` mean what the message asks that he answers; no message asks what `opt-out` and `opt-in` say. */
export type Answer = Reply | 'yes' | 'no' | 'opt-out' | 'opt-in'

const phrases: Record<Answer, readonly string[]> = {
  confirm: [
    ...['onay', 'onayla', 'onayliyorum', 'onayladim', 'teyit', 'teyit ediyorum', 'geliyorum', 'gelecegim', 'gelicem'],
    ...['geliyoruz', 'gelirim', 'gelecegiz', 'orada olacagim', 'randevuma geliyorum', 'randevuya geliyorum'],
  ],
  cancel: [
    ...['iptal', 'iptal et', 'iptal edin', 'iptal ediyorum', 'iptal etmek istiyorum', 'iptal olsun', 'iptal edelim'],
    ...[
      'randevumu iptal et',
      'randevumu iptal edin',
      'randevumu iptal etmek istiyorum',
      'randevu iptal',
      'randevuyu iptal edin',
    ],
    ...[
      'gelmiyorum',
      'gelemiyorum',
      'gelemem',
      'gelmeyecegim',
      'gelemeyecegim',
      'gelemicem',
      'gelmicem',
      'gelemiyoruz',
    ],
    ...['randevuma gelemiyorum', 'randevuya gelemiyorum', 'randevuma gelemeyecegim', 'randevuya gelemeyecegim'],
  ],
  accept: ['aliyorum', 'alirim', 'kabul', 'kabul ediyorum', 'istiyorum', 'bu saati aliyorum'],
  decline: ['almiyorum', 'vazgectim', 'gerek yok', 'gerek kalmadi', 'kabul etmiyorum'],
  yes: ['evet', 'tamam', 'tamamdir', 'olur', 'ok', 'okey', 'okay', 'peki', 'uygun'],
  no: ['hayir', 'olmaz', 'istemiyorum', 'uygun degil', 'yok'],
  'opt-out': [
    ...[
      'ret',
      'red',
      'dur',
      'stop',
      'mesaj istemiyorum',
      'mesaj almak istemiyorum',
      'mesaj gondermeyin',
      'mesaj atmayin',
    ],
    ...['bana mesaj atmayin', 'bana mesaj gondermeyin', 'yazmayin'],
  ],
  'opt-in': ['basla', 'start', 'mesaj istiyorum', 'mesaj almak istiyorum', 'yeniden yazin'],
}
const answers = new Map(Object.entries(phrases).flatMap(([answer, all]) => all.map(words => [words, answer as Answer])))

/** Politeness around an answer changes nothing of it. */
const POLITE =
  /\b(lutfen|rica ederim|tesekkurler|tesekkur ederim|tesekkur|sagol|sagolun|sag olun|merhaba|selam|iyi gunler|kolay gelsin|maalesef|kusura bakmayin|efendim|abi|hocam)\b/g

/** Whoever sends nothing but a raised thumb has said yes. */
const THUMB = /^\s*(?:[👍✅👌]\p{M}*\p{Emoji_Modifier}?\s*)+$/u

/**
 * What somebody answered, by the button he tapped or by what he typed: in any letters (`İPTAL`, `ıptal`, `iptaaal`, `i p t a l!`), with any marks around it.
 * Null: a person has to read it. A sentence that only has the word in it is none: nobody loses his appointment by "iptal etmeyin".
 *
 * @param payload what the tapped button stands for; null where nothing was tapped
 */
export function replyOf(text: string | null, payload: string | null): Answer | null {
  if (payload && isReply(payload)) return payload
  if (!text) return null
  if (THUMB.test(text)) return 'yes'
  const words = wordsOf(text)
  const known = answers.get(words)
  if (known) return known
  const bare = squeeze(words.replace(POLITE, ' '))
  // "Evet, geliyorum", "hayır gelemiyorum": the second word says what the first means.
  return answers.get(bare) ?? answers.get(bare.replace(/^(evet|hayir|tamam|yok) /, '')) ?? null
}

const isReply = (payload: string): payload is Reply => ['confirm', 'cancel', 'accept', 'decline'].includes(payload)

/** Lower case, without the marks of the Turkish letters, without punctuation; of a letter held down one is left. */
function wordsOf(text: string): string {
  const words = squeeze(
    fold(text)
      .replace(/[^\p{L}\s]/gu, ' ')
      .replace(/(\p{L})\1{2,}/gu, '$1'),
  )
  return /^(\p{L} )+\p{L}$/u.test(words) ? words.replaceAll(' ', '') : words
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
