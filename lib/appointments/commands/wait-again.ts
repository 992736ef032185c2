import type { Id } from '@/lib/kernel/id'
import type { Context, Patch } from '@/lib/sync/command'
import type { Appointment } from '../appointment'

/** Those whose wishes these appointments answered wait again: what the phone foresees when a booking or a yes is taken back (SPEC AP21). */
export async function waitingAgain(ids: readonly Id[], { row }: Pick<Context, 'row'>): Promise<Patch[]> {
  const answers = await Promise.all(ids.map(id => row<Appointment>('appointments', id)))
  const wishes = new Set(answers.flatMap(one => one?.waitingId ?? []))
  return [...wishes].map(id => ({ table: 'waiting_list', id, set: { endedAt: null } }))
}
