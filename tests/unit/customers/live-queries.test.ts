import { describe, expect, it } from 'vitest'
import { archiveCustomer } from '@/lib/customers/archive-customer'
import { customerWithPhone } from '@/lib/customers/browser/customer-with-phone'
import { customerWithTwins } from '@/lib/customers/browser/customer-with-twins'
import { lastVisits } from '@/lib/customers/browser/last-visits'
import { recentCustomers } from '@/lib/customers/browser/recent-customers'
import { mergeCustomers, unite } from '@/lib/customers/merge-customers'
import { mirror } from '@/lib/sync/browser/database'
import { send } from '@/lib/sync/browser/send'
import { customer } from './people'
import { book, phoneCopy } from './phone-copy'

const until = '2026-11-23T12:00:00.000Z'
const archived = (name: string, ...phones: string[]) => ({ ...customer(name, ...phones), archivedAt: until })

describe('who is offered first', () => {
  it('the last ones in the book, then the newest; nobody twice, nobody archived, nobody of next week', async () => {
    const [ali, gone, cem, deniz, newest] = [
      customer('Ali'),
      archived('Ayşe'),
      customer('Cem'),
      customer('Deniz'),
      customer('Ece'),
    ]
    const database = await phoneCopy(ali, gone, cem, deniz, newest)
    await book(database, cem, { startsAt: '2026-11-20T09:00:00.000Z' })
    await book(database, cem, { startsAt: '2026-11-21T09:00:00.000Z' })
    await book(database, ali, { startsAt: '2026-11-22T09:00:00.000Z' })
    await book(database, gone, { startsAt: '2026-11-22T10:00:00.000Z' })
    await book(database, deniz, { startsAt: '2026-11-30T09:00:00.000Z' })

    expect(await recentCustomers(database, until, 3)).toEqual([ali, cem, newest])
  })
})

describe('one number, two cards', () => {
  const ali = customer('Ali', '+905321234567', '+902125551122')
  const same = customer('Ali Usta', '+902125551122')
  const other = customer('Cem', '+905339999999')
  const hidden = archived('Eski Ali', '+905321234567')

  it('a card names the others with one of its numbers, not the archived ones', async () => {
    const database = await phoneCopy(ali, same, other, hidden)
    expect(await customerWithTwins(database, ali.id)).toEqual({ customer: ali, twins: [same] })
    expect(await customerWithTwins(database, other.id)).toEqual({ customer: other, twins: [] })
    expect(await customerWithTwins(database, 'nobody')).toBeNull()
  })

  it('whoever archived one of them is no longer asked', async () => {
    const database = await phoneCopy(ali, same)
    await send(database, archiveCustomer, { id: same.id, archived: true })
    expect(await customerWithTwins(database, ali.id)).toEqual({ customer: ali, twins: [] })
  })

  it('merged they are one, with both numbers and the visits of both', async () => {
    const database = await phoneCopy(ali, same)
    await book(database, same, { startsAt: '2026-11-20T09:00:00.000Z' })
    await send(database, mergeCustomers, { id: ali.id, mergedId: same.id, ...unite(ali, same) })
    expect(await customerWithTwins(database, ali.id)).toMatchObject({ customer: { phones: ali.phones }, twins: [] })
    expect(await customerWithTwins(database, same.id)).toBeNull()
    expect(await mirror(database, 'appointments').where('customerId').equals(ali.id).count()).toBe(1)
  })

  it.each(['0532 123 45 67', '+90 532 123 45 67', '5321234567'])('%s typed into a form finds its owner', async text => {
    const database = await phoneCopy(ali, other)
    expect(await customerWithPhone(database, text)).toEqual(ali)
    expect(await customerWithPhone(database, text, ali.id)).toBeNull()
  })

  it('half a number finds nobody yet', async () => {
    const database = await phoneCopy(ali)
    expect(await customerWithPhone(database, '0532 12')).toBeNull()
  })
})

describe('the last visit', () => {
  it('is the latest one that took place', async () => {
    const ali = customer('Ali')
    const database = await phoneCopy(ali)
    await book(database, ali, { startsAt: '2026-11-12T09:00:00.000Z' })
    await book(database, ali, { startsAt: '2026-11-10T09:00:00.000Z' })
    await book(database, ali, { startsAt: '2026-11-20T09:00:00.000Z', status: 'no-show' })
    expect(await lastVisits(database)).toEqual(new Map([[ali.id, '2026-11-12T09:00:00.000Z']]))
  })
})
