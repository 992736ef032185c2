import type postgres from 'postgres'
import { expect } from 'vitest'
import { type Customer, newCustomer, openPage, type Page, tokenIn } from './customers'

let numbers = 1_000_000

/** What customers do, through the route handlers of their pages. Call it once the world is open. */
export async function actsOn(sql: postgres.Sql) {
  const { POST: hold } = await import('@/app/(public)/d/[slug]/tut/route')
  const { POST: write } = await import('@/app/(public)/r/[token]/yaz/route')
  const { POST: act } = await import('@/app/(public)/r/[token]/yap/route')
  const { newToken } = await import('@/lib/booking/server/hold-time')
  const { visitOfLink } = await import('@/lib/booking/server/visit-of-link')
  const { stateOf } = await import('@/lib/booking/visit')
  const { unpackWritten } = await import('@/lib/booking/written')
  const { currentShopTexts, hashOf } = await import('@/lib/tenants/server/current-texts')

  const newPhone = () => `0532 ${String(numbers++).replace(/(\d{3})(\d{2})(\d{2})/, '$1 $2 $3')}`
  const chosen = (page: Page, saat: string, other: object = {}) => ({
    hizmet: page.hair,
    kim: 'farketmez',
    saat,
    anahtar: newToken(),
    ...other,
  })
  const choose = (customer: Customer, page: Page, saat: string, other: object = {}) =>
    customer.post(hold, { slug: page.slug }, chosen(page, saat, other))
  /** Lets so much time go by that the name may have been written. */
  const wait = (page: Page) =>
    sql`update appointment_links set created_at = created_at - interval '1 minute' where tenant_id = ${page.id}`

  /** The first offered time, or that one, kept by this customer for long enough to have written his name. */
  async function keep(customer: Customer, page: Page, saat?: string, other: object = {}): Promise<string> {
    const startsAt = saat ?? (await page.offers())[0]!.startsAt
    const token = tokenIn(await choose(customer, page, startsAt, other))!
    expect(token).not.toBeNull()
    await wait(page)
    return token
  }
  async function typed(page: Page, other: object = {}) {
    const { shop } = await page.read()
    const metin = hashOf(currentShopTexts(shop).aydinlatma)
    return { ad: 'Işıl Çağlayan', telefon: newPhone(), not: '', bos: '', metin, ...other }
  }
  const send = async (customer: Customer, page: Page, token: string, other: object = {}) =>
    customer.post(write, { token }, await typed(page, other))

  return {
    hold,
    write,
    act,
    newPhone,
    newToken,
    visitOfLink,
    chosen,
    choose,
    wait,
    keep,
    typed,
    send,
    /** What a customer does by his link: `ne`, and what goes with it. */
    doBy: (token: string, fields: Record<string, string>, customer = newCustomer()) =>
      customer.post(act, { token }, fields),
    stateOfLink: async (token: string) => stateOf((await visitOfLink(token))!, new Date().toISOString()),
    writtenBy: ({ jar }: Customer, page: Page) => unpackWritten(jar.get('yazilan'), page.id),
    /** A booking in a new shop, agreed to unless its rules say otherwise. */
    async booked(rules: object = {}, saat?: (page: Page) => Promise<string>) {
      const page = await openPage(sql, 'Berber Mehmet', { approval: 'nobody', ...rules })
      const customer = newCustomer()
      const token = await keep(customer, page, await saat?.(page), { kim: page.mehmet })
      await send(customer, page, token)
      return { page, customer, token }
    },
  }
}
