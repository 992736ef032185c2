import { oneOf } from './act.ts'
import { customer } from './customer.ts'
import { anyShop } from './shops.ts'

/** A customer opens a shop's page, and sees who is there and when there is time. */
export function lookAtTimes(): void {
  const { open } = customer()
  const { slug, services } = anyShop()
  const service = `/d/${slug}/randevu?hizmet=${oneOf(services).id}`
  if (open('front', `/d/${slug}`) && open('who', service)) open('times', `${service}&kim=farketmez`)
}
