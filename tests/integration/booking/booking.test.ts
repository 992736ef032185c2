import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { openWorld } from '@/tests/integration/tenants/world'
import { actsOn } from './acts'
import { newCustomer, openPage, type Page, tokenIn } from './customers'

const { sql } = await openWorld()
const { hold, write, newToken, visitOfLink, chosen, choose, wait, keep, typed, send, stateOfLink, writtenBy } =
  await actsOn(sql)
const { bookedNameOf } = await import('@/lib/booking/server/open-name')

describe('a booking on the shop’s page', () => {
  test('keeps the time, then takes name and number, and stands as a request until the shop agrees', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const customer = newCustomer()
    const token = await keep(customer, page)
    expect(await stateOfLink(token)).toBe('choosing')

    expect(await send(customer, page, token, { not: 'Ensede iki numara' })).toEqual({ status: 303, to: `/r/${token}` })
    expect(await stateOfLink(token)).toBe('requested')
    const visit = (await visitOfLink(token))!
    expect(await bookedNameOf(visit)).toBe('Işıl Çağlayan')
    expect([...customer.jar]).toEqual([[`taninan-${page.id}`, token]])

    const rows = JSON.stringify(await page.everything())
    expect(rows).toContain('s1.')
    for (const secret of ['Işıl', 'Çağlayan', '0532', '+90532', 'Ensede', token]) expect(rows).not.toContain(secret)
  })

  test('records what was shown, and a consent only from whoever ticked its own box', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [first, second] = await page.offers()
    const silent = newCustomer()
    await send(silent, page, await keep(silent, page, first!.startsAt))
    const willing = newCustomer()
    await send(willing, page, await keep(willing, page, second!.startsAt), { tanitim: 'on' })
    const said = await sql`
      select c.kind, c.text_id, c.purpose, c.channel, t.body ~ 'Berber Mehmet' as named, count(*)::int as people
      from customer_consents c join legal_texts t on t.hash = c.text_hash where c.tenant_id = ${page.id}
      group by 1, 2, 3, 4, 5 order by 1, 2`
    const web = { channel: 'web', named: true }
    expect([...said]).toEqual([
      { kind: 'given', text_id: 'acik-riza-dukkan-tanitim', purpose: 'promotion', people: 1, ...web },
      { kind: 'shown', text_id: 'acik-riza-dukkan-tanitim', purpose: 'promotion', people: 2, ...web },
      { kind: 'shown', text_id: 'aydinlatma-randevu', purpose: 'appointment', people: 2, ...web },
    ])
  })

  test('is of the customer whose number it is, however it is written, and changes nobody’s name', async () => {
    const page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody' })
    const [first, second] = await page.offers()
    const mother = newCustomer()
    const motherToken = await keep(mother, page, first!.startsAt)
    await send(mother, page, motherToken, { telefon: '0532 765 43 21' })
    expect(await stateOfLink(motherToken)).toBe('confirmed')
    const before = await sql`select name from customers where tenant_id = ${page.id}`

    const son = newCustomer()
    const token = await keep(son, page, second!.startsAt)
    await send(son, page, token, { ad: 'Oğuz Çağlayan', telefon: '+90 (532) 765-4321' })
    expect(await stateOfLink(token)).toBe('confirmed')
    expect([...(await sql`select name from customers where tenant_id = ${page.id}`)]).toEqual([...before])
    expect(await bookedNameOf((await visitOfLink(token))!)).toBe('Oğuz Çağlayan')
    expect(JSON.stringify(await visitOfLink(token))).not.toContain(before[0]!.name)
  })

  test('of several services carries its name on every part', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const wish = [page.hair, page.beard].map(serviceId => ({ serviceId, staffId: page.kemal }))
    const [offer] = await page.offers(wish)
    const customer = newCustomer()
    const token = tokenIn(
      await choose(customer, page, offer!.startsAt, { hizmet: [page.hair, page.beard], kim: page.kemal }),
    )!
    await wait(page)
    await send(customer, page, token)
    const visit = (await visitOfLink(token))!
    expect(visit.parts.map(part => [part.serviceId, part.staffId, part.status])).toEqual([
      [page.hair, page.kemal, 'requested'],
      [page.beard, page.kemal, 'requested'],
    ])
    for (const part of visit.parts) expect(await bookedNameOf({ ...visit, parts: [part] })).toBe('Işıl Çağlayan')
  })
})

