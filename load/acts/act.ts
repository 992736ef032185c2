import { sleep } from 'k6'
import { Counter } from 'k6/metrics'

/** As long as a phone waits for an answer (lib/sync/browser/http-transport.ts). */
const PATIENCE = '30s'

/**
 * How the requests of an act are sent and counted. `name` stands for their addresses, which hold tokens: without it k6 would count
 * each of them apart.
 */
export const asAct = (name: string, headers: Record<string, string> = {}) => ({
  timeout: PATIENCE,
  tags: { name },
  headers: { ...headers, 'accept-encoding': 'gzip' },
})

/** 3 to 7 seconds between two acts of one person. */
export const think = (): void => sleep(3 + Math.random() * 4)

/** 0 to `sides` − 1, all equally likely. */
export const roll = (sides: number): number => Math.floor(Math.random() * sides)

export const oneOf = <T>(things: readonly T[]): T => things[roll(things.length)]!

/** Times that somebody wanted and somebody else had: without any, a run has proved nothing about double booking. */
export const timesTaken = new Counter('times_taken')
