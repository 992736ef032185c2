import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TableName } from '@/lib/db/record-sets'
import { type Id, newId } from '@/lib/kernel/id'
import { fromNow, newKeys, openTwoShops, type Shop } from '@/tests/fixtures/two-shops'
import { addUser, connect, rpcAs } from '@/tests/support/database'
import { serverRpc } from './post-office'

// An archive on its way into the database (lib/archive/SPEC.md): its owner may have written it himself, and calls the functions as he likes.

const sql = connect()
const server = serverRpc(sql)
let mehmet: Shop
beforeAll(async () => {
  ;({ mehmet } = await openTwoShops())
})

type Row = { id: Id } & Record<string, unknown>
type Rows = [TableName, Row[]][]

/** A shop in which nobody has been yet. */
async function newShop() {
  const [id, owner] = [newId(), await addUser(`${newId()}@ornek.test`)]
  const rpc = rpcAs(owner)
  let staged = 0
  await rpc('open_shop', {
    p_shop: { id, name: 'Yeni dükkân', trade: 'berber', phone: null, ownerName: 'Mehmet' },
    p_keys: await newKeys(id),
    p_starters: [],
  })
  return {
    id,
    rpc,
    begin: () => rpc('begin_restore', { p_tenant: id }),
    stage: (table: TableName, rows: Row[]) => {
      staged += rows.length
      return rpc('stage_rows', { p_tenant: id, p_table: table, p_rows: rows })
    },
    restore: (texts: object[] | null = null) =>
      rpc<object>('restore_shop', {
        p_tenant: id,
        p_shop: { name: 'Berber Mehmet', trade: 'berber', zone: 'Europe/Istanbul' },
        p_texts: texts,
        p_rows: staged,
      }),
  }
}

async function restored(rows: Rows, texts: object[] | null = null) {
  const shop = await newShop()
  await shop.begin()
  for (const [table, list] of rows) await shop.stage(table, list)
  return { ...shop, outcome: await shop.restore(texts) }
}

const SEALED = `s1.${newId()}.${'a'.repeat(60)}`
const customer = (more: object = {}): Row => ({
  id: newId(),
  name: SEALED,
  phones: SEALED,
  phone_indexes: [newId()],
  created_at: fromNow(0),
  ...more,
})

describe('an archive that its owner has written himself', () => {
  const settings = (id: Id, whatsapp_sender: string | null): Row => ({
    id,
    plan: 'whatsapp',
    remind_day_before: true,
    remind_two_hours: false,
    monthly_cap: 500,
    whatsapp_sender,
  })
  const senderOf = async (id: Id) =>
    (await sql`select whatsapp_sender from message_settings where tenant_id = ${id}`)[0]?.whatsapp_sender

  test('[AR7] makes no number his to which customers of others write', async () => {
    const shop = await newShop()
    await shop.begin()
    await shop.stage('message_settings', [settings(shop.id, '+905559990001')])
    expect(await shop.restore()).toEqual({ rows: 1 })
    expect(await senderOf(shop.id)).toBeNull()
    const placed = await server('place_inbound', {
      p_sender: { channel: 'whatsapp', provider: 'twilio', hashes: ['h'], to: '+905559990001' },
    })
    expect(placed).toEqual([])
    const [row] = await sql`select plan from message_settings where tenant_id = ${shop.id}`
    expect(row).toEqual({ plan: 'whatsapp' })
  })

  test('[AR7] leaves him the number that the operator gave him, and does not take it along', async () => {
    const shop = await newShop()
    await sql`update message_settings set whatsapp_sender = '+905559990002' where tenant_id = ${shop.id}`
    const [told] = await shop.rpc<Row[]>('archive_page', {
      p_tenant: shop.id,
      p_table: 'message_settings',
      p_after: null,
      p_rev: null,
      p_limit: 10,
    })
    expect(told).toEqual({ ...settings(shop.id, null), plan: 'own', whatsapp_sender: undefined })
    await shop.begin()
    await shop.stage('message_settings', [settings(shop.id, '+905559990003')])
    await shop.restore()
    expect(await senderOf(shop.id)).toBe('+905559990002')
  })

  test('no two shops have one number', async () => {
    const [one, other] = [await newShop(), await newShop()]
    await sql`update message_settings set whatsapp_sender = '+905559990004' where tenant_id = ${one.id}`
    await expect(
      sql`update message_settings set whatsapp_sender = '+905559990004' where tenant_id = ${other.id}`,
    ).rejects.toThrow('unique')
  })

  test('[AR7] makes no other shop deaf to what a customer will answer', async () => {
    const providerId = newId()
    const said = { channel: 'whatsapp', provider: 'twilio', contact: SEALED, text: SEALED }
    const { outcome } = await restored([['inbound_messages', [{ id: newId(), ...said, provider_id: providerId }]]])
    expect(outcome).toEqual({ rows: 1 })
    const p_inbound = { ...said, id: newId(), tenantId: mehmet.id, providerId, hashes: [], reply: null }
    expect(await server('hear_inbound', { p_inbound })).toBe('note')
    expect(await server('hear_inbound', { p_inbound: { ...p_inbound, id: newId() } })).toBeNull()
  })
})

