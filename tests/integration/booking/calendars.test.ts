import { expect, test } from 'vitest'
import type { Id } from '@/lib/kernel/id'
import { openWorld } from '@/tests/integration/tenants/world'
import { actsOn } from './acts'
import { newCustomer, openPage, type Page } from './customers'

const { sql } = await openWorld()
const { keep, send, newToken, visitOfLink, booked } = await actsOn(sql)
const { tokenHash } = await import('@/lib/tenants/server/token-hash')
const { GET: feed } = await import('@/app/(public)/takvim/[token]/route')
const { GET: file } = await import('@/app/(public)/r/[token]/takvim/route')

const get = (handler: typeof feed, token: string, headers: Record<string, string> = {}) =>
  handler(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ token }) })

async function makeFeed({ id }: Page, staffId: Id, fullNames = false): Promise<string> {
  const token = newToken()
  const row = { tenant_id: id, staff_id: staffId, token_hash: tokenHash(token), full_names: fullNames }
  await sql`insert into calendar_feeds ${sql(row)}`
  return token
}
const linesOf = async (answer: Response) => (await answer.text()).replaceAll('\r\n ', '').split('\r\n')
const summaries = (lines: string[]) => lines.filter(line => line.startsWith('SUMMARY:'))

async function shopWithTwoBookings() {
  const page = await openPage(sql, 'Berber Mehmet')
  const [first, second] = await page.offers()
  const tokens: string[] = []
  for (const [offer, kim] of [
    [first!, page.mehmet],
    [second!, page.kemal],
  ] as const) {
    const customer = newCustomer()
    const token = await keep(customer, page, offer.startsAt, { kim })
    await send(customer, page, token, { ad: 'Ayşe Nur İlhan' })
    tokens.push(token)
  }
  return { page, tokens }
}

test('a chair’s calendar has its own appointments, by initials, and what is only asked for as tentative', async () => {
  const { page, tokens } = await shopWithTwoBookings()
  const token = await makeFeed(page, page.mehmet)
  for (const address of [token, `${token}.ics`]) {
    const answer = await get(feed, address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, max-age=300')
    const lines = await linesOf(answer)
    expect(summaries(lines)).toEqual(['SUMMARY:A.İ. · Saç'])
    const [part] = (await visitOfLink(tokens[0]!))!.parts
    expect(lines).toContain(`UID:${part!.id}@siftah`)
    expect(lines).toContain(`DTSTART:${part!.startsAt.replace(/[-:]|\.\d+/g, '')}`)
    expect(lines).toContain('STATUS:TENTATIVE')
    expect(lines).toContain('X-WR-CALNAME:Berber Mehmet · Mehmet Usta')
  }
})

test('it has the names in full only where the owner wants them, the customer’s own word first', async () => {
  const { page } = await shopWithTwoBookings()
  expect(summaries(await linesOf(await get(feed, await makeFeed(page, page.kemal, true))))).toEqual([
    'SUMMARY:Ayşe Nur İlhan · Saç',
  ])
  await sql`update appointments set booked_name = null where tenant_id = ${page.id}`
  expect(summaries(await linesOf(await get(feed, await makeFeed(page, page.kemal, true))))).toEqual([
    'SUMMARY:Ayşe Nur İlhan · Saç',
  ])
  await sql`update appointments set customer_id = null where tenant_id = ${page.id}`
  expect(summaries(await linesOf(await get(feed, await makeFeed(page, page.kemal, true))))).toEqual(['SUMMARY:Saç'])
})

test('it is not sent again while nothing has changed', async () => {
  const { page } = await shopWithTwoBookings()
  const token = await makeFeed(page, page.mehmet)
  const etag = (await get(feed, token)).headers.get('etag')!
  const again = await get(feed, token, { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  await sql`update appointments set status = 'confirmed', status_at = now() where tenant_id = ${page.id}`
  const changed = await get(feed, token, { 'if-none-match': etag })
  expect(changed.status).toBe(200)
  expect(await linesOf(changed)).toContain('STATUS:CONFIRMED')
})

test('its address opens nothing once it is taken back, and nothing that was never made', async () => {
  const { page } = await shopWithTwoBookings()
  const token = await makeFeed(page, page.mehmet)
  await sql`update calendar_feeds set revoked_at = now() where tenant_id = ${page.id}`
  for (const address of [token, newToken(), `${token}.ics.ics`, '', "'; --"]) {
    expect((await get(feed, address)).status).toBe(404)
  }
})

test('a customer takes his own visit along, with where and whom to call, and without the link or his name', async () => {
  const { page, token } = await booked()
  const answer = await get(file, token)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="randevu.ics"')
  const lines = await linesOf(answer)
  expect(summaries(lines)).toEqual(['SUMMARY:Berber Mehmet: Saç'])
  expect(lines).toContain('LOCATION:Moda Caddesi 12\\, Kadıköy\\, İstanbul')
  expect(lines).toContain('DESCRIPTION:Telefon: 0216 555 01 01')
  expect(lines).toContain('TRIGGER:-PT120M')
  expect(lines.join()).not.toMatch(new RegExp(`${token}|Işıl`))

  // Nor when the shop last touched it.
  const touched = '2020-01-01T00:00:00.000Z'
  await sql`update appointments set status_at = ${touched} where tenant_id = ${page.id}`
  expect((await linesOf(await get(file, token))).join()).not.toContain('20200101T')

  await sql`update appointments set status = 'cancelled' where tenant_id = ${page.id}`
  expect(await linesOf(await get(file, token))).toContain('STATUS:CANCELLED')
  const kept = await keep(newCustomer(), page)
  expect((await get(file, kept)).status).toBe(404)
})
