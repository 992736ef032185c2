import { describe, expect, test } from 'vitest'
import { openWorld } from '@/tests/integration/tenants/world'
import { actsOn } from './acts'
import { newCustomer, openPage } from './customers'

const { sql } = await openWorld()
const { act, newToken, visitOfLink, choose, keep, send, doBy, stateOfLink, booked, wait } = await actsOn(sql)
const { GET: calendarFile } = await import('@/app/(public)/r/[token]/takvim/route')

const back = (token: string, news = '') => ({ status: 303, to: `/r/${token}${news && `?haber=${news}`}` })
const startOf = async (token: string) => (await visitOfLink(token))!.parts[0]!.startsAt
/** The visit now begins in so many minutes. */
const beginsIn = (minutes: number, tenantId: string) => sql`
  update appointments set starts_at = now() + ${minutes} * interval '1 minute', ends_at = now() + ${minutes + 30} * interval '1 minute'
  where tenant_id = ${tenantId}`
/** The shop keeps a time for a customer of its own, as it does for somebody who waits. */
const offer = (tenantId: string) => sql`
  update appointments set status = 'held', lapses_at = now() + interval '10 minutes' where tenant_id = ${tenantId} and status = 'confirmed'`

describe('a customer’s link', () => {
  test('shows his visit and changes nothing by being opened, however often', async () => {
    const { page, token } = await booked()
    const before = await page.everything()
    const file = await calendarFile(new Request('http://localhost:3000/'), { params: Promise.resolve({ token }) })
    expect(await file.text()).toContain('STATUS:CONFIRMED')
    for (let i = 0; i < 3; i++) expect(await stateOfLink(token)).toBe('confirmed')
    expect(await page.everything()).toEqual(before)
  })

  test('confirms that he comes, once and again', async () => {
    const { token } = await booked()
    expect(await doBy(token, { ne: 'geliyorum' })).toEqual(back(token))
    expect(await doBy(token, { ne: 'geliyorum' })).toEqual(back(token))
    expect((await visitOfLink(token))!.parts[0]!.confirmedAt).not.toBeNull()
    expect(await stateOfLink(token)).toBe('confirmed')
  })

  test('takes what the shop keeps for him, or lets it go', async () => {
    const taker = await booked()
    await offer(taker.page.id)
    expect(await stateOfLink(taker.token)).toBe('offered')
    await doBy(taker.token, { ne: 'geliyorum' })
    expect(await stateOfLink(taker.token)).toBe('confirmed')

    const leaver = await booked()
    await offer(leaver.page.id)
    const [, , other] = await leaver.page.offers()
    expect(await doBy(leaver.token, { ne: 'tasi', saat: other!.startsAt })).toEqual(back(leaver.token, 'kapali'))
    await doBy(leaver.token, { ne: 'iptal' })
    expect(await stateOfLink(leaver.token)).toBe('cancelled-by-customer')
  })

  test('cancels, once; the chair is free again and the customer is named as who did it', async () => {
    const { page, token } = await booked()
    const startsAt = await startOf(token)
    expect(await doBy(token, { ne: 'iptal' })).toEqual(back(token))
    expect(await stateOfLink(token)).toBe('cancelled-by-customer')
    expect(await doBy(token, { ne: 'iptal' })).toEqual(back(token, 'kapali'))
    const wish = [{ serviceId: page.hair, staffId: page.mehmet }]
    expect((await page.offers(wish)).map(one => one.startsAt)).toContain(startsAt)
  })

  test('[AP17] neither cancels nor moves after the shop’s notice, but what was not agreed to it does', async () => {
    const late = await booked({ cancel_notice_minutes: 120 })
    const [, , other] = await late.page.offers()
    await beginsIn(119, late.page.id)
    expect(await doBy(late.token, { ne: 'iptal' })).toEqual(back(late.token, 'gec'))
    expect(await doBy(late.token, { ne: 'tasi', saat: other!.startsAt })).toEqual(back(late.token, 'gec'))
    expect(await stateOfLink(late.token)).toBe('confirmed')

    const asked = await booked({ approval: 'everyone', cancel_notice_minutes: 120 })
    await beginsIn(5, asked.page.id)
    expect(await doBy(asked.token, { ne: 'iptal' })).toEqual(back(asked.token))
    expect(await stateOfLink(asked.token)).toBe('cancelled-by-customer')
  })

  test('does nothing any more once the visit has begun', async () => {
    const { page, token } = await booked({ cancel_notice_minutes: 0 })
    await beginsIn(-1, page.id)
    const before = await page.everything()
    for (const ne of ['geliyorum', 'iptal']) expect(await doBy(token, { ne })).toEqual(back(token, 'kapali'))
    expect(await stateOfLink(token)).toBe('over')
    expect(await page.everything()).toEqual(before)
  })
})

