import { describe, expect, test } from 'vitest'
import { readTypedBooking } from '@/lib/booking/typed-booking'
import { packWritten, unpackWritten } from '@/lib/booking/written'

const typed = { name: 'Işıl Çağlayan', phone: '0532 000 01 01', note: '' }
const read = (other: Partial<typeof typed>) => readTypedBooking({ ...typed, ...other })
const taken = (other: Partial<typeof typed>) => {
  const outcome = read(other)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors))
  return outcome.value
}
const errorsOf = (other: Partial<typeof typed>) => {
  const outcome = read(other)
  return outcome.ok ? {} : outcome.errors
}

describe('what a customer types', () => {
  test.each([
    '05320000101',
    '532 000 01 01',
    '+90 532 000 01 01',
    '90 (0532) 000-01-01',
    '00905320000101',
    ' 0532.000.0101 ',
  ])('is one number however it is written: %s', phone => {
    expect(taken({ phone }).phone).toBe('+905320000101')
  })

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['a part of one', '053'],
    ['words', 'bir iki üç'],
    ['two', '0532 000 01 01 0532 000 01 01'],
    ['a face', '😀'],
    ['ten thousand digits', '1'.repeat(10_000)],
  ])('is no number: %s', (_, phone) => {
    expect(errorsOf({ phone }).phone).toMatch(/^(Telefonunuzu yazın|Bu bir telefon numarasına benzemiyor)/)
  })

  test('is a name in any script, tidied', () => {
    expect(taken({ name: '  Işıl   Çağlayan ' }).name).toBe('Işıl Çağlayan')
    expect(taken({ name: 'محمد العلي' }).name).toBe('محمد العلي')
    expect(taken({ name: 'İsmail 👨‍👦' }).name).toBe('İsmail 👨‍👦')
    expect(taken({ name: "<b>O'Neil</b>'; drop table customers; --" }).name).toBe(
      "<b>O'Neil</b>'; drop table customers; --",
    )
  })

  test('turns nothing around and hides nothing', () => {
    expect(taken({ name: 'Ali\u202E gnidnes\u0000\u0007' }).name).toBe('Ali gnidnes')
    expect(taken({ note: 'bir\u0000iki\u2066\r\n\r\n\r\n\r\nüç' }).note).toBe('bir iki\n\nüç')
  })

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['faces', '😀😀'],
    ['digits', '12345'],
    ['what cannot be seen', '\u202E\u200F'],
    ['81 letters', 'a'.repeat(81)],
    ['ten thousand families', '👨‍👦'.repeat(10_000)],
  ])('is no name: %s', (_, name) => {
    expect(errorsOf({ name }).name).toMatch(/^Adınız/)
  })

  test('may have a note of three hundred letters, and none', () => {
    expect(taken({ note: '  ' }).note).toBeNull()
    expect(taken({ note: 'a'.repeat(300) }).note).toHaveLength(300)
    expect(errorsOf({ note: 'a'.repeat(301) })).toEqual({ note: 'Notunuz en çok 300 harf olabilir.' })
  })

  test('may be wrong in several places, each with its own sentence', () => {
    expect(errorsOf({ name: '', phone: '', note: 'a'.repeat(301) })).toEqual({
      name: 'Adınızı yazın.',
      phone: 'Telefonunuzu yazın.',
      note: 'Notunuz en çok 300 harf olabilir.',
    })
    expect(
      Object.keys(readTypedBooking({ name: undefined, phone: undefined, note: undefined })).includes('errors'),
    ).toBe(true)
  })
})

describe('what could not be taken', () => {
  const written = { shop: 'a', values: typed, errors: { phone: 'Telefonunuzu yazın.' }, message: 'Bakın.' }

  test('comes back as it was written, in its own shop only', () => {
    expect(unpackWritten(packWritten(written), 'a')).toEqual(written)
    expect(unpackWritten(packWritten(written), 'b')).toBeNull()
  })

  test('fits into a cookie, however long it is and in whatever letters', () => {
    const most = { name: '漢'.repeat(10_000), phone: '٣'.repeat(10_000), note: 'ğ漢'.repeat(10_000) }
    const packed = packWritten({ ...written, values: most })
    expect(packed.length).toBeLessThan(3_500)
    expect(most.note.startsWith(unpackWritten(packed, 'a')!.values.note)).toBe(true)
  })

  test.each([undefined, '', 'x', 'e30', Buffer.from('{"shop":"a","values":{}}').toString('base64url')])(
    'is nothing when we did not write it: %s',
    cookie => {
      expect(unpackWritten(cookie, 'a')).toBeNull()
    },
  )
})
