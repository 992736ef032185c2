import { journeys } from './journeys'
import { main } from './main'

await main(async () => {
  const { passed, failed } = await journeys()
  console.log(`${passed} passed, ${failed} failed`)
  return failed ? 1 : 0
})
