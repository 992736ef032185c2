import { expect, test, vi } from 'vitest'
import { acikRiza } from '@/lib/tenants/legal/acik-riza'
import { aydinlatmaMetni } from '@/lib/tenants/legal/aydinlatma-metni'
import { bodyOf } from '@/lib/tenants/legal/legal-text'
import { hashOf } from '@/lib/tenants/server/current-texts'

vi.mock('@/lib/env/server', () => ({ env: {} }))

const operator = {
  name: 'Örnek Yazılım Ltd. Şti.',
  address: 'Örnek Sokak 1, İzmir',
  email: 'kvkk@ornek.com',
  mersis: '0123456789012345',
}
const slots = { operator, embedded: true, google: false }
const small = (text: string) => text.toLocaleLowerCase('tr')

test('the notice says all that article 10 asks for', () => {
  const body = bodyOf(aydinlatmaMetni(slots))
  for (const part of Object.values(operator)) expect(body).toContain(part)
  for (const heading of [
    'Hangi veriniz, ne için',
    'Nasıl topluyoruz, hangi hukuki sebeple',
    'Kime, ne için aktarıyoruz',
  ])
    expect(body).toContain(heading)
  for (const ground of ['m. 5/2-c', 'm. 5/2-ç', 'm. 5/2-f']) expect(body).toContain(ground)
  expect(body).toContain('11. maddesi')
  expect(body).toContain('30 gün')
})

test('the first layer alone says who and what for', () => {
  const summary = aydinlatmaMetni(slots).summary.join(' ')
  expect(summary).toContain(operator.name)
  expect(summary).toContain('hesabınızı açmak')
})

test.each([true, false])('the notice only informs: it asks for no agreement (google: %s)', google => {
  const body = small(bodyOf(aydinlatmaMetni({ ...slots, google })))
  for (const word of [
    'kabul edi',
    'onaylıyorum',
    'onay veriyorum',
    'rıza gösteriyorum',
    'taahhüt',
    'gibi amaçlar',
    'vb.',
    'ileride',
  ])
    expect(body).not.toContain(word)
})

test('the consent is of one purpose and one channel, optional, and can be withdrawn', () => {
  const text = acikRiza(operator)
  const body = small(bodyOf(text))
  expect(body).toContain('isteğe bağlı')
  expect(body).toContain('geri alabilirim')
  expect(body).toContain('e-posta')
  expect(body).not.toMatch(/sms|whatsapp|telefon/)
  expect(text.purpose).not.toBe(aydinlatmaMetni(slots).purpose)
})

test('the notice names the recipients there are, and no others', () => {
  const embedded = bodyOf(aydinlatmaMetni(slots))
  expect(embedded).not.toMatch(/Supabase|Google/)
  const hosted = bodyOf(aydinlatmaMetni({ operator, embedded: false, google: true }))
  expect(hosted).toContain('Supabase')
  expect(hosted).toContain('Google’a')
  expect(hosted).toContain('standart sözleşme')
})

test('the notice names the cookies that stay, what for and for how long, and that there are no others', () => {
  const body = bodyOf(aydinlatmaMetni(slots))
  for (const part of ['Oturum çerezi', 'Tanınan telefon çerezi', 'en çok 400 gün', 'izleme çerezi kullanmayız'])
    expect(body).toContain(part)
})

test('another operator, another recipient or another wording is another text', () => {
  const texts = [
    aydinlatmaMetni(slots),
    aydinlatmaMetni({ ...slots, google: true }),
    aydinlatmaMetni({ ...slots, embedded: false }),
    aydinlatmaMetni({ ...slots, operator: { ...operator, address: 'Başka Sokak 2, İzmir' } }),
    { ...aydinlatmaMetni(slots), version: '1999-01-01' },
    acikRiza(operator),
  ]
  expect(new Set(texts.map(hashOf)).size).toBe(texts.length)
  expect(hashOf(aydinlatmaMetni(slots))).toBe(hashOf(aydinlatmaMetni({ ...slots })))
  expect(hashOf(aydinlatmaMetni(slots))).toMatch(/^[0-9a-f]{64}$/)
})