describe('sent twice', () => {
  test('a chosen time is kept once, and the second answer leads to the same page', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [offer] = await page.offers([{ serviceId: page.hair, staffId: page.mehmet }])
    // The first answer is lost on the line, with its cookie.
    const fields = chosen(page, offer!.startsAt, { kim: page.mehmet })
    const answers = [
      await newCustomer().post(hold, { slug: page.slug }, fields),
      await newCustomer().post(hold, { slug: page.slug }, fields),
    ]
    expect(answers.map(tokenIn)).toEqual([fields.anahtar, fields.anahtar])
    expect(await sql`select from appointments where tenant_id = ${page.id}`).toHaveLength(1)
  })

  test('a name makes one booking and one customer', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const customer = newCustomer()
    const token = await keep(customer, page)
    const fields = await typed(page)
    const answers = await Promise.all([1, 2, 3].map(() => customer.post(write, { token }, fields)))
    expect(answers).toEqual([1, 2, 3].map(() => ({ status: 303, to: `/r/${token}` })))
    expect(await sql`select from customers where tenant_id = ${page.id}`).toHaveLength(1)
    expect(await stateOfLink(token)).toBe('requested')
  })

  test('another time of the same page lets the first go; after a booking it is a new one', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [first, second, third] = await page.offers()
    const customer = newCustomer()
    const anahtar = newToken()
    await choose(customer, page, first!.startsAt, { anahtar })
    const token = tokenIn(await choose(customer, page, second!.startsAt, { anahtar }))!
    expect(token).toBe(anahtar)
    const held = () => sql`select starts_at from appointments where tenant_id = ${page.id} and status = 'held'`
    expect((await held()).map(row => row.starts_at.toISOString())).toEqual([second!.startsAt])

    await wait(page)
    await send(customer, page, token)
    const again = tokenIn(await choose(customer, page, third!.startsAt, { anahtar }))
    expect(again).not.toBe(token)
    expect(await stateOfLink(token)).toBe('requested')
    expect(await stateOfLink(again!)).toBe('choosing')
  })

  test('going back and choosing again lets go what the same phone kept, unless the new time cannot be had', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [first, quarterLater, , , hourLater] = await page.offers([{ serviceId: page.hair, staffId: page.mehmet }])
    const kim = page.mehmet
    await choose(newCustomer(), page, hourLater!.startsAt, { kim })
    const customer = newCustomer()
    const token = tokenIn(await choose(customer, page, first!.startsAt, { kim }))!
    expect((await choose(customer, page, hourLater!.startsAt, { kim })).to).toContain('haber=dolu')
    expect(await stateOfLink(token)).toBe('choosing')
    // It overlaps what he keeps himself, which is not in his way.
    const again = tokenIn(await choose(customer, page, quarterLater!.startsAt, { kim }))!
    expect(await stateOfLink(again)).toBe('choosing')
    expect(await stateOfLink(token)).toBe('kept-no-longer')
  })
})

