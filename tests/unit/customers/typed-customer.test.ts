import { describe, expect, it } from 'vitest'
import { splitTyped, typedCustomer } from '@/lib/customers/typed-customer'

describe('what is typed into one field becomes a customer', () => {
  it('a name', async () => {
    expect(await typedCustomer('  Kuaför   Ayşe ')).toEqual({ name: 'Kuaför Ayşe', phones: [] })
  })

  it.each(['05321234567', '0532 123 45 67', '(0532) 123-45-67', '+90 532 123 45 67', '5321234567'])(
    '%s: a phone, which is the name until one is written',
    async text => {
      expect(await typedCustomer(text)).toEqual({ name: '0532 123 45 67', phones: ['+905321234567'] })
    },
  )

  it.each(['Ahmet Kaya 0532 123 45 67', '0532 123 45 67 Ahmet Kaya', 'Ahmet 05321234567 Kaya'])(
    '%s: a name and a phone',
    async text => {
      expect(await typedCustomer(text)).toEqual({ name: 'Ahmet Kaya', phones: ['+905321234567'] })
    },
  )

  it('digits that are no phone stay in the name: nothing typed is lost', async () => {
    expect(await typedCustomer('Ahmet 2')).toEqual({ name: 'Ahmet 2', phones: [] })
    expect(await typedCustomer('0532')).toEqual({ name: '0532', phones: [] })
    expect(await typedCustomer('Ahmet 1234567')).toEqual({ name: 'Ahmet 1234567', phones: [] })
  })

  it('a form shows the two apart, unchecked', () => {
    expect(splitTyped('Ahmet 0532 123')).toEqual({ name: 'Ahmet', phone: '0532 123' })
    expect(splitTyped('0532')).toEqual({ name: '', phone: '0532' })
  })
})