describe('a visit moved by its link', () => {
  test('stands at the new time, agreed to as before, and its old time is free', async () => {
    const { page, token } = await booked()
    const wish = [{ serviceId: page.hair, staffId: page.mehmet }]
    const startsAt = await startOf(token)
    // The nearest: it overlaps the old time, which is not in its own way.
    const nearest = new Date(Date.parse(startsAt) + 15 * 60_000).toISOString()
    expect(await doBy(token, { ne: 'tasi', saat: nearest })).toEqual(back(token))
    expect(await startOf(token)).toBe(nearest)
    expect(await stateOfLink(token)).toBe('confirmed')
    expect(await sql`select from appointments where tenant_id = ${page.id}`).toHaveLength(1)
    const far = (await page.offers(wish)).at(-1)!.startsAt
    await doBy(token, { ne: 'tasi', saat: far })
    expect((await page.offers(wish)).map(one => one.startsAt)).toContain(startsAt)
  })

  test('keeps the price and the length that were agreed on', async () => {
    const { page, token } = await booked()
    await sql`update services set minutes = 60, price = 99900 where tenant_id = ${page.id}`
    const other = (await page.offers([{ serviceId: page.hair, staffId: page.mehmet }])).at(-1)!
    await doBy(token, { ne: 'tasi', saat: other.startsAt })
    const [part] = (await visitOfLink(token))!.parts
    expect(part).toMatchObject({ startsAt: other.startsAt, price: 40_000 })
    expect(Date.parse(part!.endsAt) - Date.parse(part!.startsAt)).toBe(30 * 60_000)
  })

  test('goes to another chair only where anybody will do', async () => {
    const { page, token } = await booked()
    const other = (await page.offers()).at(-1)!.startsAt
    await keep(newCustomer(), page, other, { kim: page.mehmet })
    const day = other.slice(0, 10)
    expect(await doBy(token, { ne: 'tasi', saat: other })).toEqual({
      status: 303,
      to: `/r/${token}/tasi?gun=${day}&haber=dolu`,
    })
    expect(await doBy(token, { ne: 'tasi', saat: other, kim: 'farketmez' })).toEqual(back(token))
    expect((await visitOfLink(token))!.parts[0]!.staffId).toBe(page.kemal)
  })

  test.each([
    ['past', '2020-01-01T10:00:00.000Z'],
    ['beyond all booking', '9999-01-01T10:00:00.000Z'],
    ['no time at all', 'yarın'],
  ])('stays where it is when the new time is %s', async (_, saat) => {
    const { page, token } = await booked()
    const before = await page.everything()
    expect((await doBy(token, { ne: 'tasi', saat })).to).toMatch(new RegExp(`^/r/${token}/tasi`))
    expect(await page.everything()).toEqual(before)
  })

  test('has one winner when two want one time', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody' })
    const wish = [{ serviceId: page.hair, staffId: page.mehmet }]
    const [first, , , , second, ...others] = await page.offers(wish)
    const tokens: string[] = []
    for (const { startsAt } of [first!, second!]) {
      const customer = newCustomer()
      const token = await keep(customer, page, startsAt, { kim: page.mehmet })
      await send(customer, page, token)
      tokens.push(token)
    }
    const wanted = others.at(-1)!.startsAt
    const answers = await Promise.all(tokens.map(token => doBy(token, { ne: 'tasi', saat: wanted })))
    expect(answers.filter(({ to }) => to.includes('haber=dolu'))).toHaveLength(1)
    expect((await Promise.all(tokens.map(startOf))).filter(startsAt => startsAt === wanted)).toHaveLength(1)
  })
})