describe('what customers were shown and agreed to', () => {
  const sha256 = (body: string) => createHash('sha256').update(body).digest('hex')
  const wording = (body: string, textId = 'dukkan-aydinlatma') => ({ textId, version: '1', language: 'tr', body })
  const consentTo = (whom: Id, body: string): Row => ({
    id: newId(),
    customer_id: whom,
    kind: 'given',
    text_hash: sha256(body),
    text_id: 'dukkan-aydinlatma',
    version: '1',
    purpose: 'randevu',
    channel: 'web',
    created_at: '2024-03-01T09:00:00.000Z',
    restored_at: null,
  })
  const textsOf = (...bodies: string[]) =>
    sql`select text_id, restored_at is not null as restored from legal_texts where hash in ${sql(bodies.map(sha256))}`

  test('[AR8] comes back as what an archive says, with the wordings that are named and no others', async () => {
    const [named, other] = [`Aydınlatma ${newId()}`, `Reklam ${newId()}`]
    const ali = customer()
    const { id, outcome } = await restored(
      [
        ['customers', [ali]],
        ['customer_consents', [consentTo(ali.id, named)]],
      ],
      [wording(named), wording(other)],
    )
    expect(outcome).toEqual({ rows: 2 })
    expect(await textsOf(named)).toEqual([{ text_id: 'dukkan-aydinlatma', restored: true }])
    expect(await textsOf(other)).toEqual([])
    const [consent] = await sql`select restored_at from customer_consents where tenant_id = ${id}`
    expect(consent!.restored_at).toBeInstanceOf(Date)
  })

  test('[AR8] is refused, and nothing kept, where the wording is another or too long to be one', async () => {
    const long = `${newId()} ${'uzun '.repeat(5000)}`
    for (const [body, shown] of [
      [`Aydınlatma ${newId()}`, `Başka ${newId()}`],
      [long, long],
    ] as const) {
      const ali = customer()
      const { outcome } = await restored(
        [
          ['customers', [ali]],
          ['customer_consents', [consentTo(ali.id, body)]],
        ],
        [{ ...wording(shown), hash: sha256(body) }],
      )
      expect(outcome).toMatchObject({ refused: 'malformed', table: 'customer_consents' })
      expect(await textsOf(body, shown)).toEqual([])
    }
  })

  test('[AR8] a wording that an archive called something else is called what it is once we show it', async () => {
    const body = `Açık rıza ${newId()}`
    const ali = customer()
    await restored(
      [
        ['customers', [ali]],
        ['customer_consents', [consentTo(ali.id, body)]],
      ],
      [wording(body, 'bambaska')],
    )
    const shown = { hash: sha256(body), text_id: 'dukkan-acik-riza', version: '3', body }
    await sql`insert into legal_texts ${sql(shown)} on conflict (hash) do nothing`
    expect(await textsOf(body)).toEqual([{ text_id: 'dukkan-acik-riza', restored: false }])
    // And what we showed ourselves no archive renames.
    const veli = customer()
    await restored(
      [
        ['customers', [veli]],
        ['customer_consents', [consentTo(veli.id, body)]],
      ],
      [wording(body, 'bambaska')],
    )
    expect(await textsOf(body)).toEqual([{ text_id: 'dukkan-acik-riza', restored: false }])
  })
})

