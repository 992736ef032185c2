import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownAccount } from '@/lib/cash/own-account'
import { everyCommand } from '@/lib/commands/every-command'
import { type Id, newId } from '@/lib/kernel/id'
import {
  addCustomer,
  addTimeOff,
  addToQueue,
  addWaiting,
  askAs,
  book,
  bookVisit,
  closeDay,
  command,
  daysAgo,
  fromNow,
  gained,
  invite,
  lineOf,
  madeBy,
  openDebt,
  openTwoShops,
  partOf,
  reasons,
  regulars,
  type Shop,
  saveStaff,
  sellHaircut,
  spend,
  takeMoney,
} from '@/tests/fixtures/two-shops'
import { connect, rpcAs } from '@/tests/support/database'
import { everythingOf } from './rows'

// Kuaför Ayşe knows every id of Berber Mehmet's shop and tries each door with them. Whatever she is answered, nothing of his changes.

const sql = connect()
let mehmet: Shop
let ayse: Shop
let before: Record<string, string[]>

beforeAll(async () => {
  ;({ mehmet, ayse } = await openTwoShops())
})
beforeEach(async () => {
  before = await everythingOf(mehmet)
})
afterEach(async () => {
  expect(await everythingOf(mehmet)).toEqual(before)
})

describe('a function of the REST door with another shop in its arguments', () => {
  const batch = () => [addCustomer({ name: 's1.clear', phones: null, email: null, note: null })]
  const forbidden = 'permission denied'
  const wholeYear = { rev: 1_000_000, fromDay: '2026-01-01', toDay: '2026-12-31' }
  /** What the stranger sends, what she is told, what somebody without a log-in is told. */
  const doors: Record<string, { args: () => Record<string, unknown>; told: unknown }> = {
    accept_invitation: { args: () => ({ p_token_hash: 'f'.repeat(64) }), told: { refused: 'unknown' } },
    act_by_link: { args: () => ({ p_token_hash: mehmet.link, p_act: 'cancel' }), told: forbidden },
    apply_commands: {
      args: () => ({ p_tenant: mehmet.id, p_device: newId(), p_commands: batch() }),
      told: { refused: 'not-a-member' },
    },
    archive_head: { args: () => ({ p_tenant: mehmet.id }), told: null },
    archive_page: {
      args: () => ({ p_tenant: mehmet.id, p_table: 'customers', p_after: null, p_rev: null, p_limit: 10 }),
      told: null,
    },
    are_ids_taken: {
      args: () => ({ p_tenant: mehmet.id, p_table: 'customers', p_ids: [mehmet.customers[0]] }),
      told: null,
    },
    begin_restore: { args: () => ({ p_tenant: mehmet.id }), told: { refused: 'not-owner' } },
    book_online: {
      args: () => ({ p_token_hash: mehmet.link, p_customer: {}, p_consents: [{}] }),
      told: forbidden,
    },
    books_head: { args: () => ({ p_tenant: mehmet.id, p_from: '2026-11-01', p_to: '2026-11-30' }), told: null },
    books_page: {
      args: () => ({ p_tenant: mehmet.id, p_head: wholeYear, p_after: null, p_limit: 10 }),
      told: null,
    },
    busy_times: { args: () => ({ p_tenant: mehmet.id, p_from: fromNow(0), p_until: fromNow(60) }), told: forbidden },
    changes_since: {
      args: () => ({ p_tenant: mehmet.id, p_cursor: null, p_limit: 10 }),
      told: { refused: 'not-a-member' },
    },
    claim_callbacks: { args: () => ({ p_limit: 10 }), told: forbidden },
    claim_checks: { args: () => ({ p_limit: 10, p_tenant: mehmet.id }), told: forbidden },
    claim_freed_times: {
      args: () => ({ p_channels: ['whatsapp'], p_limit: 10, p_tenant: mehmet.id }),
      told: forbidden,
    },
    claim_messages: {
      args: () => ({ p_channels: ['whatsapp'], p_limit: 10, p_tenant: mehmet.id }),
      told: forbidden,
    },
    count_callbacks: { args: () => ({ p_provider: 'twilio', p_counts: { forged: 1 } }), told: forbidden },
    end_callback: { args: () => ({ p_provider: 'twilio', p_key: 'SM1' }), told: forbidden },
    end_freed: { args: () => ({ p_id: newId() }), told: forbidden },
    feed_of: { args: () => ({ p_token_hash: mehmet.feed }), told: forbidden },
    hear_inbound: { args: () => ({ p_inbound: { tenantId: mehmet.id, messageId: mehmet.message } }), told: forbidden },
    hear_status: {
      args: () => ({ p_provider: 'twilio', p_provider_id: 'SM1', p_status: { state: 'read' } }),
      told: forbidden,
    },
    hold_online: {
      args: () => ({ p_tenant: mehmet.id, p_link: {}, p_choices: [{}], p_minutes: 10 }),
      told: forbidden,
    },
    invitation_of: { args: () => ({ p_token_hash: mehmet.openInvitation }), told: forbidden },
    keep_callback: {
      args: () => ({ p_provider: 'twilio', p_key: 'SM1', p_what: 'status', p_box: 'x' }),
      told: forbidden,
    },
    linked_books_page: {
      args: () => ({ p_token_hash: mehmet.link, p_head: wholeYear, p_after: null, p_limit: 10 }),
      told: forbidden,
    },
    month_totals: { args: () => ({ p_tenant: mehmet.id, p_month: '2026-11' }), told: { refused: 'not-a-member' } },
    offer_freed: {
      args: () => ({
        p_tenant: mehmet.id,
        p_channels: ['whatsapp'],
        p_offer: { waitingId: mehmet.waiting, lapsesAt: fromNow(10) },
      }),
      told: forbidden,
    },
    open_accountant_link: { args: () => ({ p_token_hash: mehmet.link, p_what: 'json' }), told: forbidden },
    open_shop: {
      args: () => ({
        p_shop: { id: mehmet.id, name: 'Kuaför Ayşe', trade: 'kuafor', phone: null, ownerName: 'Ayşe' },
        p_keys: [{ id: newId(), purpose: 'seal', wrapped: 'local.1.x.y' }],
        p_starters: [saveStaff()],
      }),
      told: 'duplicate key',
    },
    place_inbound: { args: () => ({ p_sender: { provider: 'twilio', answers: 'SM1' } }), told: forbidden },
    refuse_promotion: { args: () => ({ p_token_hash: mehmet.link, p_consent: {} }), told: forbidden },
    restore_shop: {
      args: () => ({ p_tenant: mehmet.id, p_shop: {}, p_texts: [], p_rows: 0 }),
      told: { refused: 'not-owner' },
    },
    seat_member: {
      args: () => ({ p_tenant: mehmet.id, p_member: newId(), p_chair: mehmet.chair }),
      told: { refused: 'seat-taken' },
    },
    settle_messages: {
      args: () => ({ p_results: [{ id: mehmet.message, lease: null, outcome: 'lost' }] }),
      told: forbidden,
    },
    shop_page: { args: () => ({ p_slug: 'berber-mehmet' }), told: forbidden },
    stage_rows: { args: () => ({ p_tenant: mehmet.id, p_table: 'customers', p_rows: [{ id: newId() }] }), told: false },
    take_attempt: { args: () => ({ p_bucket: 'log-in', p_cap: 1, p_window: '1 hour' }), told: forbidden },
    unclaimed_sendings: { args: () => ({ p_provider: 'twilio', p_ids: ['SM1'] }), told: forbidden },
    visit_of_link: { args: () => ({ p_token_hash: mehmet.link }), told: forbidden },
  }

  test('is one of these: a new one must say how it answers a stranger', async () => {
    const functions =
      await sql`select distinct proname from pg_proc where pronamespace = 'public'::regnamespace order by 1`
    expect(Object.keys(doors)).toEqual(functions.map(({ proname }) => proname))
  })

  const answerTo = (userId: Id | null, name: string) =>
    rpcAs(userId)(name, doors[name]!.args()).catch((error: Error) => error.message)

  test.each(Object.keys(doors))('%s tells the stranger nothing and does nothing', async name => {
    const { told } = doors[name]!
    const answer = await answerTo(ayse.owner, name)
    if (typeof told === 'string') expect(answer).toContain(told)
    else expect(answer).toEqual(told)
  })

  test.each(Object.keys(doors))('%s tells the removed member no more than the stranger', async name => {
    expect(await answerTo(mehmet.removed, name)).toEqual(await answerTo(ayse.owner, name))
  })

  test.each(Object.keys(doors))('%s does not open without a log-in', async name => {
    expect(await answerTo(null, name)).toContain(forbidden)
  })
})

