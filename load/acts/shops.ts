import { SharedArray } from 'k6/data'
import { vu } from 'k6/execution'
import type { Shop, World } from '../world.ts'

const world = (): World => JSON.parse(open(__ENV.WORLD!))

export const url = world().url
const quiet = new SharedArray('quiet shops', () => world().quiet)
const busy = new SharedArray('busy shops', () => world().busy)

/** The shop of this user: the same one as long as the load runs. */
export const quietShop = (): Shop => quiet[vu.idInTest % quiet.length]!
export const busyShop = (): Shop => busy[vu.idInTest % busy.length]!
