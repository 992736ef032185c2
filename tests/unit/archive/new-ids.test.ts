import { expect, test } from 'vitest'
import { newIds, renamed, renamedShop } from '@/lib/archive/new-ids'
import { ownAccount } from '@/lib/cash/own-account'
import { newId } from '@/lib/kernel/id'

const shop = newId()
const [ali, chair, visit] = [newId(), newId(), newId()]
const rename = newIds(
  new Map([
    ['customers', [{ id: ali }]],
    ['staff', [{ id: chair }]],
  ]),
  shop,
)

test('[AR2] what texts and providers are called by stays, and people stay who they are', () => {
  const consent = { id: newId(), customerId: ali, textId: 'dukkan-aydinlatma', textHash: 'ab12' }
  expect(renamed(consent, 'customer_consents', shop, rename)).toMatchObject({
    customerId: rename(ali),
    textId: 'dukkan-aydinlatma',
    textHash: 'ab12',
  })
  const reply = { id: newId(), appointmentId: visit, provider: 'twilio', providerId: 'SM123' }
  expect(renamed(reply, 'inbound_messages', shop, rename)).toMatchObject({
    appointmentId: rename(visit),
    providerId: 'SM123',
  })
  const message = { id: newId(), subject: visit, sentBy: ali }
  expect(renamed(message, 'messages', shop, rename)).toMatchObject({ subject: rename(visit), sentBy: ali })
})

test('[AR2] account codes follow their accounts: of a kind, of a category, of a chair', () => {
  const [supplies, share] = [newId(), ownAccount('staff', chair).id]
  const accountingCodes = { income: '600.01', [supplies]: '770.02', [share]: '335.01' }
  const archived = { id: newId(), name: 'Berber Mehmet', phone: null, address: null, zone: 'Europe/Istanbul' }
  expect(renamedShop({ ...archived, trade: 'berber', accountingCodes }, rename).accountingCodes).toEqual({
    income: '600.01',
    [rename(supplies)]: '770.02',
    [ownAccount('staff', rename(chair)).id]: '335.01',
  })
})
