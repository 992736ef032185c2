import { SharedArray } from 'k6/data'
import { vu } from 'k6/execution'
import type { Shop, World } from '../world.ts'
import { oneOf, roll } from './act.ts'

const world = (): World => JSON.parse(open(__ENV.WORLD!))

export const url = world().url
const quiet = new SharedArray('quiet shops', () => world().quiet)
const busy = new SharedArray('busy shops', () => world().busy)

/** Where this user works: the same shop as long as the load runs. */
export const quietShop = (): Shop => quiet[vu.idInTest % quiet.length]!
export const busyShop = (): Shop => busy[vu.idInTest % busy.length]!

/** Where this customer goes. */
export const anyBusyShop = (): Shop => oneOf(busy)
export const anyShop = (): Shop => (roll(quiet.length + busy.length) < quiet.length ? oneOf(quiet) : oneOf(busy))
