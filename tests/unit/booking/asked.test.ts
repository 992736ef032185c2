import { describe, expect, test } from 'vitest'
import { ANYBODY, askedPath, nextQuestion, readAsked } from '@/lib/booking/asked'
import { bookOfShop, boya, kemal, mehmet, not, sac, sakal } from './shop-of-berber-mehmet'

const book = bookOfShop()
const read = (query: string, of = book) => {
  const form = new URLSearchParams(query)
  return readAsked(name => form.getAll(name), of)
}
const next = (query: string, of = book) => nextQuestion(read(query, of), of)

describe('a customer is asked', () => {
  test('what, then by whom, then when', () => {
    expect(next('')).toEqual({ ask: 'services' })
    expect(next(`hizmet=${sac}`)).toMatchObject({ ask: 'who', anybody: true, chairs: book.staff })
    expect(next(`hizmet=${sac}&kim=${kemal}`)).toEqual({ ask: 'when', parts: [{ serviceId: sac, staffId: kemal }] })
    expect(next(`hizmet=${sac}&hizmet=${sakal}&kim=${ANYBODY}`)).toEqual({
      ask: 'when',
      parts: [
        { serviceId: sac, staffId: null },
        { serviceId: sakal, staffId: null },
      ],
    })
  })

  test('not by whom where only one does it', () => {
    const alone = bookOfShop({ staff: book.staff.slice(0, 1) })
    expect(next(`hizmet=${sac}`, alone)).toEqual({ ask: 'when', parts: [{ serviceId: sac, staffId: mehmet }] })
    const onlyMehmet = bookOfShop({ staffServices: [not(kemal, sac)] })
    expect(next(`hizmet=${sac}`, onlyMehmet)).toEqual({ ask: 'when', parts: [{ serviceId: sac, staffId: mehmet }] })
  })

  test('by whom only of those who do all of it', () => {
    const kemalShaves = bookOfShop({ staffServices: [not(mehmet, sakal)] })
    expect(next(`hizmet=${sac}&hizmet=${sakal}`, kemalShaves)).toMatchObject({
      ask: 'who',
      anybody: true,
      chairs: [{ id: kemal }],
    })
  })

  test('nothing more where the shop lets nobody choose "fark etmez" and nobody does all of it', () => {
    const rules = { ...book.rules, anyStaff: false }
    const divided = bookOfShop({ rules, staffServices: [not(mehmet, sakal), not(kemal, sac)] })
    expect(next(`hizmet=${sac}&hizmet=${sakal}`, divided)).toEqual({ ask: 'nobody' })
    expect(next(`hizmet=${sac}`, bookOfShop({ rules }))).toMatchObject({ ask: 'who', anybody: false })
    expect(read(`hizmet=${sac}&kim=${ANYBODY}`, bookOfShop({ rules })).who).toBeNull()
  })
})

describe('an address that somebody wrote himself', () => {
  test('keeps only what is true of the shop', () => {
    const strangers = '00000000-0000-4000-8000-00000000ffff'
    expect(read(`hizmet=${boya}&hizmet=${strangers}&hizmet='; drop table tenants; --&kim=${strangers}`)).toEqual({
      serviceIds: [],
      who: null,
      day: null,
    })
    expect(read(`hizmet=${sac}&kim=${strangers}&gun=2026-02-30`)).toEqual({ serviceIds: [sac], who: null, day: null })
  })

  test('takes each service once, in the shop’s order, and five at most', () => {
    expect(read(`hizmet=${sakal}&hizmet=${sac}&hizmet=${sakal}`).serviceIds).toEqual([sac, sakal])
    const ids = Array.from({ length: 9 }, (_, i) => `00000000-0000-4000-8000-00000000000${i}`)
    const many = bookOfShop({ services: ids.map(id => ({ ...book.services[0]!, id })) })
    expect(read(ids.map(id => `hizmet=${id}`).join('&'), many).serviceIds).toEqual(ids.slice(0, 5))
  })

  test('is read as it was written by ourselves', () => {
    const asked = { serviceIds: [sac, sakal], who: kemal, day: '2026-11-27' }
    expect(read(askedPath('berber-mehmet', asked).split('?')[1]!)).toEqual(asked)
    expect(askedPath('berber-mehmet', {})).toBe('/d/berber-mehmet/randevu')
  })
})
