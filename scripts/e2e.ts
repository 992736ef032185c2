import { journeys } from './journeys'
import { main } from './main'

await main(async () => {
  const { passed, failed } = await journeys(process.argv.slice(2))
  console.log(`${passed} passed, ${failed} failed`)
  return failed ? 1 : 0
})
