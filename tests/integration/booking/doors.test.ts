import { describe, expect, test } from 'vitest'
import { openWorld } from '@/tests/integration/tenants/world'
import { actsOn } from './acts'
import { type Customer, newCustomer, openPage, type Page } from './customers'

const { sql } = await openWorld()
const { hold, write, act, newPhone, newToken, chosen, choose, wait, keep, typed, send, stateOfLink, writtenBy } =
  await actsOn(sql)

const SENTENCE = 'Şu an internetten randevu alınamıyor, dükkânı arayın: 0216\u00A0555\u00A001\u00A001.'

/** Books `n` times by this number, each from an address of its own; answers the sentences that came back. */
async function bookOften(page: Page, n: number, other: object, customer: () => Customer = () => newCustomer()) {
  const sentences: (string | undefined)[] = []
  const offers = (await page.offers()).filter((_, i) => i % 4 === 0)
  for (let i = 0; i < n; i++) {
    const somebody = customer()
    const token = await keep(somebody, page, offers[i]!.startsAt)
    const { status, to } = await send(somebody, page, token, other)
    expect({ status, to }).toEqual({ status: 303, to: `/r/${token}` })
    sentences.push(writtenBy(somebody, page)?.message)
  }
  return sentences
}

describe('whoever books too much is told to call, in one sentence whatever the reason', () => {
  test('a customer whom the shop knows, with as many open visits as it allows', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { open_limit: 2, approval: 'nobody' })
    const himself = newCustomer()
    const before = await bookOften(page, 2, { telefon: '0532 111 22 33' }, () => himself)
    expect(before).toEqual([undefined, undefined])
    const kept = await page.everything()
    expect(await bookOften(page, 1, { telefon: '+90 532 111 2233' }, () => himself)).toEqual([SENTENCE])
    expect((await page.everything()).at(3)).toEqual(kept.at(3))
  })

  test('a number that was used five times today, by whomever', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { open_limit: 20 })
    expect(await bookOften(page, 6, { telefon: newPhone() })).toEqual([...Array(5).fill(undefined), SENTENCE])
  })

  test('an address from which eight were booked within the hour, with whatever numbers', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    expect(await bookOften(page, 9, {}, () => newCustomer('192.0.2.77'))).toEqual([
      ...Array(8).fill(undefined),
      SENTENCE,
    ])
  })

  test('a machine that fills what people do not see', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const customer = newCustomer()
    const token = await keep(customer, page)
    await send(customer, page, token, { bos: 'http://ornek.test' })
    expect(writtenBy(customer, page)?.message).toBe(SENTENCE)
    expect(await sql`select from customers where tenant_id = ${page.id}`).toHaveLength(0)
    expect(await stateOfLink(token)).toBe('choosing')
  })

  test('an address that keeps time after time, and nobody else for it', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const offers = (await page.offers()).filter((_, i) => i % 4 === 0)
    const answers: string[] = []
    for (let i = 0; i < 16; i++) {
      // A new browser each time: nothing lets the time before go.
      const { to } = await choose(newCustomer('192.0.2.78'), page, offers[i]!.startsAt)
      answers.push(to.includes('haber=arayin') ? 'refused' : 'kept')
    }
    expect(answers).toEqual([...Array(15).fill('kept'), 'refused'])

    expect(await sql`select from appointments where tenant_id = ${page.id} and status = 'held'`).toHaveLength(1)
    for (let i = 16; i < 40; i++) {
      expect((await choose(newCustomer(), page, offers[i]!.startsAt)).to).toMatch(/^\/r\//)
    }
  })

  test('and whoever knocks at a link for hours', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody' })
    const customer = newCustomer()
    const token = await keep(customer, page)
    await send(customer, page, token)
    const answers: string[] = []
    for (let i = 0; i < 31; i++) answers.push((await customer.post(act, { token }, { ne: 'geliyorum' })).to)
    expect(answers).toEqual([...Array(30).fill(`/r/${token}`), `/r/${token}?haber=arayin`])
  })
})

test('what is counted names no number and no address', async () => {
  const page = await openPage(sql, 'Berber Mehmet')
  const customer = newCustomer('192.0.2.79')
  await send(customer, page, await keep(customer, page), { telefon: '0532 999 88 77' })
  await keep(customer, page, (await page.offers()).at(-1)!.startsAt)
  const counted = JSON.stringify([
    await sql`select bucket from private.attempts`,
    await sql`select holder from appointment_links where tenant_id = ${page.id}`,
  ])
  expect(counted.length).toBeGreaterThan(100)
  for (const secret of ['192.0.2', '9998877', page.id]) expect(counted).not.toContain(secret)
})

describe('a form that is not ours', () => {
  test.each([
    ['of another site', { origin: 'https://kotu.example' }, 403],
    ['of nobody', { origin: 'null' }, 403],
    ['without a word of where it was', { origin: '' }, 403],
    ['in another shape', { 'content-type': 'application/json' }, 415],
    ['longer than any', { 'content-length': '999999999' }, 413],
  ])('(%s) is turned away at every door, and nothing happens', async (_, headers, status) => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody' })
    const [first, second] = await page.offers()
    const customer = newCustomer()
    const token = await keep(customer, page, first!.startsAt)
    const fields = await typed(page)
    const before = await page.everything()
    const doors = [
      customer.post(hold, { slug: page.slug }, chosen(page, second!.startsAt), headers),
      customer.post(write, { token }, fields, headers),
      customer.post(act, { token }, { ne: 'iptal' }, headers),
    ]
    expect((await Promise.all(doors)).map(answer => answer.status)).toEqual([status, status, status])
    expect(await page.everything()).toEqual(before)
    expect((await customer.post(write, { token }, fields)).status).toBe(303)
    expect(await stateOfLink(token)).toBe('confirmed')
  })

  test('for a shop that is none leads nowhere', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [offer] = await page.offers()
    for (const slug of ['yok-boyle-dukkan', "'; --", '../r', 'a'.repeat(5000)]) {
      expect((await newCustomer().post(hold, { slug }, chosen(page, offer!.startsAt))).status).toBe(404)
    }
    expect((await newCustomer().post(write, { token: newToken() }, await typed(page))).status).toBe(404)
    await wait(page)
  })
})
