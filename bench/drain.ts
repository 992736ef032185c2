import { logIn, scriptOf, withPhone } from './browser'
import { median, ms, print } from './figure'
import { people } from './people'
import { withServer } from './server'

const SIZES = [10, 100, 1_000]
const ROUNDS = 3
/** Growth is measured from 100: below, the one request weighs more than what is in it. A tenth is left to chance. */
const GOAL = 1.1

/** A phone comes back with a full outbox: how long until the server has it all and the phone has the truth of it. */
export async function drain(): Promise<void> {
  const times = await withServer(server =>
    withPhone(async context => {
      const page = await logIn(context, server)
      await page.evaluate(await scriptOf('hand.ts', 'hand'))
      const drainOf = async (count: number) => {
        await context.setOffline(true)
        await page.evaluate(([everybody, count]) => hand.serve(everybody, count), [people(count), count] as const)
        const sent = page.evaluate(() => hand.sentAfterReturn())
        await context.setOffline(false)
        return sent
      }
      await drainOf(100) // until then the code was not compiled
      const times = new Map(SIZES.map(size => [size, [] as number[]]))
      for (let round = 0; round < ROUNDS; round++)
        for (const size of SIZES) times.get(size)!.push((await drainOf(size)) / size)
      return times
    }),
  )
  const [ten, hundred, thousand] = SIZES.map(size => median(times.get(size)!)) as [number, number, number]
  print({
    what: 'Draining 1,000 commands (customer, appointment, payment)',
    figure: `${Math.round(1000 / thousand)} commands/s; each ${ms(ten)} of 10, ${ms(hundred)} of 100, ${ms(thousand)} of 1,000`,
    ratio: thousand / hundred,
    goal: `growth from 100 to 1,000 ≤ ${GOAL}`,
    met: thousand / hundred <= GOAL,
  })
}
