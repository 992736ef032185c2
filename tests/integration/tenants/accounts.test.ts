import { createHash } from 'node:crypto'
import { NextRequest } from 'next/server'
import { expect, test, vi } from 'vitest'
import { startersOf } from '@/lib/appointments/commands/starters'
import { open } from '@/lib/crypto/server/open'
import { seal } from '@/lib/crypto/server/seal'
import { newId } from '@/lib/kernel/id'
import { type Browser, expectPrinted, from, openShopFor, openWorld, register } from './world'

const { sql, mailTo } = await openWorld()
const { rpcOver } = await import('@/lib/db/server/rpc-over')
const { keyringOf, NotAMember } = await import('@/lib/tenants/server/keyring')
const { logIn } = await import('@/lib/tenants/server/log-in')
const { logOut } = await import('@/lib/tenants/server/log-out')
const { openShop } = await import('@/lib/tenants/server/open-shop')
const { consentsOf, hasReadNotice, promotionOf, setPromotion } = await import('@/lib/tenants/server/record-consents')
const { registerUser } = await import('@/lib/tenants/server/register-user')
const { userOfRequest } = await import('@/lib/tenants/server/require-user')
const { renewSession } = await import('@/lib/tenants/server/renew-session')
const { sendPasswordReset } = await import('@/lib/tenants/server/send-password-reset')
const { sessionOfRequest } = await import('@/lib/tenants/server/session-of-request')
const { changePassword, setForgottenPassword } = await import('@/lib/tenants/server/set-password')
const { shopsOfMe } = await import('@/lib/tenants/server/shops-of-me')
const { takeAttempt } = await import('@/lib/tenants/server/take-attempt')

test('whoever registers and opens a shop is its owner, finds it furnished, and its keys seal and open', async () => {
  const { user, tenantId } = await openShopFor('Mehmet Usta', 'Berber Mehmet')

  expect(await shopsOfMe(user)).toEqual([{ tenantId, name: 'Berber Mehmet', role: 'owner' }])
  const [found] = await sql`
    select (select count(*)::int from staff where tenant_id = ${tenantId}) as chairs,
           (select count(*)::int from working_hours where tenant_id = ${tenantId}) as days,
           (select count(*)::int from services where tenant_id = ${tenantId}) as services`
  expect(found).toEqual({ chairs: 1, days: 7, services: 5 })

  const keyring = await keyringOf(user.client, tenantId)
  const place = { tenantId, table: 'customers', column: 'name', rowId: newId() }
  expect(open(seal('Ali', place, keyring.current), place, keyring).text).toBe('Ali')
})

test('Kuaför Ayşe gets no keys of Berber Mehmet', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const ayse = await openShopFor('Ayşe', 'Kuaför Ayşe')
  await expect(keyringOf(ayse.user.client, mehmet.tenantId)).rejects.toThrow(NotAMember)
})

test('a form sent twice opens one shop, and one account opens five', async () => {
  const { user } = await register('Mehmet Usta')
  const opening = (id: string) =>
    openShop(
      rpcOver(user.client),
      { id, name: 'Berber Mehmet', trade: 'berber', phone: null, ownerName: 'Mehmet Usta' },
      startersOf('berber', { ownerName: 'Mehmet Usta', now: new Date().toISOString() }),
    )
  const first = newId()
  expect(await Promise.all([opening(first), opening(first)])).toEqual([
    { ok: true, value: first },
    { ok: true, value: first },
  ])
  expect(await shopsOfMe(user)).toHaveLength(1)
  expectPrinted('23505')

  for (let shops = 2; shops <= 5; shops++) expect((await opening(newId())).ok).toBe(true)
  expect(await opening(newId())).toEqual({ ok: false, error: 'too-many-shops' })
})

test('the session is in a cookie, and gone after logging out', async () => {
  const { browser, email, password } = await register('Mehmet Usta')
  expect(await from(browser, sessionOfRequest)).not.toBeNull()

  await from(browser, logOut)
  expect([...browser.keys()]).toEqual(['known-device'])
  expect(await from(browser, sessionOfRequest)).toBeNull()
  expect(await from(browser, userOfRequest)).toBeNull()

  expect(await from(browser, () => logIn({ email, password: 'başka' }, '203.0.113.1'))).toEqual({
    ok: false,
    error: 'wrong-log-in',
  })
  expect((await from(browser, () => logIn({ email, password }, '203.0.113.1'))).ok).toBe(true)
  expect((await from(browser, userOfRequest))?.email).toBe(email)
})