describe('[AP12] one time', () => {
  test('of any of two chairs, wanted by twelve at once, is kept for two', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [offer] = await page.offers()
    const answers = await Promise.all(Array.from({ length: 12 }, () => choose(newCustomer(), page, offer!.startsAt)))
    expect(answers.filter(answer => tokenIn(answer))).toHaveLength(2)
    expect(answers.filter(({ to }) => to.includes('haber=dolu'))).toHaveLength(10)
    const chairs =
      await sql`select distinct staff_id from appointments where tenant_id = ${page.id} and status = 'held'`
    expect(chairs).toHaveLength(2)
  })

  test('[AP14] kept too long and taken by another is told, with the way to others, and what was written stays', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [offer] = await page.offers([{ serviceId: page.hair, staffId: page.mehmet }])
    const kim = page.mehmet
    const slow = newCustomer()
    const token = tokenIn(await choose(slow, page, offer!.startsAt, { kim }))!
    await sql`update appointments set lapses_at = now() - interval '1 second' where tenant_id = ${page.id}`
    await sql`update appointment_links set created_at = now() - interval '9 minutes' where tenant_id = ${page.id}`
    expect(await stateOfLink(token)).toBe('kept-no-longer')
    const quick = tokenIn(await choose(newCustomer(), page, offer!.startsAt, { kim }))
    expect(quick).not.toBeNull()

    expect(await send(slow, page, token)).toEqual({ status: 303, to: `/r/${token}` })
    expect(await stateOfLink(token)).toBe('kept-no-longer')
    expect(writtenBy(slow, page)?.values.name).toBe('Işıl Çağlayan')
    expect(await sql`select from customers where tenant_id = ${page.id}`).toHaveLength(0)
  })

  test('[AP14] kept too long and still free is had all the same', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const customer = newCustomer()
    const token = await keep(customer, page)
    await sql`update appointments set lapses_at = now() - interval '1 second' where tenant_id = ${page.id}`
    // Somebody else comes by, and what has lapsed is put away.
    await choose(newCustomer(), page, (await page.offers()).at(-1)!.startsAt)
    await send(customer, page, token)
    expect(await stateOfLink(token)).toBe('requested')
  })
})

describe('a time that is not offered', () => {
  test.each([
    ['past', () => '2020-01-01T10:00:00.000Z'],
    ['before all time', () => '0000-01-01T10:00:00.000Z'],
    ['after all time', () => '9999-12-31T10:00:00.000Z'],
    ['at night', (page: Page) => page.offers().then(([offer]) => offer!.startsAt.replace(/T.*/, 'T23:00:00.000Z'))],
    ['off the clock', (page: Page) => page.offers().then(([offer]) => offer!.startsAt.replace(':00.000Z', ':07.000Z'))],
  ])('(%s) is not kept, and the page says so', async (_, time) => {
    const page = await openPage(sql, 'Berber Mehmet')
    const saat = await time(page)
    const answer = await choose(newCustomer(), page, saat)
    expect(answer.status).toBe(303)
    expect(answer.to).toMatch(
      new RegExp(`^/d/${page.slug}/randevu\\?hizmet=${page.hair}&kim=farketmez&gun=.*&haber=dolu$`),
    )
    expect(await sql`select from appointments where tenant_id = ${page.id}`).toHaveLength(0)
  })

  test.each([
    ['sooner than the shop’s notice', { notice_minutes: 20_000 }],
    ['further than it books ahead', { days_ahead: 1 }],
  ])('[AP11] (%s) is not kept either', async (_, rules) => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [{ startsAt } = { startsAt: '' }] = await page.offers()
    await sql`update booking_rules set ${sql(rules as Record<string, number>)} where tenant_id = ${page.id}`
    expect((await choose(newCustomer(), page, startsAt)).to).toContain('haber=dolu')
    await sql`update booking_rules set notice_minutes = 0, days_ahead = 30 where tenant_id = ${page.id}`
    expect(tokenIn(await choose(newCustomer(), page, startsAt))).not.toBeNull()
  })

  test.each([
    ['no time', { saat: '' }],
    ['no service', { hizmet: newId() }],
    ['words for a time', { saat: "yarın'; drop table appointments; --" }],
    ['nobody’s chair', { kim: newId() }],
  ])('(%s) leads back to the question that is not answered', async (_, other) => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [offer] = await page.offers()
    const answer = await choose(newCustomer(), page, offer!.startsAt, other)
    expect(answer.status).toBe(303)
    expect(answer.to).toMatch(new RegExp(`^/d/${page.slug}/randevu`))
    expect(await sql`select from appointments where tenant_id = ${page.id}`).toHaveLength(0)
  })

  test('and a service of another shop, or one that is not for customers, are none', async () => {
    const [page, other] = [await openPage(sql, 'Berber Mehmet'), await openPage(sql, 'Kuaför Ayşe')]
    const [offer] = await page.offers()
    expect(tokenIn(await choose(newCustomer(), page, offer!.startsAt, { hizmet: other.hair }))).toBeNull()
    await sql`update services set online = false where tenant_id = ${page.id} and id = ${page.hair}`
    expect(tokenIn(await choose(newCustomer(), page, offer!.startsAt))).toBeNull()
    expect(await sql`select from appointments where tenant_id in (${page.id}, ${other.id})`).toHaveLength(0)
  })

  test('nor is any of a shop whose page is closed, though links given out still open', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const [first, second] = await page.offers()
    const customer = newCustomer()
    const token = await keep(customer, page, first!.startsAt)
    const fields = await typed(page)
    await sql`update tenants set published_at = null where id = ${page.id}`
    expect((await choose(newCustomer(), page, second!.startsAt)).status).toBe(404)
    await customer.post(write, { token }, fields)
    expect(await stateOfLink(token)).toBe('requested')
  })
})

