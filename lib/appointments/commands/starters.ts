import { newId } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import type { Instant } from '@/lib/kernel/zone'
import type { Command } from '@/lib/sync/protocol'
import type { Trade } from '@/lib/tenants/trades'

type Starter = readonly [name: string, minutes: number, lira: number]

/** What a shop of this trade usually offers, with round prices of 2026: a beginning to correct rather than an empty page. */
const services: Record<Trade, readonly Starter[]> = {
  berber: [
    ['Saç', 30, 400],
    ['Sakal', 20, 250],
    ['Saç ve sakal', 45, 600],
    ['Çocuk saç', 25, 300],
    ['Saç yıkama ve fön', 15, 150],
  ],
  kuafor: [
    ['Saç kesimi', 45, 600],
    ['Fön', 30, 350],
    ['Dip boya', 90, 1500],
    ['Saç boyama', 120, 2500],
    ['Röfle', 180, 4000],
    ['Keratin bakım', 120, 3000],
  ],
  guzellik: [
    ['Manikür', 45, 500],
    ['Pedikür', 60, 600],
    ['Kalıcı oje', 60, 700],
    ['Kaş alma', 20, 250],
    ['Cilt bakımı', 60, 1200],
    ['Ağda', 45, 600],
  ],
  tamirci: [
    ['Arıza tespiti', 30, 500],
    ['Yağ ve filtre değişimi', 45, 1500],
    ['Fren bakımı', 90, 2000],
    ['Periyodik bakım', 120, 3500],
    ['Lastik değişimi', 45, 800],
  ],
  terzi: [
    ['Paça kısaltma', 15, 200],
    ['Fermuar değişimi', 30, 300],
    ['Daraltma', 45, 400],
    ['Prova', 20, 0],
    ['Ölçü alma', 30, 0],
  ],
  veteriner: [
    ['Muayene', 30, 1000],
    ['Aşı', 20, 900],
    ['Kontrol', 20, 500],
    ['Tıraş', 60, 1200],
    ['Tırnak kesimi', 15, 300],
  ],
  diger: [
    ['Kısa randevu', 30, 0],
    ['Uzun randevu', 60, 0],
  ],
}

/** When a shop of this trade is usually open from Monday to Saturday, in minutes after midnight. Sunday: closed. */
const hours: Record<Trade, readonly [from: number, to: number]> = {
  berber: [9 * 60, 20 * 60],
  kuafor: [9 * 60, 20 * 60],
  guzellik: [10 * 60, 20 * 60],
  tamirci: [8 * 60 + 30, 18 * 60 + 30],
  terzi: [9 * 60, 19 * 60],
  veteriner: [9 * 60, 19 * 60],
  diger: [9 * 60, 18 * 60],
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const SUNDAY = 7

const kurus = (lira: number): Kurus => lira * 100

/** The commands that furnish a new shop: the owner's own chair, its hours, and the trade's services. */
export function startersOf(trade: Trade, { ownerName, now }: { ownerName: string; now: Instant }): Command[] {
  const command = (name: string, args: object): Command => ({ id: newId(), name, eventAt: now, args })
  const staffId = newId()
  return [
    command('staff.save@1', { id: staffId, name: ownerName, position: 0 }),
    ...WEEKDAYS.map(weekday =>
      command('hours.set@1', { id: newId(), staffId, weekday, ranges: weekday === SUNDAY ? [] : [hours[trade]] }),
    ),
    ...services[trade].map(([name, minutes, lira], position) =>
      command('services.save@1', { id: newId(), name, minutes, price: kurus(lira), position }),
    ),
  ]
}