test('logging out holds though the auth server is away', async () => {
  const { browser } = await register('Mehmet Usta')
  const away = new TypeError('fetch failed')
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(away)
  await from(browser, logOut)
  expect(vi.mocked(console.error).mock.calls).toEqual([[away]]) // supabase-js says so
  vi.mocked(console.error).mockClear()
  expect([...browser.keys()]).toEqual(['known-device'])
  expect(await from(browser, sessionOfRequest)).toBeNull()
})

test('a known e-mail is not registered again', async () => {
  const { email } = await register('Mehmet Usta')
  const again = { name: 'Başkası', email, password: 'makas ve tarak', promotion: true }
  expect(await from(new Map(), () => registerUser(again, '203.0.113.2'))).toEqual({ ok: false, error: 'known-email' })
})

test('a link from the mailbox sets a new password once, and logs the other phones out', async () => {
  const { browser: otherPhone, email, password } = await register('Mehmet Usta')
  expect((await from(new Map(), () => sendPasswordReset(email, '203.0.113.3'))).ok).toBe(true)
  const link = new URL((await mailTo(email)).at(-1)!.link!)
  expect(link.pathname).toBe('/sifre/yeni')
  const token = link.searchParams.get('token_hash')!

  const browser = new Map<string, string>()
  expect((await from(browser, () => setForgottenPassword(token, 'yeni bir makas'))).ok).toBe(true)
  expect((await from(browser, userOfRequest))?.email).toBe(email)
  expect(await from(otherPhone, userOfRequest)).toBeNull()
  expect(await from(new Map(), () => setForgottenPassword(token, 'bir daha'))).toEqual({
    ok: false,
    error: 'link-used',
  })
  expect((await from(new Map(), () => logIn({ email, password }, '203.0.113.3'))).ok).toBe(false)
  expect((await from(new Map(), () => logIn({ email, password: 'yeni bir makas' }, '203.0.113.3'))).ok).toBe(true)
})

test('asking for a link says the same for an e-mail nobody has', async () => {
  const { email } = await register('Mehmet Usta')
  expect(await from(new Map(), () => sendPasswordReset('kimse@siftah.test', '203.0.113.4'))).toEqual(
    await from(new Map(), () => sendPasswordReset(email, '203.0.113.4')),
  )
})

test('a password is changed only by whoever knows the old one', async () => {
  const { browser, user, email, password } = await register('Mehmet Usta')
  expect(await from(browser, () => changePassword(user, 'yanlış', 'yeni bir makas'))).toEqual({
    ok: false,
    error: 'wrong-log-in',
  })
  expect((await from(browser, () => changePassword(user, password, 'yeni bir makas'))).ok).toBe(true)
  expect((await from(new Map(), () => logIn({ email, password: 'yeni bir makas' }, '203.0.113.5'))).ok).toBe(true)
})

test('of 50 tries at once exactly as many pass as are allowed, and another e-mail is not held up by them', async () => {
  const tries = await Promise.all(
    Array.from({ length: 50 }, () => takeAttempt('log-in of e-mail', 'mehmet@siftah.test')),
  )
  expect(tries.filter(Boolean)).toHaveLength(10)
  expect(await takeAttempt('log-in of e-mail', 'ayse@siftah.test')).toBe(true)
})

test('a window that has passed counts no more', async () => {
  const attempt = () => takeAttempt('reset of e-mail', 'gecen@siftah.test')
  for (let tries = 1; tries <= 3; tries++) expect(await attempt()).toBe(true)
  expect(await attempt()).toBe(false)
  await sql`update private.attempts set ends_at = ends_at - interval '61 minutes'`
  expect(await attempt()).toBe(true)
})

test('a counter goes when its window has passed, with the next attempt of anybody', async () => {
  const counters = async () => (await sql`select count(*)::int from private.attempts`)[0]!.count
  for (let who = 1; who <= 20; who++) await takeAttempt('log-in from address', `198.51.100.${who}`)
  await takeAttempt('log-in of e-mail', 'simdiki@siftah.test')
  expect(await counters()).toBeGreaterThan(20)
  await sql`update private.attempts set ends_at = now() - interval '1 second'`
  await takeAttempt('log-in of e-mail', 'sonraki@siftah.test')
  expect(await counters()).toBe(1)
})

test('the right password too is refused when the tries are used up', async () => {
  const { email, password } = await register('Mehmet Usta')
  for (let tries = 1; tries <= 10; tries++) await takeAttempt('log-in of e-mail', email)
  expect(await from(new Map(), () => logIn({ email, password }, '203.0.113.6'))).toEqual({
    ok: false,
    error: 'too-many',
  })
})