describe("a command in the stranger's own shop with ids of the other", () => {
  const his = {
    customer: () => mehmet.customers[0],
    chair: () => mehmet.chair,
    service: () => mehmet.service,
    appointment: () => mehmet.appointment,
    account: () => mehmet.accounts.Kasa!,
    transfer: () => mehmet.transfer,
    import: () => mehmet.importId,
  }
  const hours = () => ({ id: newId(), staffId: ayse.chair, weekday: 2, ranges: [] })
  const service = { name: 'Fön', minutes: 30, price: 1, position: 1 }
  const slot = () => ({ startsAt: fromNow(60), endsAt: fromNow(90) })
  const itsOwn = (args: object) =>
    command('staff.set-service@1', {
      id: newId(),
      staffId: ayse.chair,
      serviceId: ayse.service,
      offered: true,
      minutes: null,
      price: null,
      ...args,
    })
  const blockOf = (customerId: Id) =>
    command('messages.set-block@1', {
      id: newId(),
      customerId,
      channel: 'whatsapp',
      purpose: 'transactional',
      wanted: false,
    })
  const visit = (part: object, whole: object = {}) =>
    bookVisit([partOf(ayse, { ...part, startsAt: fromNow(60) })], whole)
  const moveTo = (move: object) =>
    command('appointments.move@2', { moves: [{ id: ayse.appointment, staffId: ayse.chair, ...slot(), ...move }] })
  const refundOf = (sale: ReturnType<typeof command>, fromAccountId = ayse.accounts.Kasa) =>
    command('cash.refund@1', { id: newId(), lineId: lineOf(sale).id, fromAccountId, amount: 1, kdv: 0 })
  const share = (staffId: Id) =>
    command('staff.set-share@1', { id: newId(), staffId, fromDay: '2027-01-01', percent: 50, fixed: null })
  const anImport = (args: object) =>
    command('customers.import@1', { importId: newId(), created: [], merged: [], ...args })

  const attempts: [
    command: string,
    withHis: string,
    attempt: () => ReturnType<typeof command>,
    reason: string | null,
  ][] = [
    ['customers.add@1', 'customer', () => addCustomer({ id: his.customer() }), 'exists'],
    ['customers.edit@1', 'customer', () => command('customers.edit@1', { id: his.customer(), note: 'x' }), 'missing'],
    [
      'customers.archive@1',
      'customer',
      () => command('customers.archive@1', { id: his.customer(), archived: true }),
      'missing',
    ],
    [
      'customers.merge@1',
      'customer as the kept one',
      () => command('customers.merge@1', { ...regulars[0], id: his.customer(), mergedId: ayse.customers[0] }),
      'missing',
    ],
    [
      'customers.merge@1',
      'customer as the merged one',
      () => command('customers.merge@1', { ...regulars[0], id: ayse.customers[0], mergedId: his.customer() }),
      'missing',
    ],
    ['customers.import@1', 'import', () => anImport({ importId: his.import() }), 'undone'],
    [
      'customers.import@1',
      'customer, made',
      () => anImport({ created: [{ id: his.customer(), ...regulars[0] }] }),
      'exists',
    ],
    // Known customers who are gone meanwhile are passed over, and so is he.
    ['customers.import@1', 'customer, added to', () => anImport({ merged: [{ id: his.customer(), ...gained }] }), null],
    [
      'customers.undo-import@1',
      'import',
      () => command('customers.undo-import@1', { importId: his.import() }),
      'missing',
    ],
    ['staff.save@1', 'chair', () => saveStaff({ id: his.chair() }), 'exists'],
    ['staff.archive@1', 'chair', () => command('staff.archive@1', { id: his.chair(), archived: true }), 'missing'],
    ['services.save@1', 'service', () => command('services.save@1', { ...service, id: his.service() }), 'exists'],
    [
      'services.archive@1',
      'service',
      () => command('services.archive@1', { id: his.service(), archived: true }),
      'missing',
    ],
    [
      'services.arrange@1',
      'service',
      () => command('services.arrange@1', { places: [{ id: his.service(), position: 9 }] }),
      'missing',
    ],
    ['hours.set@1', 'chair', () => command('hours.set@1', { ...hours(), staffId: his.chair() }), 'missing'],
    ['appointments.book@1', 'appointment', () => book(ayse, { id: his.appointment(), ...slot() }), 'exists'],
    ['appointments.book@1', 'chair', () => book(ayse, { staffId: his.chair(), ...slot() }), 'missing'],
    ['appointments.book@1', 'customer', () => book(ayse, { customerId: his.customer(), ...slot() }), 'missing'],
    ['appointments.book@1', 'service', () => book(ayse, { serviceId: his.service(), ...slot() }), 'missing'],
    [
      'appointments.move@1',
      'appointment',
      () => command('appointments.move@1', { id: his.appointment(), staffId: ayse.chair, ...slot() }),
      'not-open',
    ],
    [
      'appointments.move@1',
      'chair',
      () => command('appointments.move@1', { id: ayse.appointment, staffId: his.chair(), ...slot() }),
      'missing',
    ],
    [
      'appointments.set-status@1',
      'appointment',
      () => command('appointments.set-status@1', { id: his.appointment(), status: 'cancelled' }),
      'missing',
    ],
    ['staff.set-service@1', 'chair', () => itsOwn({ staffId: his.chair() }), 'missing'],
    ['staff.set-service@1', 'service', () => itsOwn({ serviceId: his.service() }), 'missing'],
    [
      'hours.set-special@1',
      'chair',
      () => command('hours.set-special@1', { id: newId(), staffId: his.chair(), day: '2027-03-01', ranges: [] }),
      'missing',
    ],
    ['hours.add-time-off@1', 'chair', () => addTimeOff(ayse, { staffId: his.chair() }), 'missing'],
    ['hours.add-time-off@1', 'time off', () => addTimeOff(ayse, { id: mehmet.timeOff }), 'exists'],
    [
      'hours.remove-time-off@1',
      'time off',
      () => command('hours.remove-time-off@1', { id: mehmet.timeOff }),
      'missing',
    ],
    [
      'hours.set-holiday@1',
      'shop',
      () => command('hours.set-holiday@1', { id: mehmet.id, holiday: 'kurban-1', opens: 'closed', until: null }),
      null, // an id is only a name: the row is hers
    ],
    ['booking.set-rules@1', 'shop', () => command('booking.set-rules@1', { id: mehmet.id, stepMinutes: 60 }), null],
    ['appointments.book@2', 'appointment', () => visit({ id: his.appointment() }), 'exists'],
    ['appointments.book@2', 'chair', () => visit({ staffId: his.chair() }), 'missing'],
    ['appointments.book@2', 'service', () => visit({ serviceId: his.service() }), 'missing'],
    ['appointments.book@2', 'customer', () => visit({}, { customerId: his.customer() }), 'missing'],
    ['appointments.book@2', 'guest in the queue', () => visit({}, { walkInId: mehmet.walkIn }), 'missing'],
    ['appointments.book@2', 'wish', () => visit({}, { waitingId: mehmet.waiting }), 'missing'],
    ['appointments.move@2', 'appointment', () => moveTo({ id: his.appointment() }), 'not-open'],
    ['appointments.move@2', 'chair', () => moveTo({ staffId: his.chair() }), 'missing'],
    [
      'appointments.take-back@1',
      'appointment',
      () => command('appointments.take-back@1', { ids: [his.appointment()] }),
      'not-open',
    ],
    [
      'links.share@1',
      'appointment',
      () => command('links.share@1', { id: newId(), appointmentId: his.appointment(), tokenHash: 'a'.repeat(64) }),
      'missing',
    ],
    [
      'links.share@1',
      'link',
      () => command('links.share@1', { id: newId(), appointmentId: ayse.appointment, tokenHash: mehmet.link }),
      'exists',
    ],
    ['queue.add@1', 'customer', () => addToQueue(ayse, { customerId: his.customer() }), 'missing'],
    ['queue.add@1', 'service', () => addToQueue(ayse, { serviceId: his.service() }), 'missing'],
    ['queue.add@1', 'chair', () => addToQueue(ayse, { staffId: his.chair() }), 'missing'],
    [
      'queue.leave@1',
      'guest in the queue',
      () => command('queue.leave@1', { id: mehmet.walkIn, left: true }),
      'missing',
    ],
    ['waiting.add@1', 'customer', () => addWaiting(ayse, { customerId: his.customer() }), 'missing'],
    ['waiting.add@1', 'service', () => addWaiting(ayse, { serviceId: his.service() }), 'missing'],
    ['waiting.end@1', 'wish', () => command('waiting.end@1', { id: mehmet.waiting, ended: true }), 'missing'],
    ['cash.sell@1', 'sale', () => sellHaircut(ayse, { id: mehmet.sale }), 'exists'],
    ['cash.sell@1', 'customer', () => sellHaircut(ayse, { customerId: his.customer() }), 'missing'],
    ['cash.sell@1', 'appointment', () => sellHaircut(ayse, { appointmentId: his.appointment() }), 'missing'],
    ['cash.sell@1', 'account to put into', () => sellHaircut(ayse, {}, his.account()), 'missing'],
    [
      'cash.sell@1',
      "customer's account",
      () => sellHaircut(ayse, { opens: [ownAccount('veresiye', his.customer())] }),
      'missing',
    ],
    [
      'messages.set-rules@1',
      'shop',
      () => command('messages.set-rules@1', { id: mehmet.id, plan: 'none' }),
      null, // the rules of her own shop, whatever id she says
    ],
    [
      'messages.settle@1',
      'message',
      () => command('messages.settle@1', { id: mehmet.message, outcome: 'sent' }),
      'missing',
    ],
    [
      'messages.statement@1',
      'customer',
      () => command('messages.statement@1', { id: newId(), customerId: his.customer() }),
      'missing',
    ],
    ['messages.set-block@1', 'customer', () => blockOf(his.customer()), 'missing'],
    ['messages.handle@1', 'reply', () => command('messages.handle@1', { id: mehmet.reply }), 'missing'],
    ['cash.refund@1', 'account to take from', () => refundOf(sellHaircut(ayse), his.account()), 'missing'],
    ['cash.spend@1', 'transfer', () => spend(ayse, { id: his.transfer() }), 'exists'],
    ['cash.spend@1', 'account to take from', () => spend(ayse, { fromAccountId: his.account() }), 'missing'],
    ['cash.spend@1', 'category', () => spend(ayse, { toAccountId: mehmet.accounts.Malzeme }), 'missing'],
    ['cash.close-day@1', 'closing', () => closeDay(ayse, { id: mehmet.closing, day: daysAgo(28) }), 'exists'],
    [
      'cash.close-day@1',
      "chair's account",
      () => closeDay(ayse, { day: daysAgo(28), opens: [ownAccount('staff', his.chair())] }),
      null, // it is open already, and not in her shop: she has no more of it than before
    ],
    ['staff.set-share@1', 'chair', () => share(his.chair()), 'missing'],
    ['cash.transfer@1', 'transfer', () => takeMoney(ayse, { id: his.transfer() }), 'exists'],
    ['cash.transfer@1', 'account to take from', () => takeMoney(ayse, { fromAccountId: his.account() }), 'missing'],
    ['cash.transfer@1', 'account to put into', () => takeMoney(ayse, { toAccountId: his.account() }), 'missing'],
    ['cash.transfer@1', 'appointment', () => takeMoney(ayse, { appointmentId: his.appointment() }), 'missing'],
    ['cash.open-debts@1', 'import', () => openDebt(ayse, { importId: his.import() }), 'missing'],
    ['cash.open-debts@1', 'account to take from', () => openDebt(ayse, { fromAccountId: his.account() }), 'missing'],
    ['cash.open-debts@1', 'customer', () => openDebt(ayse, {}, his.customer()), 'missing'],
    [
      'cash.set-limit@1',
      'customer',
      () => command('cash.set-limit@1', { customerId: his.customer(), limit: 1 }),
      'missing',
    ],
    [
      'cash.sell@1',
      'appointment of a line',
      () => sellHaircut(ayse, {}, undefined, { appointmentId: his.appointment() }),
      'missing',
    ],
    ['cash.sell@1', 'service', () => sellHaircut(ayse, {}, undefined, { serviceId: his.service() }), 'missing'],
    ['cash.sell@1', 'chair', () => sellHaircut(ayse, {}, undefined, { staffId: his.chair() }), 'missing'],
    [
      'cash.reverse@1',
      'transfer',
      () => command('cash.reverse@1', { id: newId(), reversesId: his.transfer() }),
      'missing',
    ],
  ]

  test('every command is tried', () => {
    expect([...new Set(attempts.map(([name]) => name))].sort()).toEqual([...everyCommand.keys()].sort())
  })

  test.each(attempts)('%s with his %s', async (_, __, attempt, reason) => {
    expect(await reasons(ayse, ayse.owner, [attempt()])).toEqual([reason])
  })

  test('the same commands with her own ids would have taken effect', async () => {
    const appointment = book(ayse, slot())
    const part = partOf(ayse, { startsAt: fromNow(600) })
    const [off, guest, wish] = [addTimeOff(ayse), addToQueue(ayse), addWaiting(ayse)]
    const [customer, other] = [addCustomer(), addCustomer()]
    const [money, sale] = [takeMoney(ayse), sellHaircut(ayse)]
    const importId = newId()
    const debt = ownAccount('veresiye', ayse.customers[1])
    const onCredit = sellHaircut(ayse, { customerId: ayse.customers[1], opens: [debt] }, debt.id)
    const sound = [
      ...[customer, other, appointment, money, sale, refundOf(sale), saveStaff()],
      command('customers.edit@1', { id: madeBy(customer), note: 'x' }),
      command('customers.archive@1', { id: madeBy(customer), archived: true }),
      command('customers.merge@1', { ...regulars[0], id: madeBy(customer), mergedId: madeBy(other) }),
      anImport({ importId }),
      command('customers.undo-import@1', { importId }),
      command('staff.archive@1', { id: ayse.chair, archived: false }),
      command('services.save@1', { ...service, id: newId() }),
      command('services.archive@1', { id: ayse.service, archived: false }),
      command('services.arrange@1', { places: [{ id: ayse.service, position: 2 }] }),
      command('hours.set@1', hours()),
      command('appointments.move@1', {
        id: madeBy(appointment),
        staffId: ayse.chair,
        startsAt: fromNow(120),
        endsAt: fromNow(150),
      }),
      command('appointments.set-status@1', { id: madeBy(appointment), status: 'cancelled' }),
      command('cash.reverse@1', { id: newId(), reversesId: madeBy(money) }),
      openDebt(ayse),
      command('cash.set-limit@1', { customerId: ayse.customers[0], limit: 1 }),
      ...[itsOwn({}), off, guest, wish, bookVisit([part])],
      command('appointments.move@2', {
        moves: [{ id: part.id, staffId: ayse.chair, startsAt: fromNow(700), endsAt: fromNow(730) }],
      }),
      command('links.share@1', { id: newId(), appointmentId: part.id, tokenHash: 'b'.repeat(64) }),
      command('appointments.take-back@1', { ids: [part.id] }),
      command('hours.set-special@1', { id: newId(), staffId: null, day: '2027-03-02', ranges: [] }),
      command('hours.remove-time-off@1', { id: madeBy(off) }),
      command('hours.set-holiday@1', { id: newId(), holiday: 'kurban-1', opens: 'usual', until: null }),
      command('booking.set-rules@1', { id: ayse.id, stepMinutes: 30 }),
      command('queue.leave@1', { id: madeBy(guest), left: true }),
      command('waiting.end@1', { id: madeBy(wish), ended: true }),
      ...[spend(ayse), closeDay(ayse, { day: daysAgo(27) }), share(ayse.chair)],
      ...[onCredit, command('messages.set-rules@1', { id: ayse.id, plan: 'own' })],
      command('messages.settle@1', { id: ayse.message, outcome: 'not-sent' }),
      command('messages.statement@1', { id: newId(), customerId: ayse.customers[1] }),
      blockOf(ayse.customers[0]),
      command('messages.handle@1', { id: ayse.reply }),
    ]
    expect(new Set(sound.map(({ name }) => name)).size).toBe(everyCommand.size)
    expect(await reasons(ayse, ayse.owner, sound)).toEqual(sound.map(() => null))
  })
})

describe('a phone', () => {
  test('of the stranger is turned away at the other shop, commands and all', async () => {
    await expect(askAs(mehmet, ayse.owner, { commands: [addCustomer()] })).rejects.toThrow('unknown-key')
    expect(await askAs(mehmet, ayse.owner)).toEqual({ refusal: 'not-a-member' })
  })

  test('of the stranger cannot use an invitation that was used, taken back, or is too old', async () => {
    const [used, revoked, expired] = [
      await invite(mehmet, 'staff'),
      await invite(mehmet, 'staff'),
      await invite(mehmet, 'staff'),
    ]
    await sql`update public.invitations set accepted_at = now() where token_hash = ${used}`
    await sql`update public.invitations set revoked_at = now() where token_hash = ${revoked}`
    await sql`update public.invitations set expires_at = now() where token_hash = ${expired}`
    before = await everythingOf(mehmet)
    const told = await Promise.all(
      [used, revoked, expired].map(p_token_hash => rpcAs(ayse.owner)('accept_invitation', { p_token_hash })),
    )
    expect(told).toEqual([{ refused: 'used' }, { refused: 'unknown' }, { refused: 'expired' }])
  })
})
