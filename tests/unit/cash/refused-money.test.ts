import { beforeEach, expect, test } from 'vitest'
import { recordWithoutAppointment, refusedMoney } from '@/lib/cash/browser/refused-money'
import { reversalsOf, transfersOfDay } from '@/lib/cash/browser/till'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { reverseTransfer } from '@/lib/cash/commands/reverse-transfer'
import { tillOfDay } from '@/lib/cash/till-of-day'
import { newId } from '@/lib/kernel/id'
import type { ShopDatabase } from '@/lib/sync/browser/database'
import { dismissRefused, waitingCommands } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import { hizmet, kasa, newPhone, refuseAll } from '../appointments/phone'

const [day, zone] = ['2026-11-22', 'Europe/Istanbul']
const yesterdayEvening = new Date('2026-11-21T20:59:59.000Z')
const afterMidnight = new Date('2026-11-21T21:00:00.000Z')

let phone: ShopDatabase
beforeEach(async () => {
  phone = await newPhone()
})

const take = async (amount: number, when: Date, appointmentId: string | null = null) => {
  const id = newId()
  const transfer = { id, fromAccountId: hizmet.id, toAccountId: kasa.id, amount, appointmentId, note: null }
  await send(phone, recordTransfer, transfer, when)
  return id
}

test('money whose appointment lost its place can be kept: the same amount, the day it was taken', async () => {
  await take(25_000, afterMidnight, newId())
  await refuseAll(phone, 'missing')
  expect(await transfersOfDay(phone, day, zone)).toEqual([])

  const [refused] = await refusedMoney(phone)
  await recordWithoutAppointment(phone, refused!)
  expect(await transfersOfDay(phone, day, zone)).toMatchObject([{ amount: 25_000, appointmentId: null }])
  expect(await refusedMoney(phone)).toEqual([])
})

test('two taps write the money down once', async () => {
  await take(25_000, afterMidnight, newId())
  await refuseAll(phone, 'missing')
  const [refused] = await refusedMoney(phone)
  await Promise.all([recordWithoutAppointment(phone, refused!), recordWithoutAppointment(phone, refused!)])
  await recordWithoutAppointment(phone, refused!)
  expect(await transfersOfDay(phone, day, zone)).toMatchObject([{ amount: 25_000 }])
  expect(await waitingCommands(phone)).toHaveLength(1)
})

test('money that somebody has let go stays gone: a tap that comes too late writes nothing', async () => {
  await take(25_000, afterMidnight, newId())
  await refuseAll(phone, 'missing')
  const [refused] = await refusedMoney(phone)
  await dismissRefused(phone, refused!.seq)
  await recordWithoutAppointment(phone, refused!)
  expect(await transfersOfDay(phone, day, zone)).toEqual([])
})

test('a day of the till begins at midnight in the shop', async () => {
  await take(1, yesterdayEvening)
  await take(2, afterMidnight)
  expect((await transfersOfDay(phone, day, zone)).map(one => one.amount)).toEqual([2])
})

test('what is taken back later is found with the day it was taken on, and empties it', async () => {
  const id = await take(25_000, afterMidnight)
  await send(phone, reverseTransfer, { id: newId(), reversesId: id }, new Date('2026-11-25T10:00:00.000Z'))
  const taken = await transfersOfDay(phone, day, zone)
  const back = await reversalsOf(phone, [id])
  expect(tillOfDay([...taken, ...back], [kasa, hizmet]).net).toBe(0)
  expect(back).toHaveLength(1)
})
