import { check } from 'k6'
import { Counter } from 'k6/metrics'
import type { Command } from '@/lib/sync/protocol'
import type { Shop } from '../world.ts'
import { oneOf, roll, think, timesTaken } from './act.ts'
import { exchange } from './exchange.ts'
import { newId } from './new-id.ts'
import { busyShop } from './shops.ts'

const done = new Counter('commands_done')
const repeated = new Counter('commands_repeated')

/** One answer in twenty gets lost on its way to the phone. */
const LOST = 20

/** What this phone has sent and does not know the fate of. `counted`: the server said what became of it, only the phone has not heard. */
let waiting: { command: Command; counted: boolean } | null = null

/** A phone sends what was done in the shop; where the last answer did not arrive, the same once more. */
export function sendCommand(): void {
  const sent = waiting ?? { command: newCommand(busyShop()), counted: false }
  waiting = sent
  const result = exchange('command', busyShop(), [sent.command])?.results[0]
  const taken = result?.status === 'rejected' && result.reason === 'slot-taken'
  check(result, {
    'the command was carried out once, or its time was taken': it => taken || isOnce(it?.status, sent.counted),
  })
  if (result) {
    if (sent.counted) repeated.add(1)
    else (taken ? timesTaken : done).add(1)
    waiting = !sent.counted && roll(LOST) === 0 ? { ...sent, counted: true } : null
  }
  think()
}

/** A command whose answer was lost has been carried out already, and is not carried out again. */
const isOnce = (status: string | undefined, counted: boolean) => status === (counted ? 'duplicate' : 'applied')

/** An appointment, a sale or a new customer. Its row bears the command's own id, so that the database can be asked for it afterwards. */
function newCommand(shop: Shop): Command {
  const id = newId()
  const [name, args] = oneOf([book, sell, add])(shop, id)
  return { id, name, eventAt: new Date().toISOString(), args }
}

function book({ chairs, services, customers }: Shop, id: string): [string, object] {
  const service = oneOf(services)
  const startsAt = Date.now() - (Date.now() % QUARTER) + DAY + roll((28 * DAY) / QUARTER) * QUARTER
  const part = {
    id,
    staffId: oneOf(chairs),
    serviceId: service.id,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + service.minutes * MINUTE).toISOString(),
    prepareMinutes: 0,
    cleanMinutes: 0,
    price: service.price,
    note: null,
  }
  const none = { visitId: null, seriesId: null, lapsesAt: null, waitingId: null, walkInId: null }
  return ['appointments.book@2', { ...none, customerId: oneOf(customers), status: 'confirmed', parts: [part] }]
}

const sell = ({ income, till }: Shop, id: string): [string, object] => [
  'cash.transfer@1',
  { id, fromAccountId: income, toAccountId: till, amount: 10_000 + roll(90) * 1_000, appointmentId: null, note: null },
]

const add = (_: Shop, id: string): [string, object] => [
  'customers.add@1',
  { id, name: 'Işıl Gündüz', phones: [`+90532${String(roll(10_000_000)).padStart(7, '0')}`], email: null, note: null },
]

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const DAY = 96 * QUARTER
