import { describe, expect, test } from 'vitest'
import {
  changeableUntil,
  isChangeable,
  stateOf,
  type VisitPart,
  type VisitState,
  wishedAgain,
} from '@/lib/booking/visit'
import { addMinutes } from '@/lib/kernel/zone'
import { bookOfShop, mehmet, sac } from './shop-of-berber-mehmet'

const startsAt = '2026-11-27T11:30:00.000Z'
const before = addMinutes(startsAt, -300)
const customerId = '00000000-0000-4000-8000-0000000000cc'

const part = (other: Partial<VisitPart> = {}): VisitPart => ({
  id: '00000000-0000-4000-8000-0000000000a1',
  staffId: mehmet,
  serviceId: sac,
  startsAt,
  endsAt: addMinutes(startsAt, 30),
  prepareMinutes: 0,
  cleanMinutes: 5,
  price: 40_000,
  status: 'confirmed',
  statusActor: 'member',
  lapsesAt: null,
  customerId,
  confirmedAt: null,
  bookedName: null,
  ...other,
})
const state = (other: Partial<VisitPart>, now = before) => stateOf({ parts: [part(other)] }, now)

describe('a visit stands, to its customer', () => {
  test.each<[VisitState, Partial<VisitPart>]>([
    ['choosing', { status: 'held', customerId: null }],
    ['kept-no-longer', { status: 'lapsed', customerId: null }],
    ['offered', { status: 'held' }],
    ['requested', { status: 'requested' }],
    ['confirmed', { status: 'confirmed' }],
    ['over', { status: 'arrived' }],
    ['over', { status: 'done' }],
    ['over', { status: 'no-show' }],
    ['cancelled-by-shop', { status: 'cancelled', statusActor: 'member' }],
    ['cancelled-by-customer', { status: 'cancelled', statusActor: 'customer' }],
    ['unanswered', { status: 'lapsed' }],
  ])('as %s', (expected, other) => {
    expect(state(other)).toBe(expected)
  })

  test('as over once it has begun, and as unanswered when nobody had agreed', () => {
    expect(state({ status: 'confirmed' }, startsAt)).toBe('over')
    expect(state({ status: 'requested' }, startsAt)).toBe('unanswered')
    expect(state({ status: 'held' }, startsAt)).toBe('unanswered')
    expect(state({ status: 'held', customerId: null }, startsAt)).toBe('over')
  })

  test('by its parts that are still to come', () => {
    const parts = [part({ status: 'cancelled' }), part({ id: '2', startsAt: addMinutes(startsAt, 30) })]
    expect(stateOf({ parts }, before)).toBe('confirmed')
  })
})

describe('[AP17] the customer changes it himself', () => {
  const visit = (other: Partial<VisitPart> = {}) => ({ ...bookOfShop(), parts: [part(other)] })

  test('until the shop’s notice, to the minute', () => {
    const last = addMinutes(startsAt, -120)
    expect(changeableUntil(visit())).toBe(last)
    expect(isChangeable(visit(), last)).toBe(true)
    expect(isChangeable(visit(), addMinutes(last, 1))).toBe(false)
  })

  test('at any time while the shop has not agreed', () => {
    expect(isChangeable(visit({ status: 'requested' }), addMinutes(startsAt, -1))).toBe(true)
    expect(isChangeable(visit({ status: 'held' }), addMinutes(startsAt, -1))).toBe(true)
  })
})

test('moved, it keeps the time and the price that were agreed on', () => {
  const parts = [part({ endsAt: addMinutes(startsAt, 45), price: 55_000 })]
  const keeps = { minutes: 45, price: 55_000, prepareMinutes: 0, cleanMinutes: 5 }
  expect(wishedAgain({ parts }, false)).toEqual([{ serviceId: sac, staffId: mehmet, keeps }])
  expect(wishedAgain({ parts }, true)).toEqual([{ serviceId: sac, staffId: null, keeps }])
})
