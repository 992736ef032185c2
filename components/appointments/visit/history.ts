import type { Appointment, AppointmentEvent, Status } from '@/lib/appointments/appointment'
import type { Id } from '@/lib/kernel/id'
import { addDays, dayOf, formatDay, formatTime, type Instant } from '@/lib/kernel/zone'

/** The same act said of whoever looks at the screen, of another member, and of the customer. */
type Verb = readonly [you: string, colleague: string, customer: string]

const begun: Partial<Record<Status, Verb>> = {
  held: ['siz teklif ettiniz', 'ekibiniz teklif etti', 'müşteri saati seçti'],
  requested: ['siz eklediniz', 'ekibiniz ekledi', 'müşteri istedi'],
  confirmed: ['siz eklediniz', 'ekibiniz ekledi', 'müşteri aldı'],
  arrived: ['siz sıradan aldınız', 'ekibiniz sıradan aldı', 'müşteri geldi'],
}

const turned: Record<Status, Verb> = {
  held: ['siz yeniden tuttunuz', 'ekibiniz yeniden tuttu', 'müşteri tuttu'],
  requested: ['siz yeniden onaya bıraktınız', 'ekibiniz yeniden onaya bıraktı', 'müşteri istedi'],
  confirmed: ['siz yeniden açtınız', 'ekibiniz yeniden açtı', 'müşteri yeniden aldı'],
  arrived: ['geldi', 'geldi', 'geldi'],
  done: ['bitti', 'bitti', 'bitti'],
  'no-show': ['gelmedi', 'gelmedi', 'gelmedi'],
  cancelled: ['siz iptal ettiniz', 'ekibiniz iptal etti', 'müşteri iptal etti'],
  lapsed: ['süresi doldu', 'süresi doldu', 'süresi doldu'],
}
const offered: Verb = ['siz teklif ettiniz', 'ekibiniz teklif etti', 'sıradakine teklif edildi']
const approved: Verb = ['siz onayladınız', 'ekibiniz onayladı', 'müşteri onayladı']
const accepted: Verb = ['siz kabul edildi yazdınız', 'ekibiniz kabul edildi yazdı', 'müşteri kabul etti']
const moved: Verb = ['siz taşıdınız', 'ekibiniz taşıdı', 'müşteri taşıdı']

interface Looking {
  /** Whoever looks at the screen. */
  userId: Id
  zone: string
  now: Instant
}

/** What became of an appointment, step by step, the oldest first: `Dün 14:05 siz eklediniz`. */
export function historyLines(events: readonly AppointmentEvent[], looking: Looking): string[] {
  const inOrder = [...events].sort((a, b) => (a.at < b.at ? -1 : 1))
  return inOrder.flatMap((event, i) => {
    const verb = verbOf(event, inOrder[i - 1], inOrder[i + 1])
    return verb
      ? `${whenWords(event.at, looking)} ${said(verb, event, looking.userId)}${whither(event, inOrder[i - 1], looking)}`
      : []
  })
}

function verbOf(event: AppointmentEvent, before?: AppointmentEvent, after?: AppointmentEvent): Verb | undefined {
  // Choosing a time and writing one's name are one act to whoever reads.
  if (event.actor === 'customer' && event.status === 'held' && after?.actor === 'customer') return undefined
  if (!before && event.status === 'held' && event.actor === 'nobody') return offered
  if (!before) return begun[event.status] ?? turned[event.status]
  if (before.status === event.status) return moved
  if (
    (event.status === 'requested' && event.actor === 'customer') ||
    (event.status === 'confirmed' && before.status === 'held' && before.actor === 'customer')
  ) {
    return begun[event.status]
  }
  if (event.status === 'confirmed' && before.status === 'requested') return approved
  if (event.status === 'confirmed' && before.status === 'held') return accepted
  return turned[event.status]
}

function said(verb: Verb, { actor, userId }: AppointmentEvent, me: Id): string {
  if (actor === 'member') return userId === me ? verb[0] : verb[1]
  return verb[2]
}

/** ` (14:00 → 15:30)` after a move. */
function whither(event: AppointmentEvent, before: AppointmentEvent | undefined, { zone }: Looking): string {
  if (!before || before.status !== event.status || before.startsAt === event.startsAt) return ''
  const sameDay = dayOf(before.startsAt, zone) === dayOf(event.startsAt, zone)
  const [from, to] = [before, event].map(({ startsAt }) =>
    [!sameDay && formatDay(dayOf(startsAt, zone)), formatTime(startsAt, zone)].filter(Boolean).join(' '),
  )
  return ` (${from} → ${to})`
}

/** `Bugün 09:10`, `Dün 14:05`, `20 Kasım Cuma 11:00`. */
export function whenWords(at: Instant, { zone, now }: Pick<Looking, 'zone' | 'now'>): string {
  const [day, today] = [dayOf(at, zone), dayOf(now, zone)]
  const name =
    day === today ? 'Bugün' : day === addDays(today, -1) ? 'Dün' : day === addDays(today, 1) ? 'Yarın' : formatDay(day)
  return `${name} ${formatTime(at, zone)}`
}

/** What can be said before the server has told the story: when it was written down. */
export const firstLine = ({ createdAt }: Appointment, looking: Looking): string =>
  `${whenWords(createdAt, looking)} yazıldı`