test('[AR6] an archive that is sent twice at once is taken whole, or not', async () => {
  const shop = await newShop()
  const chair = (n: number): Row => ({ id: newId(), name: `Koltuk ${n}`, position: n })
  await shop.begin()
  await shop.stage('services', [{ id: newId(), name: 'Saç kesimi', minutes: 30, price: 40_000, position: 0 }])
  await shop.begin() // the same file again
  await shop.stage('staff', [chair(0)])
  expect(await shop.restore()).toEqual({ refused: 'incomplete' })
  expect((await sql`select from staff where tenant_id = ${shop.id}`).length).toBe(0)
})

test('[AR3] two shops that come in at the same time are each downloaded to the end, once', async () => {
  const shops = [await newShop(), await newShop()]
  for (const shop of shops) await shop.begin()
  for (let n = 0; n < 20; n++)
    for (const shop of shops) await shop.stage('staff', [{ id: newId(), name: `Koltuk ${n}`, position: n }])
  for (const shop of shops) expect(await shop.restore()).toEqual({ rows: 20 })
  for (const { id } of shops) {
    const [row] = await sql`
      select count(distinct rev)::int as different, max(rev) < (select rev from private.revs where tenant_id = ${id}) as told
      from staff where tenant_id = ${id}`
    expect(row).toEqual({ different: 20, told: true })
  }
})

describe('[AR9] reminders of what lies ahead', () => {
  const HOUR = 60
  const startsAt = fromNow(5 * 24 * HOUR)
  const [chair, service, ali] = [newId(), newId(), customer()]
  const visit = (more: object = {}): Row => ({
    id: newId(),
    staff_id: chair,
    service_id: service,
    customer_id: ali.id,
    starts_at: startsAt,
    ends_at: fromNow(5 * 24 * HOUR + 30),
    price: 40_000,
    status: 'confirmed',
    status_at: fromNow(0),
    status_by: newId(),
    created_at: fromNow(0),
    ...more,
  })
  const message = (about: Row, kind: string, state: string, more: object = {}): Row => ({
    id: newId(),
    kind,
    class: 'transactional',
    subject: about.id,
    customer_id: ali.id,
    appointment_id: about.id,
    about_at: about.starts_at,
    due_at: fromNow(-HOUR),
    expires_at: about.starts_at,
    channels: ['whatsapp', 'own'],
    channel: 'whatsapp',
    state,
    ...more,
  })

  test('go out after a restore; what was told or left untold before does not', async () => {
    const [ahead, over] = [
      visit(),
      visit({ status: 'done', starts_at: fromNow(-3 * HOUR), ends_at: fromNow(-2 * HOUR) }),
    ]
    const called = visit({ status: 'cancelled' })
    const [due] = await sql`select private.reminder_due(${startsAt}, '24 hours', 'Europe/Istanbul') as at`
    const shop = await newShop()
    await shop.begin()
    await shop.stage('message_settings', [
      { id: shop.id, plan: 'whatsapp', remind_day_before: true, remind_two_hours: false, monthly_cap: 500 },
    ])
    await shop.stage('staff', [{ id: chair, name: 'Mehmet', position: 0 }])
    await shop.stage('services', [{ id: service, name: 'Saç kesimi', minutes: 30, price: 40_000, position: 0 }])
    await shop.stage('customers', [ali])
    await shop.stage('appointments', [ahead, over, called])
    await shop.stage('messages', [
      message(ahead, 'confirmation', 'sent'),
      message(ahead, 'moved', 'planned'),
      message(ahead, 'reminder-day', 'planned', { due_at: due!.at }),
      message(ahead, 'reminder-day', 'planned'),
      message(called, 'reminder-day', 'planned'),
      message(over, 'reminder-day', 'sent'),
    ])
    expect(await shop.restore()).toEqual({ rows: 13 })
    const waiting = () => sql`
      select m.kind, m.subject, m.state from private.message_queue q join messages m on m.id = q.message_id
      where q.tenant_id = ${shop.id} order by m.kind`
    expect(await waiting()).toEqual([{ kind: 'reminder-day', subject: ahead.id, state: 'planned' }])
    const [dayBefore] = await sql`select due_at <= expires_at - interval '12 hours' as early from messages
      where tenant_id = ${shop.id} and kind = 'reminder-day' and state = 'planned'`
    expect(dayBefore).toEqual({ early: true })

    await sql`update message_settings set remind_two_hours = true where tenant_id = ${shop.id}`
    expect((await waiting()).map(({ kind }) => kind)).toEqual(['reminder-day', 'reminder-hours'])
  })
})