test('a stranger who uses up the tries of an e-mail does not lock its owner out of the phones he has used before', async () => {
  const { browser, email, password } = await register('Mehmet Usta')
  const tablet: Browser = new Map()
  await from(tablet, () => logIn({ email, password }, '203.0.113.7'))
  await from(browser, logOut)
  await from(tablet, logOut)
  for (let tries = 1; tries <= 20; tries++) {
    await from(new Map(), () => logIn({ email, password: 'tahmin' }, `192.0.2.${tries}`))
  }
  const refused = { ok: false, error: 'too-many' }
  expect(await from(new Map(), () => logIn({ email, password }, '203.0.113.7'))).toEqual(refused)
  expect((await from(browser, () => logIn({ email, password }, '203.0.113.7'))).ok).toBe(true)
  expect((await from(tablet, () => logIn({ email, password }, '203.0.113.7'))).ok).toBe(true)
})

test('who gets in by a link from the mailbox is known there too', async () => {
  const { email } = await register('Mehmet Usta')
  await from(new Map(), () => sendPasswordReset(email, '203.0.113.8'))
  const token = new URL((await mailTo(email)).at(-1)!.link!).searchParams.get('token_hash')!
  const browser: Browser = new Map()
  await from(browser, () => setForgottenPassword(token, 'yeni bir makas'))
  for (let tries = 1; tries <= 10; tries++) await takeAttempt('log-in of e-mail', email)
  expect((await from(browser, () => logIn({ email, password: 'yeni bir makas' }, '203.0.113.8'))).ok).toBe(true)
})

test('a known phone guesses no more than a strange one, and is known for one e-mail only', async () => {
  const mehmet = await register('Mehmet Usta')
  const ayse = await register('Ayşe')
  for (let tries = 1; tries <= 10; tries++) await takeAttempt('log-in of e-mail', ayse.email)
  const refused = { ok: false, error: 'too-many' }
  expect(await from(mehmet.browser, () => logIn(ayse, '203.0.113.9'))).toEqual(refused)

  const [nonce] = mehmet.browser.get('known-device')!.split('.')
  for (const forged of [`${nonce}.`, `${nonce}.${'A'.repeat(43)}`, '.', 'x']) {
    expect(await from(new Map([['known-device', forged]]), () => logIn(ayse, '203.0.113.9'))).toEqual(refused)
  }

  const guess = () => from(mehmet.browser, () => logIn({ ...mehmet, password: 'tahmin' }, '203.0.113.9'))
  for (let tries = 1; tries <= 10; tries++) expect(await guess()).toEqual({ ok: false, error: 'wrong-log-in' })
  expect(await guess()).toEqual(refused)
})

test('the counters hold no e-mail and no address', async () => {
  await takeAttempt('log-in of e-mail', 'gizli@siftah.test')
  const plain = createHash('sha256').update('gizli@siftah.test')
  const [row] = await sql`select string_agg(to_jsonb(a)::text, ' ') as all from private.attempts a`
  expect(row?.all).not.toContain('@')
  expect(row?.all).not.toContain('203.0.113')
  expect(row?.all).not.toContain(plain.digest('base64url'))
})

test('registering leaves word for word what was shown and read, by the clock of the server; no consent is taken for granted', async () => {
  const { user } = await register('Mehmet Usta')
  const rows = await sql`
    select c.kind, c.text_id, c.version = t.version as same_version, c.purpose, c.channel,
           encode(sha256(convert_to(t.body, 'UTF8')), 'hex') = c.text_hash as word_for_word, now() - c.created_at < interval '5 minutes' as recent
    from user_consents c join legal_texts t on t.hash = c.text_hash where c.user_id = ${user.id} order by c.text_id, c.kind`
  const proof = { same_version: true, channel: 'web', word_for_word: true, recent: true }
  expect(rows).toEqual([
    { kind: 'shown', text_id: 'acik-riza-tanitim', purpose: 'promotion-email', ...proof },
    { kind: 'acknowledged', text_id: 'aydinlatma-hesap', purpose: 'account', ...proof },
    { kind: 'shown', text_id: 'aydinlatma-hesap', purpose: 'account', ...proof },
  ])
  const consents = await consentsOf(user)
  expect(hasReadNotice(consents)).toBe(true)
  expect(promotionOf(consents)).toBeUndefined()
})

