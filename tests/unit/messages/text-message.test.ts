import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from '@/lib/messages/message'
import { bodyOf, type Facts } from '@/lib/messages/render'
import { everyTemplate } from '@/lib/messages/templates/every-template'
import { foldToGsm, LINK, LONGEST, segmentsOf, textMessageOf } from '@/lib/messages/text-message'

// The linter of what goes by text message (lib/messages/SPEC.md ME10): a template that breaks it fails here.

const facts = (kind: Facts['kind'], name: string, phone: string | null = '+902165550101'): Facts => ({
  kind,
  shop: { name, phone, zone: 'Europe/Istanbul' },
  // The longest day there is, and a large debt.
  aboutAt: '2027-08-31T21:30:00.000Z',
  lapsesAt: '2027-08-31T21:45:00.000Z',
  owed: 123_456_700,
})

const first = [
  'Berber',
  'Kuaför',
  'Güzellik',
  'Işıl',
  'Şükrü Usta',
  'İstanbul',
  'Çağrı',
  'Öz',
  'Ğ',
  '.com',
  'www.',
  '💈',
  'Dr.',
]
const last = [
  'Mehmet',
  'Ayşe',
  'Salonu',
  'Çiğdem’in Yeri',
  've Oğulları',
  'Berberi.com',
  'Hair & Beauty',
  '“Şık”',
  'Oto Tamir',
  '№ 1',
  '–',
  '@moda',
]
const word = fc.constantFrom(...first, ...last)
/** A name as shops have them, and as nobody would have them: up to the 80 letters that the table takes. */
const shopName = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 9 }).map(words => words.join(' ').slice(0, 80)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'abcçdefgğhıijklmnoöprsştuüvyzİŞĞÇ .&-'), minLength: 1, maxLength: 80 }),
)
const names = fc.sample(shopName, { numRuns: 1000, seed: 20261125 })

/** What only somebody who sells says. Fixed words are looked at; what a shop is called is its own. */
const PROMOTION =
  /indirim|kampanya|fırsat|firsat|hediye|bedava|ücretsiz|ucretsiz|çekiliş|cekilis|puan|kupon|yeni hizmet|davetlisiniz|kutlu|bayram|doğum gün|dogum gun|%|tavsiye|takip ed/i

const sent = kinds.filter(kind => everyTemplate[kind].sms !== null)

test('a thousand names there are', () => {
  expect(names).toHaveLength(1000)
  expect(names.some(name => /[ışğİçŞĞ]/.test(name)) && names.some(name => name.length > 60)).toBe(true)
})

describe.each(sent)('[ME10] the text message of %s', kind => {
  test('is one segment without a link, whatever the shop is called', () => {
    const wrong = names
      .flatMap(name => [textMessageOf(facts(kind, name)), textMessageOf(facts(kind, name, null))])
      .filter(text => segmentsOf(text!) !== 1 || text!.length > LONGEST || LINK.test(text!))
    expect(wrong).toEqual([])
  })

  test('keeps everything but the end of a long name', () => {
    const text = textMessageOf(
      facts(kind, 'Kuaför Ayşe Güzellik ve Bakım Merkezi Kadıköy Moda Şubesi Hanımlara Özel Salonu'),
    )!
    const rest = textMessageOf(facts(kind, 'X'))!.slice(1)
    expect(text.endsWith(rest)).toBe(true)
    expect(text.startsWith('Kuaför Ayse')).toBe(true)
  })
})

test.each(kinds)('[ME2] %s sells nothing, in any of its wordings', kind => {
  const { body, sms, buttons } = everyTemplate[kind]
  expect([body, sms ?? '', ...buttons.map(({ title }) => title)].filter(text => PROMOTION.test(text))).toEqual([])
})

test('[ME10] the linter finds what it looks for', () => {
  expect(['siftah.com’a bakın', 'https://x', 'www.x', 'a.co'].every(text => LINK.test(text))).toBe(true)
  expect(LINK.test('Saat 14.30. Tel: 0216 555 01 01')).toBe(false)
  expect(PROMOTION.test('Bayrama özel %20 indirim')).toBe(true)
  expect(segmentsOf('ş')).toBe(1)
  expect(segmentsOf('ş'.repeat(66))).toBe(2)
  expect(segmentsOf('s'.repeat(155))).toBe(1)
  expect(segmentsOf('s'.repeat(156))).toBe(2)
  expect(segmentsOf('€'.repeat(78))).toBe(2)
})

test('[ME10] letters are folded to the alphabet of text messages, and no further than they must be', () => {
  expect(foldToGsm('Işıl Çağlayan’ın şık GÖMLEĞİ ₺450 …')).toBe("Isil Çaglayan'in sik GÖMLEGI TL 450 ...")
  expect(foldToGsm('Über ñ é à')).toBe('Über ñ é à')
  expect(foldToGsm('💈 Berber 中')).toBe('Berber')
})

test.each(kinds)('[ME2] %s says nothing of who it goes to, and begins and ends with words', kind => {
  const { body, buttons } = everyTemplate[kind]
  expect(body).not.toMatch(/^\{|\}$|\}\s*\{/)
  expect(body.replace(/\{(shop|day|time|until|amount)\}/g, '')).not.toMatch(/[{}]/)
  for (const { title } of buttons) expect(title.length).toBeLessThanOrEqual(20)
  for (const name of names) expect(bodyOf(facts(kind, name)).length).toBeLessThanOrEqual(1024)
})

test('a name that WhatsApp would refuse as a variable becomes one that it takes', () => {
  for (const name of names) {
    const body = bodyOf(facts('confirmation', name))
    expect(body).not.toMatch(/[\n\r\t]| {4,}/)
    expect(body).not.toContain('  randevunuz')
  }
})
