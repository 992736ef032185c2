import { expect, test } from 'vitest'
import { kinds } from '@/lib/messages/message'
import { slotsOf } from '@/lib/messages/render'
import { contentOf, toSubmit, variablesOf } from '@/lib/messages/templates/content'
import { everyTemplate, nameOf, providerNameOf } from '@/lib/messages/templates/every-template'

const facts = {
  shop: { name: 'Berber Mehmet', phone: null, zone: 'Europe/Istanbul' },
  aboutAt: '2026-11-25T11:30:00.000Z',
  lapsesAt: '2026-11-25T08:40:00.000Z',
  owed: 45_000,
}

test('what is submitted is what is sent: the same words, with the same variables in the same places', () => {
  for (const kind of kinds) {
    const template = everyTemplate[kind]
    const { types, variables } = contentOf(template, 'https://siftah.example')
    const { body } = Object.values(types as Record<string, { body: string }>)[0]!
    const values = variablesOf(template, slotsOf({ kind, ...facts }), 'jeton')
    expect(Object.keys(variables as object)).toEqual(Object.keys(values))
    expect(Object.values(values).every(value => value !== '')).toBe(true)
    const numbers = [...JSON.stringify(types).matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => number)
    expect(new Set(numbers)).toEqual(new Set(Object.keys(values)))
    expect(body).not.toMatch(/\{[a-z]/)
  }
})

test('buttons that answer carry the answer, a button that leads somewhere the end of its address', () => {
  const { types } = contentOf(everyTemplate.confirmation, 'https://siftah.example')
  expect(types).toEqual({
    'whatsapp/card': {
      body: expect.stringContaining('{{1}} randevunuz yazıldı: {{2}} saat {{3}}.'),
      actions: [
        { type: 'QUICK_REPLY', title: 'Geliyorum', id: 'confirm' },
        { type: 'QUICK_REPLY', title: 'İptal et', id: 'cancel' },
        { type: 'URL', title: 'Randevumu gör', url: 'https://siftah.example/r/{{4}}' },
      ],
    },
  })
})

test('all are submitted as utility, each under the name of its version', () => {
  const all = toSubmit('https://siftah.example')
  expect(all).toHaveLength(kinds.length)
  expect(all.every(({ approval }) => approval.category === 'UTILITY' && /^[a-z0-9_]+$/.test(approval.name))).toBe(true)
  expect(nameOf(everyTemplate['slot-offer'])).toBe('slot-offer@1')
  expect(providerNameOf(everyTemplate['slot-offer'])).toBe('siftah_slot_offer_1')
})
