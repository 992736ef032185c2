import { expect, test } from 'vitest'
import { startersOf } from '@/lib/appointments/commands/starters'
import { everyCommand } from '@/lib/commands/every-command'
import { commandSchema } from '@/lib/sync/request'
import { tradeNames } from '@/lib/tenants/trades'

const owner = { ownerName: 'Mehmet Usta', now: '2026-11-22T07:00:00.000Z' }

test.each(tradeNames)('a new %s starts with a chair, its week and some services', trade => {
  const starters = startersOf(trade, owner)
  for (const { name, args, ...rest } of starters) {
    expect(commandSchema.safeParse({ name, args, ...rest }).success).toBe(true)
    expect(everyCommand.get(name)?.args.safeParse(args).error).toBeUndefined()
  }
  const named = (name: string) => starters.filter(starter => starter.name === name)
  const argsOf = <Args>(name: string) => named(name).map(starter => starter.args as Args)

  const [chair] = argsOf<{ id: string; name: string }>('staff.save@1')
  expect(chair?.name).toBe('Mehmet Usta')
  const week = argsOf<{ staffId: string; weekday: number; ranges: unknown[] }>('hours.set@1')
  expect(week.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(week.every(({ staffId }) => staffId === chair?.id)).toBe(true)
  expect(week.filter(({ ranges }) => ranges.length === 0).map(({ weekday }) => weekday)).toEqual([7])
  const services = argsOf<{ name: string; price: number }>('services.save@1')
  expect(services.length).toBeGreaterThanOrEqual(2)
  expect(new Set(services.map(({ name }) => name)).size).toBe(services.length)
  expect(services.every(({ price }) => price % 5000 === 0)).toBe(true) // whole fifties of lira, in kuruş
})

test('two new shops share no id', () => {
  const ids = [...startersOf('berber', owner), ...startersOf('berber', owner)].flatMap(({ id, args }) => [
    id,
    (args as { id: string }).id,
  ])
  expect(new Set(ids).size).toBe(ids.length)
})
