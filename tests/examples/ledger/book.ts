import { composeSale, type Draft, type Ware } from '@/lib/cash/compose-sale'
import type { PlaceKind } from '@/lib/cash/movement'
import { type OwnKind, ownAccount } from '@/lib/cash/own-account'
import { type Id, newId } from '@/lib/kernel/id'
import { addMinutes, type Instant } from '@/lib/kernel/zone'
import type { Command } from '@/lib/sync/protocol'

// What the examples are written in.

/** Something that happened, in words and as the commands of a phone. */
export interface Step {
  /** On which day of the story, and when, by the shop's clock. */
  at: [day: number, time: string]
  words: string
  commands: Command[]
}

export interface Example {
  title: string
  /** What happens to Ali Çelik and in the chair of Mehmet Usta. */
  happens: (book: Book) => Step[]
  /** What else there is to read afterwards; asked when everything has happened. */
  afterwards?: (book: Book) => Promise<string[]>
}

interface Stage {
  /** Midnight before the first day. */
  start: Instant
  shopId: Id
  owner: Id
  customer: Id
  chair: Id
  service: Id
  /** By name: Kasa, Kart, Hizmet, Devir… */
  accounts: Record<string, Id>
}

export type Book = Stage & ReturnType<typeof openBook>

const places: Record<PlaceKind, string> = { cash: 'Kasa', card: 'Kart', bank: 'Banka' }

/** How an example says what happens. Amounts are kuruş. */
export function openBook(stage: Stage) {
  const { start, customer, chair, service, accounts } = stage
  const own = (kind: OwnKind) => ownAccount(kind, kind === 'staff' ? chair : customer)
  const idOf = (name: string): Id =>
    name === 'Veresiye' || name === 'Kapora' || name === 'Hakediş'
      ? own(({ Veresiye: 'veresiye', Kapora: 'kapora', Hakediş: 'staff' } as const)[name]).id
      : accounts[name]!

  const step = (at: Step['at'], words: string, ...made: { name: string; args: object }[]): Step => {
    const [hours, minutes] = at[1].split(':').map(Number) as [number, number]
    const eventAt = addMinutes(start, (at[0] - 1) * 24 * 60 + hours * 60 + minutes)
    return { at, words, commands: made.map(one => ({ id: newId(), eventAt, ...one })) }
  }

  return {
    step,
    idOf,
    haircut: (price = 40_000, kdvRate: Ware['kdvRate'] = 20): Ware => ({
      accountId: idOf('Hizmet'),
      serviceId: service,
      staffId: chair,
      appointmentId: null,
      name: null,
      price,
      kdvRate,
    }),
    product: (name: string, price: number, kdvRate: Ware['kdvRate'] = 10): Ware => ({
      accountId: idOf('Ürün'),
      serviceId: null,
      staffId: null,
      appointmentId: null,
      name,
      price,
      kdvRate,
    }),
    /** Paid in these ways; what is above the prices is Mehmet Usta's tip. */
    sale(wares: Ware[], ways: Draft['ways']) {
      const amount = Object.values(ways).reduce((sum, paid) => sum + paid, 0)
      const about = { customerId: customer, appointmentId: null, note: null, tipTo: chair }
      const args = composeSale({ ...about, wares, amount, ways }, kind => idOf(places[kind]))
      return { name: 'cash.sell@1', args }
    },
    move: (from: string, to: string, amount: number) => ({
      name: 'cash.transfer@1',
      args: {
        id: newId(),
        fromAccountId: idOf(from),
        toAccountId: idOf(to),
        amount,
        appointmentId: null,
        note: null,
        opens: [own('veresiye'), own('kapora'), own('staff')],
      },
    }),
    /** Gives back a part of the first line of a sale. */
    refund: (sale: { args: object }, from: string, amount: number) => ({
      name: 'cash.refund@1',
      args: {
        id: newId(),
        lineId: (sale.args as { lines: { id: Id }[] }).lines[0]!.id,
        fromAccountId: idOf(from),
        amount,
        kdv: 0, // the database reckons it
      },
    }),
    /** Takes back everything that moved by it. */
    takeBack: ({ args }: { args: object }) =>
      ((args as { transfers?: { id: Id }[] }).transfers ?? [args as { id: Id }]).map(({ id }) => ({
        name: 'cash.reverse@1',
        args: { id: newId(), reversesId: id },
      })),
  }
}
