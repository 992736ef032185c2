import { afterEach, expect, test, vi } from 'vitest'
import { canPickContacts, pickContacts } from '@/lib/import/browser/contact-picker'

afterEach(() => vi.unstubAllGlobals())

function phoneWith(contacts: object | undefined) {
  vi.stubGlobal('navigator', { contacts })
}

test('picked people come as cards, asking only for what the phone offers', async () => {
  const select = vi.fn(async () => [
    { name: ['Ayşe Yılmaz'], tel: ['0532 111 22 33', '0212 555 11 22'] },
    { name: [], tel: ['0533 444 55 66'] },
  ])
  phoneWith({ getProperties: async () => ['name', 'tel', 'icon'], select })
  expect(canPickContacts()).toBe(true)
  expect(await pickContacts()).toEqual({
    ok: true,
    value: [
      { name: 'Ayşe Yılmaz', phones: ['0532 111 22 33', '0212 555 11 22'], emails: [], note: '' },
      { name: '', phones: ['0533 444 55 66'], emails: [], note: '' },
    ],
  })
  expect(select).toHaveBeenCalledWith(['name', 'tel'], { multiple: true })
})

test('a browser without the picker does not offer it', async () => {
  phoneWith(undefined)
  expect(canPickContacts()).toBe(false)
  expect(await pickContacts()).toEqual({ ok: false, error: 'no-contacts' })
})

test('a browser that has the picker and fails in it says so', async () => {
  phoneWith({ getProperties: async () => ['name', 'tel'], select: () => Promise.reject(new TypeError('not allowed')) })
  expect(await pickContacts()).toEqual({ ok: false, error: 'no-contacts' })
})
