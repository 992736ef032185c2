import { sleep } from 'k6'

/** 0 to `sides` − 1, all equally likely. */
export const roll = (sides: number): number => Math.floor(Math.random() * sides)

export const oneOf = <T>(things: readonly T[]): T => things[roll(things.length)]!

/** What people do between two acts: 3 to 7 seconds of something else. */
export const think = (): void => sleep(3 + Math.random() * 4)
