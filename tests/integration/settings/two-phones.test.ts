import { expect, test } from 'vitest'
import { addTimeOff } from '@/lib/appointments/commands/add-time-off'
import { removeTimeOff } from '@/lib/appointments/commands/remove-time-off'
import { setBookingRules } from '@/lib/appointments/commands/set-booking-rules'
import { setHoliday } from '@/lib/appointments/commands/set-holiday'
import { setSpecialHours } from '@/lib/appointments/commands/set-special-hours'
import { setStaffService } from '@/lib/appointments/commands/set-staff-service'
import type { TableName } from '@/lib/db/record-sets'
import { newId } from '@/lib/kernel/id'
import type { CommandDefinition } from '@/lib/sync/command'
import { openWorld, type Phone, type World } from '@/tests/support/sync-world'

// Two phones of one owner, both without a network, say something of the same day, service, holiday or rule.

interface Case {
  table: TableName
  command: CommandDefinition<never>
  args: (world: World, which: 'first' | 'second') => object
  /** What then holds on both phones. */
  holds: object
}

const pick = <T>(which: 'first' | 'second', first: T, second: T) => (which === 'first' ? first : second)

const cases: Record<string, Case> = {
  'the hours of a date': {
    table: 'special_hours',
    command: setSpecialHours as CommandDefinition<never>,
    args: (_, which) => ({
      id: newId(),
      staffId: null,
      day: '2027-06-01',
      ranges: pick(which, [[540, 600]], [[600, 720]]),
    }),
    holds: { day: '2027-06-01', ranges: [[600, 720]] },
  },
  'what a chair does': {
    table: 'staff_services',
    command: setStaffService as CommandDefinition<never>,
    args: ({ staff, serviceId }, which) => ({
      id: newId(),
      staffId: staff[0],
      serviceId,
      offered: pick(which, false, true),
      minutes: pick(which, null, 45),
      price: null,
    }),
    holds: { offered: true, minutes: 45 },
  },
  'a holiday': {
    table: 'holiday_hours',
    command: setHoliday as CommandDefinition<never>,
    args: (_, which) => ({
      id: newId(),
      holiday: 'ramazan-arife',
      ...pick(which, { opens: 'longer', until: 1320 }, { opens: 'official', until: null }),
    }),
    holds: { holiday: 'ramazan-arife', opens: 'official', until: null },
  },
  'one rule': {
    table: 'booking_rules',
    command: setBookingRules as CommandDefinition<never>,
    args: ({ tenantId }, which) => ({ id: tenantId, noticeMinutes: pick(which, 0, 1440) }),
    holds: { noticeMinutes: 1440, daysAhead: 30 },
  },
}

const refused = (phone: Phone) => phone.tab().outbox.where('status').equals('rejected').count()
const exchangeAll = async (...phones: Phone[]) => {
  for (const phone of [...phones, ...phones]) await phone.deliver()
}

test.each(Object.entries(cases))(
  'of %s the later one holds, on both phones and once, and neither is refused',
  async (_, it) => {
    const world = await openWorld()
    const [first, second] = [world.phone(), world.phone()]
    await exchangeAll(first, second)
    await first.do(it.command, it.args(world, 'first') as never)
    await second.do(it.command, it.args(world, 'second') as never)
    await exchangeAll(first, second)
    for (const phone of [first, second]) {
      expect(await phone.rows(it.table)).toEqual([expect.objectContaining(it.holds)])
      expect(await refused(phone)).toBe(0)
      expect(await phone.tab().shadows.count()).toBe(0)
    }
  },
)

test('usual hours taken back again are those of before, in one row', async () => {
  const world = await openWorld()
  const phone = world.phone()
  await phone.deliver()
  const hours = { staffId: world.staff[1]!, day: '2027-06-01' }
  const ranges: [number, number][] = [[540, 600]]
  await phone.do(setSpecialHours, { id: newId(), ...hours, ranges })
  await phone.deliver()
  await phone.do(setSpecialHours, { id: newId(), ...hours, ranges: null })
  await exchangeAll(phone)
  expect(await phone.rows('special_hours')).toEqual([])
  await phone.do(setSpecialHours, { id: newId(), ...hours, ranges })
  await exchangeAll(phone)
  expect(await phone.rows('special_hours')).toEqual([expect.objectContaining({ ...hours, ranges })])
  expect(await refused(phone)).toBe(0)
})

test('time off taken, taken back and taken again stands once, with its note', async () => {
  const world = await openWorld()
  const [phone, other] = [world.phone(), world.phone()]
  const off = { staffId: null, startsAt: '2027-06-01T06:00:00.000Z', endsAt: '2027-06-02T06:00:00.000Z', note: 'Köy' }
  const id = newId()
  await phone.do(addTimeOff, { id, ...off })
  await phone.deliver()
  await phone.do(removeTimeOff, { id })
  await phone.do(addTimeOff, { id: newId(), ...off })
  await exchangeAll(phone, other)
  for (const it of [phone, other]) expect(await it.rows('time_off')).toEqual([expect.objectContaining(off)])
  expect(await refused(phone)).toBe(0)
})
