import { beforeEach, expect, test } from 'vitest'
import { closedThrough } from '@/lib/cash/browser/closed-through'
import { closingOf, dismissClosing, refusedClosings } from '@/lib/cash/browser/closings'
import { knownTill } from '@/lib/cash/browser/known-till'
import { monthsOnPhone, sumsOnPhone } from '@/lib/cash/browser/month'
import { transfersOfDay } from '@/lib/cash/browser/till'
import { closeDay } from '@/lib/cash/commands/close-day'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { readSummary } from '@/lib/cash/day-closing'
import { foreseeClosing } from '@/lib/cash/foresee-closing'
import { newId } from '@/lib/kernel/id'
import type { ShopDatabase } from '@/lib/sync/browser/database'
import { send } from '@/lib/sync/browser/send'
import { hizmet, kasa, newPhone, refuseAll } from '../appointments/phone'

// A day closed on a phone that nobody has answered yet. Its zone is UTC: it has not heard of its shop.

const zone = 'UTC'
const [day, next] = ['2026-11-25', '2026-11-26']
const evening = new Date(`${day}T20:00:00.000Z`)

let phone: ShopDatabase
beforeEach(async () => {
  phone = await newPhone()
  await take(40_000, `${day}T10:00:00.000Z`)
})

async function take(amount: number, when: string) {
  const transfer = {
    id: newId(),
    fromAccountId: hizmet.id,
    toAccountId: kasa.id,
    amount,
    appointmentId: null,
    note: null,
  }
  await send(phone, recordTransfer, transfer, new Date(when))
}
const counted = { counted: 39_000, left: 10_000, opening: 0 }
const close = () =>
  send(phone, closeDay, { id: newId(), day, ...counted, notes: null, reason: ' ', opens: [] }, evening)

test('[CA32] [CA33] shows at once what the screen foresaw, and the day is closed', async () => {
  const till = await knownTill(phone, day, zone)
  await close()
  const closing = (await closingOf(phone, day))!
  expect(readSummary(closing)).toEqual(foreseeClosing(till, { day, eventAt: evening.toISOString(), ...counted }))
  expect(readSummary(closing).cash).toMatchObject({ expected: 40_000, difference: -1_000, taken: 29_000, left: 10_000 })
  expect(closing).toMatchObject({ leftAmount: 10_000, reason: null, sha256: null })
  expect(await closedThrough(phone)).toBe(day)
})

test('[CA31] who comes after it is tomorrow’s', async () => {
  await close()
  await take(7_500, `${day}T21:00:00.000Z`)
  expect((await transfersOfDay(phone, day, zone)).map(({ amount }) => amount)).toEqual([40_000])
  expect((await transfersOfDay(phone, next, zone)).map(({ amount }) => amount)).toEqual([7_500])
  const { totals } = await monthsOnPhone(phone, '2026-11', { today: next, zone })
  expect(totals.days.map(({ day }) => day)).toEqual([day, next])
  expect(totals.income).toBe(47_500)
})

test('[CA32] one that came second is gone from the book and stays on a card, with what was counted', async () => {
  await close()
  await refuseAll(phone, 'day-closed')
  expect(await closedThrough(phone)).toBeNull()
  const [refused] = await refusedClosings(phone)
  expect(refused!.args).toMatchObject({ day, counted: 39_000 })
  await dismissClosing(phone, refused!)
  expect(await refusedClosings(phone)).toEqual([])
})

test('[CA41] what of a month is on the screen first is what stands there in the end', async () => {
  await take(1_250, `${next}T09:00:00.000Z`)
  const first = await sumsOnPhone(phone, '2026-11', zone)
  const { totals } = await monthsOnPhone(phone, '2026-11', { today: next, zone })
  expect({ ...first, services: totals.services, staff: totals.staff }).toEqual(totals)
  expect(first.income).toBe(41_250)
})
