import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { closingMessage } from '@/components/cash/evening/day-words'
import { type DayClosing, readSummary } from '@/lib/cash/day-closing'
import { ownAccount } from '@/lib/cash/own-account'
import { newId } from '@/lib/kernel/id'
import { formatMoney } from '@/lib/kernel/money'
import { addDays, type Day, instantAt } from '@/lib/kernel/zone'
import type { Command } from '@/lib/sync/protocol'
import {
  apply,
  closeDay,
  command,
  daysAgo,
  openTwoShops,
  sellHaircut,
  spend,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { connect } from '@/tests/support/database'

// tests/examples/day-end: two days of a shop, told step by step, and what was written when they were closed.

const file = new URL('../examples/day-end/a-closed-day.txt', import.meta.url)
const ZONE = 'Europe/Istanbul'
const sql = connect()

test('[CA31] [CA32] [CA33] [CA35] a closed day leaves what stands in the example', async () => {
  const { mehmet: shop } = await openTwoShops()
  const { Kasa, Kart, Banka } = shop.accounts as Record<string, string>
  const owes = ownAccount('veresiye', shop.customers[0])
  const earns = ownAccount('staff', shop.chair)
  const days: [Day, Day] = [daysAgo(6), daysAgo(5)]
  const share = { id: newId(), staffId: shop.chair, fromDay: addDays(days[0], -1), percent: 40, fixed: null }
  await apply(shop, shop.owner, [command('staff.set-share@1', share)])
  const lines = ['A closed day, and what came too late for it', '='.repeat(43)]

  async function happens(day: 1 | 2, time: string, words: string, made: Command): Promise<Command> {
    const [hours, minutes] = time.split(':').map(Number) as [number, number]
    const done = { ...made, eventAt: instantAt(days[day - 1]!, hours * 60 + minutes, ZONE) }
    const before = await movements()
    await apply(shop, shop.owner, [done])
    const moved = (await movements()).filter(one => !before.some(({ id }) => id === one.id))
    lines.push('', `Day ${day}, ${time}  ${words}.`, ...moved.map(lineOf))
    return done
  }
  const movements = () => sql`
    select t.id, f.name as from, o.name as to, t.amount::float8 as amount, t.day::text, t.reverses_id is not null as back
    from public.transfers t join public.accounts f on f.id = t.from_account_id join public.accounts o on o.id = t.to_account_id
    where t.tenant_id = ${shop.id} order by t.rev`
  const lineOf = ({ from, to, amount, day, back }: Awaited<ReturnType<typeof movements>>[number]) =>
    `    ${from.padEnd(16)}→ ${to.padEnd(16)}${formatMoney(amount).slice(1).padStart(10)}  in the book of day ${days.indexOf(day) + 1}${back ? ', takes back' : ''}`
  async function written(day: 1 | 2): Promise<void> {
    const [closing] = await sql<
      DayClosing[]
    >`select summary, reason, sha256 from public.day_closings where tenant_id = ${shop.id} and day = ${days[day - 1]!}`
    const message = closingMessage('Berber Mehmet', readSummary(closing!), day === 1 ? 'Para üstü' : null).split('\n')
    // Which days these are is no part of the example.
    lines.push('', ...message.toSpliced(1, 1, `Day ${day}`).map(line => (line ? `    | ${line}` : '    |')))
  }

  const kept = { opens: [owes, earns] }
  await happens(1, '10:30', 'A haircut, paid in cash', sellHaircut(shop))
  const mistake = await happens(1, '11:30', 'Another by card', sellHaircut(shop, {}, Kart))
  await happens(
    1,
    '12:30',
    'And one on veresiye',
    sellHaircut(shop, { ...kept, customerId: shop.customers[0] }, owes.id),
  )
  await happens(1, '13:00', 'Dye from the wholesaler, paid from the drawer', spend(shop))
  await happens(
    1,
    '17:00',
    'A hundred lira carried to the bank',
    takeMoney(shop, { fromAccountId: Kasa, toAccountId: Banka, amount: 10_000 }),
  )
  const counted = { counted: 18_500, left: 5_000, reason: 'Para üstü', opens: [earns] }
  await happens(
    1,
    '20:00',
    'The drawer is counted, five lira short; fifty stay for tomorrow',
    closeDay(shop, { day: days[0], ...counted }),
  )
  await written(1)
  await happens(1, '19:30', 'A phone that was out of reach brings a haircut of half past seven', sellHaircut(shop))
  const [leg] = (mistake.args as { transfers: { id: string }[] }).transfers
  await happens(
    2,
    '09:30',
    'The haircut by card was a mistake',
    command('cash.reverse@1', { id: newId(), reversesId: leg!.id }),
  )
  await happens(
    2,
    '11:00',
    'The customer pays half of what he owes',
    takeMoney(shop, { fromAccountId: owes.id, toAccountId: Kasa, amount: 20_000 }),
  )
  await happens(
    2,
    '20:00',
    'The drawer is counted, and is right',
    closeDay(shop, { day: days[1], counted: 65_000, left: 5_000, opens: [earns] }),
  )
  await written(2)

  const text = `${lines.join('\n')}\n`
  if (process.env.UPDATE) writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
})
