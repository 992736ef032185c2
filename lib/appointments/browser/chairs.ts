import 'client-only'
import { compareTurkish } from '@/lib/kernel/turkish-text'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import type { Service, Staff, WorkingHours } from '../appointment'

/** Every chair the shop has had, in the shop's order; archived ones still name old appointments. */
export const everyChair = async (db: ShopDatabase): Promise<Staff[]> =>
  (await mirror<Staff>(db, 'staff').toArray()).sort(inShopsOrder)

/** Every service the shop has offered, in the shop's order, archived ones too. */
export const everyService = async (db: ShopDatabase): Promise<Service[]> =>
  (await mirror<Service>(db, 'services').toArray()).sort(inShopsOrder)

/** The weekly hours of every chair. */
export const everyWorkingHours = (db: ShopDatabase): Promise<WorkingHours[]> =>
  mirror<WorkingHours>(db, 'working_hours').toArray()

const inShopsOrder = (a: Staff | Service, b: Staff | Service) =>
  a.position - b.position || compareTurkish(a.name, b.name)
