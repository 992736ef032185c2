import { describe, expect, test } from 'vitest'
import { openWorld } from '@/tests/integration/tenants/world'
import { actsOn } from './acts'
import { type Customer, newCustomer, openPage, type Page } from './customers'

// [AP23] Whoever writes a number learns nothing about it: not by the answer, not by his page, not by what he can do there.

const { sql } = await openWorld()
const { act, newPhone, visitOfLink, keep, send, stateOfLink, writtenBy, doBy, wait } = await actsOn(sql)
const { GET: calendarFile } = await import('@/app/(public)/r/[token]/takvim/route')

const PHONE = '0532 444 55 66'

/** Books with this number, at the day's n-th hour; answers the link. */
async function bookAt(page: Page, n: number, telefon: string, customer: Customer = newCustomer()): Promise<string> {
  const offers = (await page.offers()).filter(({ startsAt }) => startsAt.endsWith(':00:00.000Z'))
  const token = await keep(customer, page, offers[n]!.startsAt)
  await send(customer, page, token, { telefon })
  expect(writtenBy(customer, page)).toBeNull()
  return token
}

/** All that a booker can see of his visit, and what stands in the book. */
async function seen(token: string) {
  const visit = (await visitOfLink(token))!
  const file = await calendarFile(new Request('http://localhost:3000/'), { params: Promise.resolve({ token }) })
  const [{ lapsesAt }] = visit.parts as [(typeof visit.parts)[number]]
  return {
    state: await stateOfLink(token),
    calendar: (await file.text()).match(/STATUS:\w+/)![0],
    lapses: lapsesAt !== null,
    comes: (await doBy(token, { ne: 'geliyorum' })).to.replace(token, '…'),
  }
}
const statuses = async (page: Page) =>
  (
    await sql`select status from appointments where tenant_id = ${page.id} and customer_id is not null order by starts_at`
  ).map(({ status }) => status)
const stayedAway = (page: Page) => sql`update customers set no_shows = 3 where tenant_id = ${page.id}`

describe('a number that the shop knows and one that it does not', () => {
  test.each([
    ['everyone', 'requested'],
    ['new-customers', 'requested'],
    ['nobody', 'confirmed'],
  ])('look the same where the shop agrees to %s', async (approval, state) => {
    const page = await openPage(sql, 'Berber Mehmet', { approval })
    await bookAt(page, 0, PHONE)
    await sql`update appointments set status = 'confirmed' where tenant_id = ${page.id}`
    const [known, unknown] = [await bookAt(page, 1, PHONE), await bookAt(page, 2, newPhone())]
    const shown = await seen(unknown)
    expect(shown.state).toBe(state)
    expect(await seen(known)).toEqual(shown)
  })

  test('look the same though its customer stayed away too often: the shop is asked, and the chair is kept until it answers', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody', no_show_limit: 3 })
    await bookAt(page, 0, PHONE)
    await stayedAway(page)
    const [known, unknown] = [await bookAt(page, 1, PHONE), await bookAt(page, 2, newPhone())]
    expect(await seen(known)).toEqual(await seen(unknown))
    expect(await statuses(page)).toEqual(['confirmed', 'requested', 'confirmed'])

    // Days go by, and nobody has answered.
    await sql`update appointments set created_at = created_at - interval '9 days', status_at = status_at - interval '9 days' where tenant_id = ${page.id}`
    await bookAt(page, 3, newPhone())
    expect(await stateOfLink(known)).toBe('confirmed')
    await sql`update appointments set status = 'cancelled' where tenant_id = ${page.id} and status = 'requested'`
    expect(await stateOfLink(known)).toBe('cancelled-by-shop')
  })

  test('look the same though its customer has as many open visits as the shop allows', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody', open_limit: 1 })
    await bookAt(page, 0, PHONE)
    const [known, unknown] = [await bookAt(page, 1, PHONE), await bookAt(page, 2, newPhone())]
    expect(await seen(known)).toEqual(await seen(unknown))
    expect(await statuses(page)).toEqual(['confirmed', 'requested', 'confirmed'])
  })

  test('are moved alike, and not after the shop’s notice', async () => {
    const page = await openPage(sql, 'Berber Mehmet', {
      approval: 'nobody',
      no_show_limit: 3,
      cancel_notice_minutes: 120,
    })
    await bookAt(page, 0, PHONE)
    await stayedAway(page)
    const tokens = [await bookAt(page, 1, PHONE), await bookAt(page, 2, newPhone())]
    const offers = await page.offers()
    for (const [i, token] of tokens.entries()) {
      expect((await doBy(token, { ne: 'tasi', saat: offers.at(-1 - 4 * i)!.startsAt, kim: 'farketmez' })).to).toBe(
        `/r/${token}`,
      )
    }
    expect(await seen(tokens[0]!)).toEqual(await seen(tokens[1]!))
    expect(await statuses(page)).toContain('requested')
    await sql`
      update appointments set starts_at = now() + position * interval '30 minutes', ends_at = now() + position * interval '30 minutes' + interval '20 minutes'
      from (select id as one, row_number() over () as position from appointments where tenant_id = ${page.id}) _ where id = one`
    for (const token of tokens) expect((await doBy(token, { ne: 'iptal' })).to).toContain('haber=gec')
  })
})

describe('a customer who shows by his own phone who he is', () => {
  test('is known there once the shop has agreed to him, and needs no yes for the next time', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'new-customers' })
    const himself = newCustomer()
    const first = await bookAt(page, 0, PHONE, himself)
    expect(await stateOfLink(first)).toBe('requested')
    // Not before: he could have written anybody's number.
    expect(await stateOfLink(await bookAt(page, 1, PHONE, himself))).toBe('requested')

    await sql`update appointments set status = 'confirmed' where tenant_id = ${page.id}`
    expect(await stateOfLink(await bookAt(page, 2, PHONE, himself))).toBe('confirmed')
    expect(await stateOfLink(await bookAt(page, 3, newPhone(), himself))).toBe('requested')
    expect(await stateOfLink(await bookAt(page, 4, PHONE))).toBe('requested')
  })

  test('is known by the link that the shop sent him, as soon as he does something with it', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'new-customers' })
    const sent = await bookAt(page, 0, PHONE)
    await sql`update appointments set status = 'confirmed' where tenant_id = ${page.id}`
    await wait(page)
    const otherPhone = newCustomer()
    await otherPhone.post(act, { token: sent }, { ne: 'geliyorum' })
    expect(await stateOfLink(await bookAt(page, 1, PHONE, otherPhone))).toBe('confirmed')
  })

  test('[AP18] is told that the shop has to agree when he stayed away too often', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody', no_show_limit: 3 })
    const himself = newCustomer()
    await bookAt(page, 0, PHONE, himself)
    await stayedAway(page)
    expect(await stateOfLink(await bookAt(page, 1, PHONE, himself))).toBe('requested')
  })
})