test('a consent is given and withdrawn, and both stay on record', async () => {
  const { user } = await register('Mehmet Usta')
  await setPromotion(user.client, user.id, true)
  expect(promotionOf(await consentsOf(user))?.kind).toBe('given')
  await setPromotion(user.client, user.id, false)
  const consents = await consentsOf(user)
  expect(promotionOf(consents)?.kind).toBe('withdrawn')
  expect(consents.map(({ kind }) => kind)).toContain('given')
})

test('nobody rewrites, deletes or back-dates a consent, and nobody gives one for somebody else', async () => {
  const { user } = await register('Mehmet Usta')
  const { user: other } = await register('Ayşe')
  const [text] = await sql`select hash, text_id, version from legal_texts where text_id = 'acik-riza-tanitim'`
  const consent = {
    kind: 'given',
    text_hash: text!.hash,
    text_id: text!.text_id,
    version: text!.version,
    purpose: 'promotion-email',
    channel: 'web',
  }
  const table = () => user.client.from('user_consents')
  const refusals = await Promise.all([
    table().update({ kind: 'withdrawn' }).eq('user_id', user.id),
    table().delete().eq('user_id', user.id),
    table().insert({ ...consent, user_id: user.id, created_at: '2020-01-01T00:00:00Z' }),
    table().insert({ ...consent, user_id: other.id }),
  ])
  expect(refusals.map(({ error }) => error?.code)).toEqual(['42501', '42501', '42501', '42501'])
  expectPrinted('42501', '42501', '42501', '42501')
})

/** A request of this browser whose session ran out a minute ago, by its own account. */
function lateRequest(browser: ReadonlyMap<string, string>) {
  const [name, value] = [...browser][0]!
  const session = JSON.parse(Buffer.from(value.replace('base64-', ''), 'base64url').toString())
  session.expires_at = Math.floor(Date.now() / 1000) - 60
  const late = `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`
  return new NextRequest('http://localhost:3000/bugun', { headers: { cookie: `${name}=${late}` } })
}

test('a session that is about to run out is renewed, before the page and for the browser', async () => {
  const { browser, email } = await register('Mehmet Usta')
  const request = lateRequest(browser)
  const before = request.cookies.get('siftah')!.value
  const [changed] = await renewSession(request)
  expect(changed?.value).not.toBe(before)
  expect(changed?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
  expect(request.cookies.get('siftah')?.value).toBe(changed?.value)
  expect((await from(new Map([['siftah', changed!.value]]), userOfRequest))?.email).toBe(email)
})

test('requests that find the session run out at the same moment all stay logged in', async () => {
  const { browser } = await register('Mehmet Usta')
  const renewed = await Promise.all(Array.from({ length: 5 }, () => renewSession(lateRequest(browser))))
  for (const [changed] of renewed) {
    expect(await from(new Map([['siftah', changed!.value]]), userOfRequest)).not.toBeNull()
  }
})

test('a log-out without a network holds at the next request of the phone, whatever it asks for and whoever is away', async () => {
  for (const authServer of ['there', 'away']) {
    const { browser } = await register('Mehmet Usta')
    const cookie = `siftah=${browser.get('siftah')}; leaving=yes`
    const request = new NextRequest('http://localhost:3000/kasa', { headers: { cookie } })
    const calls = vi.spyOn(globalThis, 'fetch')
    if (authServer === 'away') calls.mockRejectedValue(new TypeError('fetch failed'))
    const changed = new Map((await renewSession(request)).map(({ name, value, options }) => [name, { value, options }]))
    calls.mockRestore()
    vi.mocked(console.error).mockClear() // supabase-js says when nobody answers

    expect(request.cookies.getAll()).toEqual([])
    for (const name of ['siftah', 'leaving']) {
      expect(changed.get(name)).toMatchObject({ value: '', options: { path: '/', maxAge: 0 } })
    }
    if (authServer === 'there') expect(await from(browser, userOfRequest)).toBeNull()
  }
})

test('a session that is not about to run out costs no question, and neither does no session', async () => {
  const { browser } = await register('Mehmet Usta')
  const questions = vi.spyOn(globalThis, 'fetch')
  const cookie = [...browser].map(([name, value]) => `${name}=${value}`).join('; ')
  expect(await renewSession(new NextRequest('http://localhost:3000/bugun', { headers: { cookie } }))).toEqual([])
  expect(await renewSession(new NextRequest('http://localhost:3000/bugun'))).toEqual([])
  expect(await from(browser, sessionOfRequest)).not.toBeNull()
  expect(questions).not.toHaveBeenCalled()
})
