import { createClient } from '@supabase/supabase-js'
import WebSocket from 'ws'
import type { Appointment } from '@/lib/appointments/appointment'
import { startersOf } from '@/lib/appointments/commands/starters'
import { everyCommand } from '@/lib/commands/every-command'
import { rpcOver } from '@/lib/db/server/rpc-over'
import { serviceClient } from '@/lib/db/server/service-client'
import { type Id, newId } from '@/lib/kernel/id'
import { addDays, addMinutes, type Day, dayOf, type Instant, instantAt, toInstant, weekdayOf } from '@/lib/kernel/zone'
import type { Plan } from '@/lib/messages/message'
import { type Answer, type Command, MAX_COMMANDS, PROTOCOL } from '@/lib/sync/protocol'
import { answerPhone } from '@/lib/sync/server/answer-phone'
import { keyringOf } from '@/lib/tenants/server/keyring'
import { openShop } from '@/lib/tenants/server/open-shop'
import { publishPage } from '@/lib/tenants/server/publish-page'
import { recordRegistration } from '@/lib/tenants/server/record-consents'
import { savePage } from '@/lib/tenants/server/save-page'
import type { Trade } from '@/lib/tenants/trades'
import type { Login } from './demo'
import { besidesAppointments } from './demo-book'
import { dice, peopleOf } from './demo-people'
import { besidesTheBook, tillOf } from './demo-till'
import type { Stack } from './stack'

const ZONE = 'Europe/Istanbul'
const PASSWORD = 'siftah-deneme'
const SUNDAY = 7

interface Demo {
  shop: string
  owner: string
  trade: Trade
  email: string
  phone: string
  /** Its page on the web, open to customers; without one the shop has none. */
  page?: { slug: string; address: string }
}

const shops: (Demo & { second: string; seed: number; messages: Plan })[] = [
  {
    shop: 'Berber Mehmet',
    owner: 'Mehmet',
    second: 'Kemal',
    trade: 'berber',
    email: 'mehmet@siftah.example',
    phone: '+902165550101',
    page: { slug: 'berber-mehmet', address: 'Moda Caddesi 12, Kadıköy, İstanbul' },
    seed: 1,
    messages: 'own',
  },
  {
    shop: 'Kuaför Ayşe',
    owner: 'Ayşe',
    second: 'Derya',
    trade: 'kuafor',
    email: 'ayse@siftah.example',
    phone: '+902165550202',
    page: { slug: 'kuafor-ayse', address: 'Cumhuriyet Caddesi 34/A, Çankaya, Ankara' },
    seed: 2,
    messages: 'whatsapp-sms',
  },
]

/** Opens the demo shops through the product's own doors, as two owners with phones would, and gives them two weeks of work. */
export async function seed(env: Stack['env'], now: Date = new Date()): Promise<{ logins: Login[] }> {
  const logins: Login[] = []
  for (const demo of shops) logins.push(await openShopAs(env, demo, now, work => twoWeeks(work, demo, now)))
  return { logins }
}

/** What there is in a shop that has just been opened, and how to do something in it. */
export interface ShopWork {
  shop: Id
  zone: string
  staff: Id[]
  services: Service[]
  account: (name: string) => Id
  newId: () => Id
  /** Something that happened: a command of this shop. */
  add: (name: string, eventAt: Instant, args: object) => void
}

type Service = { id: Id; minutes: number; price: number }
type Account = { id: Id; kind: string; name: string }

/** Registers an owner, opens his shop, and does in it what `doWork` adds; all through the doors that people and phones use. */
export async function openShopAs(
  env: Stack['env'],
  demo: Demo,
  now: Date,
  doWork: (work: ShopWork) => void,
): Promise<Login> {
  const client = createClient(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket as never },
  })
  const { data, error } = await client.auth.signUp({
    email: demo.email,
    password: PASSWORD,
    options: { data: { name: demo.owner } },
  })
  if (error || !data.user) throw error ?? new Error(`no account for ${demo.email}`)
  await recordRegistration(serviceClient(), data.user.id, false)

  const rpc = rpcOver(client)
  const shop = { id: newId(), name: demo.shop, trade: demo.trade, phone: demo.phone, ownerName: demo.owner }
  await openShop(rpc, shop, startersOf(demo.trade, { ownerName: demo.owner, now: toInstant(now) }))

  const owner = { tenantId: shop.id, userId: data.user.id, deviceId: newId() }
  const exchange = async (commands: Command[]): Promise<Answer> => {
    const outcome = await answerPhone(
      { protocol: PROTOCOL, ...owner, cursor: null, commands },
      { userId: owner.userId, rpc, keyring: tenantId => keyringOf(client, tenantId), commands: everyCommand, now },
    )
    if ('refusal' in outcome) throw new Error(`the demo shop was refused: ${outcome.refusal}`)
    const rejected = outcome.answer.results.find(({ status }) => status === 'rejected')
    if (rejected) throw new Error(`a demo command was refused: ${JSON.stringify(rejected)}`)
    return outcome.answer
  }

  const { changes } = await exchange([])
  const rowsOf = <Row>(table: string) => changes.filter(change => change.table === table).map(({ row }) => row as Row)
  const accounts = rowsOf<Account>('accounts')
  const commands: Command[] = []
  doWork({
    shop: shop.id,
    zone: ZONE,
    staff: rowsOf<{ id: Id }>('staff').map(({ id }) => id),
    services: rowsOf<Service>('services'),
    account: name => accounts.find(account => account.name === name)!.id,
    newId,
    add: (name, eventAt, args) => commands.push({ id: newId(), name, eventAt, args }),
  })
  for (let i = 0; i < commands.length; i += MAX_COMMANDS) await exchange(commands.slice(i, i + MAX_COMMANDS))
  if (demo.page) {
    await savePage(client, shop.id, demo.page)
    await publishPage(client, shop.id, true)
  }
  return { shop: demo.shop, email: demo.email, password: PASSWORD }
}

