import { check } from 'k6'
import { Counter } from 'k6/metrics'
import { oneOf, roll, timesTaken } from './act.ts'
import { customer, type Page } from './customer.ts'
import { anyBusyShop } from './shops.ts'

const made = new Counter('bookings_made')

/** A customer chooses a time, keeps it, and writes his name. */
export function book(): void {
  const { open, send } = customer()
  const { slug, services } = anyBusyShop()
  const times = open('times', `/d/${slug}/randevu?hizmet=${oneOf(services).id}&kim=farketmez`)
  const free = times ? timesOn(times) : []
  if (!times || !check(free, { 'some time was free': ({ length }) => length > 0 })) return

  const kept = send('keep', times, { holding: '[name="saat"]', fields: { saat: oneOf(free) } })
  if (!kept || isTaken(kept)) return

  const telefon = `0532 ${String(roll(10_000_000)).padStart(7, '0')}`
  const visit = send('book', kept, { holding: '[name="ad"]', fields: { ad: 'Işıl Gündüz', telefon } })
  if (!visit || isTaken(visit)) return
  // Only a visit that stands can be put into a calendar.
  if (check(visit, { 'there was an appointment': it => it.html('a[href$="/takvim"]').size() > 0 })) made.add(1)
}

const timesOn = (page: Page): string[] =>
  page
    .html('button[name="saat"]')
    .toArray()
    .map(button => button.attr('value') ?? '')

function isTaken({ url }: Page): boolean {
  const taken = url.includes('haber=dolu')
  if (taken) timesTaken.add(1)
  return taken
}
