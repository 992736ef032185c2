import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerOf, ruleGroups } from '@/components/settings/rules'
import type { BookingRules } from '@/lib/appointments/appointment'
import { setBookingRules } from '@/lib/appointments/commands/set-booking-rules'
import { newId } from '@/lib/kernel/id'

const every = ruleGroups.flatMap(({ rules }) => rules)

/** What a shop is born with: the defaults of the table. */
const born = Object.fromEntries(
  [
    ...readFileSync('supabase/migrations/20261125000100_calendar.sql', 'utf8')
      .split('create table public.booking_rules')[1]!
      .split(');')[0]!
      .matchAll(/^ {2}(\w+) .*default '?([\w-]+)'?/gm),
  ].map(([, column, value]) => [
    column!.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
    value === 'true' || (/^\d+$/.test(value!) ? Number(value) : value),
  ]),
) as BookingRules

test('every rule but one, which is a switch, is asked, and once', () => {
  const asked = every.map(rule => rule.name).sort()
  const known = Object.keys(born).filter(name => name !== 'anyStaff')
  expect(asked).toEqual(known.sort())
})

test('what a shop is born with is one of the answers', () => {
  for (const rule of every) expect(rule.choices.map(choice => choice.value)).toContain(born[rule.name])
})

test('every answer is one that the command takes', () => {
  for (const rule of every) {
    for (const { value } of rule.choices) {
      expect(setBookingRules.args.safeParse({ id: newId(), [rule.name]: value }).success, rule.name).toBe(true)
    }
  }
})

test('a rule set to something that is no answer here is still said', () => {
  const odd = { ...born, noticeMinutes: 90, daysAhead: 45, requestMinutes: 2880, openLimit: 7, noShowLimit: 4 }
  const said = every.map(rule => answerOf(rule, odd))
  expect(said).toEqual(expect.arrayContaining(['90 dakika', '45 gün', '2 gün', '7 randevu', '4 kez gelmeyen']))
})

test('what happens to those who did not come is asked only where anybody is', () => {
  const rule = every.find(({ name }) => name === 'noShowRule')!
  expect(rule.counts?.(born)).toBe(true)
  expect(rule.counts?.({ ...born, noShowLimit: null })).toBe(false)
})
