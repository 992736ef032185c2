import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageSlug, shopAddress } from '@/lib/tenants/fields'
import { slugOf, slugVariant, suggestedSlug } from '@/lib/tenants/slug'

/** As the database checks it. */
const SLUG = /^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$/

test.each([
  ['Berber Mehmet', 'berber-mehmet'],
  ['  BERBER   ŞÜKRÜ & Oğulları ', 'berber-sukru-ogullari'],
  ['Işıl’ın İğnesi', 'isilin-ignesi'],
  ['Kuaför Ayşe 💇‍♀️ 2', 'kuafor-ayse-2'],
  ['berber--mehmet-', 'berber-mehmet'],
  ['https://siftah.example/d/ali', 'https-siftah-example-d-ali'],
])('an address is made out of what people type: %s', (typed, slug) => {
  expect(slugOf(typed)).toBe(slug)
  expect(pageSlug.parse(typed)).toBe(slug)
})

test.each(['', '  ', '💈', 'Ş', '-- --', 'a'.repeat(41)])(
  'what makes no address is refused in one sentence: %s',
  typed => {
    expect(pageSlug.safeParse(typed).error?.issues).toHaveLength(1)
  },
)

test('whatever a shop is called, it is proposed an address that the database takes, and so are fifty more of that name', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 1000 }),
      (name, n) => {
        const slug = suggestedSlug(name)
        expect(slug).toMatch(SLUG)
        expect(slugVariant(slug, n)).toMatch(SLUG)
      },
    ),
  )
  expect(suggestedSlug('💈')).toBe('dukkan')
  expect(suggestedSlug('Saray Bayan Kuaförü ve Güzellik Merkezi Ayşegül')).toBe(
    'saray-bayan-kuaforu-ve-guzellik-merkezi',
  )
  expect(slugVariant('berber-mehmet', 2)).toBe('berber-mehmet-2')
})

test('the place of a shop may stay unsaid, and is no essay', () => {
  expect(shopAddress.parse('  ')).toBeNull()
  expect(shopAddress.parse(' Çarşı Sk.  No: 5 🏪 ')).toBe('Çarşı Sk. No: 5 🏪')
  expect(shopAddress.safeParse('a'.repeat(201)).error?.issues).toHaveLength(1)
})
