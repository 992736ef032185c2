import { expect, test, vi } from 'vitest'
import { dukkanAcikRiza } from '@/lib/tenants/legal/dukkan-acik-riza'
import { dukkanAydinlatma } from '@/lib/tenants/legal/dukkan-aydinlatma'
import { bodyOf } from '@/lib/tenants/legal/legal-text'
import { hashOf } from '@/lib/tenants/server/current-texts'
import { shop } from './shop-of-berber-mehmet'

vi.mock('@/lib/env/server', () => ({ env: {} }))

const operator = { name: 'Örnek Yazılım Ltd. Şti.', address: 'Örnek Sokak 1, İzmir', email: 'kvkk@ornek.com' }
const slots = { shop, operator, embedded: true }
const small = (text: string) => text.toLocaleLowerCase('tr')

test('the notice says all that article 10 asks for, with the shop as the one who answers and us as its processor', () => {
  const body = bodyOf(dukkanAydinlatma(slots))
  expect(body).toContain('Veri sorumlusu: Berber Mehmet.')
  for (const part of [shop.address!, '0216 555 01 01', ...Object.values(operator)]) expect(body).toContain(part)
  expect(body).toContain('veri işleyendir')
  for (const ground of ['m. 5/2-c', 'm. 5/2-ç', 'm. 5/2-f']) expect(body).toContain(ground)
  expect(body).toContain('11. maddesi')
  expect(body).toContain('30 gün')
})

test('the first layer alone says who and what for', () => {
  const summary = dukkanAydinlatma(slots).summary.join(' ')
  expect(summary).toContain('Berber Mehmet')
  expect(summary).toContain('randevunuzu')
})

test('a shop without an address is given none: the reader is told where to ask', () => {
  const without = (other: object) => bodyOf(dukkanAydinlatma({ ...slots, shop: { ...shop, ...other } }))
  expect(without({ address: null })).toContain('adresini ve tam unvanını telefonla ya da dükkânda öğrenebilirsiniz')
  expect(without({ address: null, phone: null })).toContain('adresini ve tam unvanını dükkânda öğrenebilirsiniz')
  expect(without({ address: null })).toContain('dükkâna elden')
  expect(without({})).not.toContain('öğrenebilirsiniz.\n')
})

test.each([true, false])('the notice only informs, and is specific (embedded: %s)', embedded => {
  const body = small(bodyOf(dukkanAydinlatma({ ...slots, embedded })))
  for (const word of [
    'kabul edi',
    'onaylıyorum',
    'onay veriyorum',
    'rıza gösteriyorum',
    'taahhüt',
    'gibi amaçlar',
    'vb.',
  ])
    expect(body).not.toContain(word)
})

test('it names the recipients there are, and no others', () => {
  expect(bodyOf(dukkanAydinlatma(slots))).not.toContain('Supabase')
  const hosted = bodyOf(dukkanAydinlatma({ ...slots, embedded: false }))
  expect(hosted).toContain('Supabase')
  expect(hosted).toContain('standart sözleşme')
})

test('the consent is of this shop and one purpose, optional, and can be withdrawn', () => {
  const text = dukkanAcikRiza(shop)
  const body = small(bodyOf(text))
  expect(body).toContain(small('Berber Mehmet'))
  expect(body).toContain('isteğe bağlı')
  expect(body).toContain('geri alabilirim')
  expect(text.purpose).not.toBe(dukkanAydinlatma(slots).purpose)
})

test('it names the cookies that stay, what for and for how long, and that there are no others', () => {
  const body = bodyOf(dukkanAydinlatma(slots))
  for (const part of ['en çok 10 dakika', 'Tanınma çerezi', 'en çok 400 gün', 'izleme çerezi kullanılmaz'])
    expect(body).toContain(part)
})

test('another shop, another address or another operator is another text', () => {
  const texts = [
    dukkanAydinlatma(slots),
    dukkanAydinlatma({ ...slots, shop: { ...shop, name: 'Kuaför Ayşe' } }),
    dukkanAydinlatma({ ...slots, shop: { ...shop, address: null } }),
    dukkanAydinlatma({ ...slots, operator: { ...operator, email: 'baska@ornek.com' } }),
    dukkanAcikRiza(shop),
    dukkanAcikRiza({ name: 'Kuaför Ayşe' }),
  ]
  expect(new Set(texts.map(hashOf)).size).toBe(texts.length)
})