describe('a link that is none', () => {
  test.each([
    ['never made', () => newToken()],
    ['cut off', (token: string) => token.slice(0, -1)],
    ['another case', (token: string) => token.replace(/[a-z]/, letter => letter.toUpperCase())],
    ['somebody’s way into the files', () => '../../etc/passwd'],
    ['a command', () => "' or 1=1 --"],
  ])('(%s) leads nowhere and does nothing', async (_, forge) => {
    const { page, token } = await booked()
    const before = await page.everything()
    const forged = forge(token)
    expect(await visitOfLink(forged)).toBeNull()
    for (const ne of ['geliyorum', 'iptal', 'tasi', 'tanitim-yok']) {
      expect((await newCustomer().post(act, { token: forged }, { ne, saat: '2026-12-01T10:00:00.000Z' })).status).toBe(
        404,
      )
    }
    expect(await page.everything()).toEqual(before)
  })

  test('any more, for it was taken back or is a month old, leads nowhere', async () => {
    const taken = await booked()
    await sql`update appointment_links set revoked_at = now() where tenant_id = ${taken.page.id}`
    expect(await visitOfLink(taken.token)).toBeNull()
    const old = await booked()
    await beginsIn(-31 * 24 * 60, old.page.id)
    expect(await visitOfLink(old.token)).toBeNull()
    expect((await doBy(old.token, { ne: 'iptal' })).status).toBe(404)
  })

  test('to a visit but only to a kept time, acts on nothing', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const token = await keep(newCustomer(), page)
    const before = await page.everything()
    for (const ne of ['geliyorum', 'iptal', 'tanitim-yok', 'her şey', '']) await doBy(token, { ne })
    expect(await page.everything()).toEqual(before)
  })
})

test('promotion is taken back by the link, and the answer does not tell whether it had been given', async () => {
  const page = await openPage(sql, 'Berber Mehmet')
  const [first, second] = await page.offers()
  const [willing, silent] = [newCustomer(), newCustomer()]
  const tokens = [await keep(willing, page, first!.startsAt), await keep(silent, page, second!.startsAt)]
  await send(willing, page, tokens[0]!, { tanitim: 'on' })
  await send(silent, page, tokens[1]!)
  for (const token of tokens) expect(await doBy(token, { ne: 'tanitim-yok' })).toEqual(back(token, 'tanitim-yok'))
  const last = await sql`
    select distinct on (customer_id) kind from customer_consents
    where tenant_id = ${page.id} and purpose = 'promotion' order by customer_id, created_at desc`
  expect(last.map(({ kind }) => kind)).toEqual(['withdrawn', 'withdrawn'])
})

test('whose time the shop cancelled is told so, and whose request nobody answered', async () => {
  const cancelled = await booked()
  await sql`update appointments set status = 'cancelled', status_actor = 'member' where tenant_id = ${cancelled.page.id}`
  const [row] = await sql`select status_actor from appointments where tenant_id = ${cancelled.page.id}`
  // The database says who did it, and it was not the customer.
  expect(row!.status_actor).not.toBe('customer')
  expect(await stateOfLink(cancelled.token)).toBe('cancelled-by-shop')

  const unanswered = await booked({ approval: 'everyone' })
  await sql`update appointments set lapses_at = now() - interval '1 second' where tenant_id = ${unanswered.page.id}`
  expect(await stateOfLink(unanswered.token)).toBe('unanswered')
  await wait(unanswered.page)
  await choose(newCustomer(), unanswered.page, await startOf(unanswered.token))
  expect(await stateOfLink(unanswered.token)).toBe('unanswered')
})
