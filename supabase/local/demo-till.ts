import { composeSale, type Draft, type Ware } from '@/lib/cash/compose-sale'
import type { PlaceKind } from '@/lib/cash/movement'
import { ownAccount } from '@/lib/cash/own-account'
import type { Id } from '@/lib/kernel/id'
import { addDays, type Day, type Instant, instantAt } from '@/lib/kernel/zone'
import type { ShopWork } from './seed'

const places: Record<PlaceKind, string> = { cash: 'Kasa', card: 'Kart', bank: 'Banka' }

/** How a till is worked in a demo shop: sales as phones write them, debts, and what is paid of them. */
export function tillOf({ add, account, newId }: ShopWork) {
  const ware = (more: Partial<Ware> & Pick<Ware, 'price'>): Ware => ({
    accountId: account('Hizmet'),
    serviceId: null,
    staffId: null,
    appointmentId: null,
    name: null,
    kdvRate: null,
    ...more,
  })
  const sell = (
    at: Instant,
    wares: readonly Ware[],
    ways: Draft['ways'],
    about: Partial<Pick<Draft, 'customerId' | 'appointmentId' | 'tipTo' | 'note'>> = {},
  ) => {
    const amount = Object.values(ways).reduce((sum, paid) => sum + paid, 0)
    const draft = { customerId: null, appointmentId: null, tipTo: null, note: null, ...about, wares, amount, ways }
    add(
      'cash.sell@1',
      at,
      composeSale(draft, kind => account(places[kind])),
    )
  }
  const move = (fromAccountId: Id, toAccountId: Id, amount: number, at: Instant, more: object = {}) =>
    add('cash.transfer@1', at, {
      id: newId(),
      fromAccountId,
      toAccountId,
      amount,
      appointmentId: null,
      note: null,
      ...more,
    })
  const own = (kind: 'veresiye' | 'kapora', customerId: Id) => ownAccount(kind, customerId)
  return {
    ware,
    sell,
    spend: (from: string, to: string, amount: number, at: Instant) => move(account(from), account(to), amount, at),
    collect: (customerId: Id, amount: number, at: Instant) =>
      move(own('veresiye', customerId).id, account('Kasa'), amount, at, { opens: [own('veresiye', customerId)] }),
    takeKapora: (customerId: Id, amount: number, at: Instant) =>
      move(own('kapora', customerId).id, account('Kasa'), amount, at, { opens: [own('kapora', customerId)] }),
  }
}

/** What a till has besides what the book brings: old debts and new ones, a part paid, a kapora, a sale paid in two ways. */
export function besidesTheBook(work: ShopWork, today: Day, now: Instant, customers: readonly Id[]): void {
  const { ware, sell, collect, takeKapora } = tillOf(work)
  const [chair] = work.staff
  const [service] = work.services
  const cut = { serviceId: service!.id, staffId: chair!, price: service!.price }
  const on = (days: number) => instantAt(addDays(today, -days), 15 * 60, work.zone)
  const owes = (customer: number, days: number, price = cut.price) =>
    sell(on(days), [ware({ ...cut, price })], { veresiye: price }, { customerId: customers[customer]! })

  owes(7, 104)
  owes(7, 41)
  collect(customers[7]!, 15_000, on(20))
  owes(8, 72, 125_000)
  owes(9, 33)
  owes(10, 9)
  owes(11, 2, 65_000)
  takeKapora(customers[2]!, 20_000, on(1))
  work.add('cash.set-limit@1', now, { customerId: customers[8]!, limit: 150_000 })

  const shampoo = ware({ accountId: work.account('Ürün'), name: 'Şampuan', price: 18_000 })
  sell(
    on(1),
    [ware(cut), shampoo],
    { cash: 20_000, card: cut.price - 2_000 },
    { customerId: customers[12]!, note: 'Kardeşi de gelecek' },
  )
}
