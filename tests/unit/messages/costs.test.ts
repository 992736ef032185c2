import { expect, test } from 'vitest'
import { costOfAppointment, formatCost, spent } from '@/lib/messages/costs'

const prices = { whatsapp: 25, sms: 40 }
const both = { remindDayBefore: true, remindTwoHours: true }
const one = { remindDayBefore: true, remindTwoHours: false }

test('an appointment costs its confirmation and its reminders, by the dearest way they may go', () => {
  expect(costOfAppointment('own', both, prices)).toEqual({ least: 0, most: 0 })
  expect(costOfAppointment('whatsapp', one, prices)).toEqual({ least: 50, most: 50 })
  expect(costOfAppointment('whatsapp-sms', both, prices)).toEqual({ least: 75, most: 120 })
  expect(costOfAppointment('sms', one, { ...prices, sms: null })).toBeNull()
})

test('what was spent is what providers said, by currency; what they have not said is named', () => {
  const base = { state: 'delivered', cost: null, currency: null } as const
  const month = spent([
    { ...base, channel: 'whatsapp', cost: 6_100, currency: 'USD' },
    { ...base, channel: 'whatsapp', cost: 5_900, currency: 'USD' },
    { ...base, channel: 'sms' },
    { ...base, channel: 'own', state: 'sent' },
    { ...base, channel: 'whatsapp', state: 'not-sent' },
  ])
  expect(month).toEqual({ paid: 3, byHand: 1, sums: new Map([['USD', 12_000]]), open: 1 })
  expect(formatCost(12_000, 'USD')).toBe('$0,012')
})
