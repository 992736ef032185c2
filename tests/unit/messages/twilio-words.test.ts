import { expect, test } from 'vitest'
import { refusalOf, statusOf } from '@/lib/messages/server/channels/twilio-words'

// What Twilio's error codes do to a message (DOMAIN-FACTS §3.6).

test.each([
  [63003, 'no-whatsapp', 'no-whatsapp'],
  [63024, 'no-whatsapp', 'no-whatsapp'],
  [63014, 'opted-out', 'opted-out'],
  [21610, 'opted-out', 'opted-out'],
  [21211, 'unreachable', 'unreachable'],
  [21612, 'unreachable', 'unreachable'],
  [21614, 'unreachable', 'unreachable'],
])('%i: not by this channel again', (code, reason, block) => {
  expect(refusalOf(400, code)).toEqual({ outcome: 'next-channel', reason, block })
  expect(statusOf('failed', code)).toEqual({ state: 'failed', reason, block })
})

test.each([63018, 63012, 20429])('%i: once more, later', code => {
  expect(refusalOf(429, code, 7)).toEqual({ outcome: 'retry', after: 7 })
})

test.each([63032, 63049])('%i: by the next channel, and not again by this one', code => {
  expect(refusalOf(400, code)).toEqual({ outcome: 'next-channel', reason: 'withheld' })
})

test.each([
  [63016, 'template'],
  [63013, 'template'],
  [63021, 'template'],
  [63027, 'template'],
  [63028, 'template'],
  [63029, 'template'],
  [63030, 'template'],
  [63005, 'template'],
  [20003, 'set-up'],
  [63001, 'set-up'],
  [63008, 'set-up'],
  [35115, 'set-up'],
])('%i: by the next channel, and the operator hears of it', (code, reason) => {
  expect(refusalOf(400, code)).toEqual({ outcome: 'next-channel', reason, code: String(code) })
})

test('an error of its own says nothing about whether the message was taken', () => {
  expect(refusalOf(500, undefined)).toEqual({ outcome: 'unknown' })
  expect(refusalOf(502, undefined)).toEqual({ outcome: 'unknown' })
  expect(refusalOf(429, undefined)).toEqual({ outcome: 'retry' })
  expect(refusalOf(400, 99999)).toEqual({ outcome: 'next-channel', reason: 'set-up', code: '99999' })
})

test.each([
  ['queued', 'sent'],
  ['accepted', 'sent'],
  ['scheduled', 'sent'],
  ['sending', 'sent'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['partially_delivered', 'delivered'],
  ['read', 'read'],
])('the status %s is %s', (status, state) => {
  expect(statusOf(status)).toEqual({ state })
})

test('a message that did not arrive, for a reason nobody knows, was not delivered', () => {
  expect(statusOf('undelivered', null)).toEqual({ state: 'failed', reason: 'not-delivered' })
  expect(statusOf('undelivered', 30003)).toEqual({ state: 'failed', reason: 'not-delivered', block: undefined })
})