/** Sixty customers, two chairs, a week behind and a week ahead, what was taken and what was spent; today is never empty, whatever the weekday. */
function twoWeeks(work: ShopWork, demo: (typeof shops)[number], now: Date): void {
  const { add, account, services, staff } = work
  const [own] = staff
  const roll = dice(demo.seed)
  const today = dayOf(toInstant(now), ZONE)
  const second = newId()
  const { ware, sell, spend } = tillOf(work)
  const sellProduct = (amount: number, at: Instant) =>
    sell(at, [ware({ accountId: account('Ürün'), name: 'Ürün', price: amount })], { cash: amount })

  // What was in the book before it came here was told long ago.
  add('messages.set-rules@1', toInstant(now), { id: work.shop, plan: 'none' })
  add('staff.save@1', toInstant(now), { id: second, name: demo.second, position: 1 })
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const ranges =
      weekday === SUNDAY
        ? []
        : [
            [10 * 60, 13 * 60],
            [14 * 60, 19 * 60],
          ]
    add('hours.set@1', toInstant(now), { id: newId(), staffId: second, weekday, ranges })
  }

  const customers = peopleOf(demo.seed).map(({ name, phone, note }) => {
    const id = newId()
    const joined = instantAt(addDays(today, -30 - roll(300)), 600, ZONE)
    add('customers.add@1', joined, { id, name, phones: [phone], email: null, note })
    return id
  })

  for (let offset = -7; offset <= 7; offset++) {
    const day = addDays(today, offset)
    if (weekdayOf(day) === SUNDAY && offset !== 0) continue
    for (const staffId of [own!, second]) {
      for (const { startsAt, endsAt, service } of sittings(day, services, roll)) {
        const id = newId()
        const booked = earlier(startsAt, now)
        const customerId = roll(10) === 0 ? null : customers[roll(customers.length)]!
        add('appointments.book@1', booked, {
          id,
          staffId,
          customerId,
          serviceId: service.id,
          startsAt,
          endsAt,
          price: service.price,
          note: null,
        })
        if (endsAt >= toInstant(now)) continue
        const fate: Appointment['status'] = roll(12) === 0 ? 'no-show' : roll(15) === 0 ? 'cancelled' : 'done'
        add('appointments.set-status@1', endsAt, { id, status: fate })
        if (fate !== 'done' || service.price === 0) continue
        const sold = ware({ serviceId: service.id, staffId, appointmentId: id, price: service.price })
        sell(endsAt, [sold], { [roll(5) < 3 ? 'cash' : 'card']: service.price }, { customerId, appointmentId: id })
      }
    }
    const evening = instantAt(day, 19 * 60, ZONE)
    if (evening > toInstant(now)) continue
    if (weekdayOf(day) === 1) spend('Kasa', 'Malzeme', 85_000 + roll(40) * 1_000, evening)
    if (weekdayOf(day) === 4) spend('Banka', 'Fatura', 120_000 + roll(30) * 1_000, evening)
    if (roll(3) === 0) sellProduct(18_000 + roll(20) * 1_000, evening)
  }
  besidesAppointments({ work, trade: demo.trade, today, now: toInstant(now), chairs: [own!, second], customers })
  besidesTheBook(work, today, toInstant(now), customers)
  // One shop with each way: by its owner's own hand, and by itself.
  add('messages.set-rules@1', toInstant(now), { id: work.shop, plan: demo.messages })
  // Whoever looks in before the shop has opened finds a till that has begun its day.
  const justNow = addMinutes(toInstant(now), -10)
  if (dayOf(justNow, ZONE) === today) sellProduct(24_500, justNow)
}

/** A day of one chair: sittings one after another, with the gaps a real book has. */
function* sittings(day: Day, services: Service[], roll: (sides: number) => number) {
  let minute = 10 * 60 + roll(3) * 30
  while (minute < 18 * 60) {
    const service = services[roll(services.length)]!
    const startsAt = instantAt(day, minute, ZONE)
    yield { service, startsAt, endsAt: addMinutes(startsAt, service.minutes) }
    minute += Math.ceil(service.minutes / 15) * 15 + [0, 0, 15, 30, 60][roll(5)]!
  }
}

/** Booked some days before, and never after now. */
const earlier = (startsAt: Instant, now: Date): Instant =>
  [addMinutes(startsAt, -3 * 24 * 60), toInstant(now)].sort()[0]!
