import { NextRequest } from 'next/server'
import type postgres from 'postgres'
import type { Id } from '@/lib/kernel/id'
import { newId } from '@/lib/kernel/id'
import { addDays, dayOf, toInstant } from '@/lib/kernel/zone'
import { openShopFor } from '@/tests/integration/tenants/world'

// The customers of a shop, before its own route handlers on the real database.

const SITE = 'http://localhost:3000'

type Handler = (request: NextRequest, on: { params: Promise<never> }) => Promise<Response>
type Fields = Record<string, string | readonly string[]>

export interface Answer {
  status: number
  /** Where the browser is led. */
  to: string
}

let people = 0

/** Somebody's phone, with its cookies, at an address of its own. */
export function newCustomer(address = `203.0.113.${++people}`) {
  const jar = new Map<string, string>()
  return {
    jar,
    async post(
      handler: Handler,
      params: Record<string, string>,
      fields: Fields,
      headers: Record<string, string> = {},
    ): Promise<Answer> {
      const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map(one => [name, one as string]))
      const request = new NextRequest(`${SITE}/`, {
        method: 'POST',
        headers: {
          host: 'localhost:3000',
          origin: SITE,
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': address,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
        },
        body: new URLSearchParams(pairs).toString(),
      })
      const response = await handler(request, { params: Promise.resolve(params) as never })
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
        if (/max-age=0/i.test(line)) jar.delete(name!)
        else jar.set(name!, value!)
      }
      return { status: response.status, to: response.headers.get('location') ?? '' }
    },
  }
}
export type Customer = ReturnType<typeof newCustomer>

/** The token of the page to which an answer leads; null: it leads elsewhere. */
export const tokenIn = ({ to }: Answer) => /^\/r\/([A-Za-z0-9_-]{43})/.exec(to)?.[1] ?? null

/** A shop with an open page, two chairs that are open every day, and these rules. */
export async function openPage(sql: postgres.Sql, name: string, rules: object = {}) {
  const { shopPage } = await import('@/lib/booking/server/shop-page')
  const { offersBetween } = await import('@/lib/booking/server/offers')
  const { tenantId: id } = await openShopFor('Mehmet Usta', name)
  const slug = `dukkan-${newId().slice(-12)}`
  const page = { slug, address: 'Moda Caddesi 12, Kadıköy, İstanbul', phone: '+902165550101', published_at: new Date() }
  await sql`update tenants set ${sql(page)} where id = ${id}`
  await sql`update booking_rules set ${sql({ open_limit: 5, ...rules } as object as Record<string, string>)} where tenant_id = ${id}`
  const [own] = await sql<{ id: Id }[]>`select id from staff where tenant_id = ${id}`
  const kemal = newId()
  await sql`insert into staff ${sql({ tenant_id: id, id: kemal, name: 'Kemal', position: 1 })}`
  await sql`delete from working_hours where tenant_id = ${id}`
  for (const staff_id of [own!.id, kemal])
    for (const weekday of [1, 2, 3, 4, 5, 6, 7])
      await sql`insert into working_hours ${sql({ tenant_id: id, id: newId(), staff_id, weekday, ranges: sql.json([[540, 1140]]) as never })}`

  const read = async () => (await shopPage(slug))!
  const services = (await read()).services
  const hair = services.find(service => service.name === 'Saç')!.id
  const beard = services.find(service => service.name === 'Sakal')!.id
  return {
    id,
    slug,
    mehmet: own!.id,
    kemal,
    hair,
    beard,
    read,
    /** What is offered from the day after tomorrow on, for ten days. */
    async offers(parts: { serviceId: Id; staffId: Id | null }[] = [{ serviceId: hair, staffId: null }]) {
      const now = toInstant(new Date())
      const today = dayOf(now, 'Europe/Istanbul')
      return offersBetween(await read(), { parts, now, own: [] }, addDays(today, 2), addDays(today, 12))
    },
    /** Everything that a customer's act could touch. */
    async everything() {
      const tables = ['appointments', 'appointment_links', 'appointment_events', 'customers', 'customer_consents']
      return Promise.all(
        tables.map(
          async table => sql`select to_jsonb(t) as row from ${sql(table)} t where tenant_id = ${id} order by t.id`,
        ),
      )
    },
  }
}
export type Page = Awaited<ReturnType<typeof openPage>>
