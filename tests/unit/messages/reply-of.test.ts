import { describe, expect, test } from 'vitest'
import { kinds } from '@/lib/messages/message'
import { replyOf } from '@/lib/messages/reply-of'
import { everyTemplate } from '@/lib/messages/templates/every-template'

const typed = (text: string) => replyOf(text, null)

describe('[ME15] a typed answer is understood', () => {
  test.each([
    ['ONAY', 'confirm'],
    ['geliyorum', 'confirm'],
    ['Evet, geliyorum', 'confirm'],
    ['evet', 'yes'],
    ['Tamam', 'yes'],
    ['👍🏽', 'yes'],
    ['iptal', 'cancel'],
    ['Hayır gelemiyorum', 'cancel'],
    ['maalesef gelemeyeceğim', 'cancel'],
    ['Alıyorum', 'accept'],
    ['vazgeçtim', 'decline'],
    ['hayır', 'no'],
    ['RET', 'opt-out'],
    ['mesaj atmayın lütfen', 'opt-out'],
    ['başla', 'opt-in'],
  ])('%s', (text, answer) => expect(typed(text)).toBe(answer))

  const letters: [string, (text: string) => string][] = [
    ['in capitals of Türkiye', text => text.toLocaleUpperCase('tr')],
    ['in capitals of a phone set to English', text => text.toUpperCase()],
    ['in small letters of Türkiye', text => text.toLocaleUpperCase('tr').toLocaleLowerCase('tr')],
    ['with every i written ı', text => text.replaceAll('i', 'ı')],
    ['with every i written İ', text => text.replaceAll('i', 'İ')],
    ['with the dot of an i left over', text => text.replaceAll('i', 'i\u0307')],
    ['with marks on its vowels', text => text.replaceAll('a', 'â').replaceAll('e', 'é')],
    ['taken apart into letters and marks', text => text.normalize('NFD')],
    ['in wide letters', text => text.replace(/[a-z]/g, c => String.fromCodePoint(c.codePointAt(0)! + 0xfee0))],
    ['with marks and spaces around it', text => `  "${text}"!!! 🙏\n`],
    ['with a full stop', text => `${text}.`],
    ['with its last letter held down', text => text + text.at(-1)!.repeat(4)],
    ['with a space between its letters', text => Array.from(text).join(' ')],
    ['with invisible letters in it', text => Array.from(text).join('\u200b')],
    ['politely', text => `Merhaba, ${text} lütfen. Teşekkürler`],
  ]
  const words = ['onay', 'evet', 'iptal', 'ret', 'geliyorum', 'aliyorum', 'tamam', 'dur'] as const
  const meanings = {
    onay: 'confirm',
    evet: 'yes',
    iptal: 'cancel',
    ret: 'opt-out',
    geliyorum: 'confirm',
    aliyorum: 'accept',
    tamam: 'yes',
    dur: 'opt-out',
  }
  test.each(letters)('%s', (_, write) => {
    for (const word of words) expect([word, typed(write(word))]).toEqual([word, meanings[word]])
  })
})

test.each([
  'iptal etmeyin',
  'iptal edecek miyim bilmiyorum',
  'gelip gelmeyeceğim belli değil',
  'yarın geliyorum',
  'onay verecek misiniz',
  'saat kaçta?',
  'evet ama biraz geç kalırım',
  'durun bir dakika',
  'ret mi ettiniz',
  'reti',
  '',
  '?',
  '12',
])('[ME15] “%s” is for a person to read', text => expect(typed(text)).toBeNull())

test('[ME15] a button means what it stands for, whatever stands on it', () => {
  for (const kind of kinds)
    for (const button of everyTemplate[kind].buttons)
      if ('reply' in button) expect(replyOf(button.title, button.reply)).toBe(button.reply)
  expect(replyOf('Geliyorum', 'something-else')).toBe('confirm')
  expect(replyOf(null, null)).toBeNull()
})