describe('what a customer writes wrong', () => {
  test.each([
    ['no name', 'ad', ''],
    ['a name without a letter', 'ad', '😀😀😀'],
    ['a name of ten thousand letters', 'ad', 'ğ'.repeat(10_000)],
    ['a name of ten thousand faces', 'ad', '😀'.repeat(10_000)],
    ['half a number', 'telefon', '053'],
    ['a command for a number', 'telefon', "0532'; drop table customers; --"],
    ['a novel for a note', 'not', 'a'.repeat(10_000)],
  ])('(%s) comes back with a sentence, and nothing is booked', async (_, field, value) => {
    const page = await openPage(sql, 'Berber Mehmet')
    const customer = newCustomer()
    const token = await keep(customer, page)
    const before = await page.everything()
    expect(await send(customer, page, token, { [field]: value })).toEqual({ status: 303, to: `/r/${token}` })
    const name = { ad: 'name', telefon: 'phone', not: 'note' }[field]!
    expect(Object.keys(writtenBy(customer, page)!.errors)).toEqual([name])
    expect(customer.jar.get('yazilan')!.length).toBeLessThan(3_500)
    expect(await page.everything()).toEqual(before)
  })

  test('in any script and with any markup is kept to the letter, where it is a name', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const name = `<img src=x onerror="alert(1)"> محمد O'Neil`
    const customer = newCustomer()
    const token = await keep(customer, page)
    await send(customer, page, token, { ad: name, not: "Robert'); drop table appointments; --" })
    expect(await bookedNameOf((await visitOfLink(token))!)).toBe(name)
  })

  test('after the notice was changed is asked for again, under the notice that holds now', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const customer = newCustomer()
    const token = await keep(customer, page)
    const fields = await typed(page)
    await sql`update tenants set address = 'Bağdat Caddesi 1' where id = ${page.id}`
    await customer.post(write, { token }, fields)
    expect(writtenBy(customer, page)!.message).toContain('Aydınlatma Metni az önce yenilendi')
    expect(await stateOfLink(token)).toBe('choosing')
    await send(customer, page, token)
    expect(await stateOfLink(token)).toBe('requested')
  })

  test('quicker than anybody writes is asked for once more', async () => {
    const page = await openPage(sql, 'Berber Mehmet')
    const customer = newCustomer()
    const token = await keep(customer, page)
    await sql`update appointment_links set created_at = now() + interval '1 minute' where tenant_id = ${page.id}`
    await send(customer, page, token)
    expect(writtenBy(customer, page)).toMatchObject({
      message: expect.stringContaining('bir kez daha gönderin'),
      errors: {},
    })
    expect(await stateOfLink(token)).toBe('choosing')
  })
})
