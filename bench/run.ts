import { main } from '@/scripts/main'
import { Refusal } from '@/supabase/local/refusal'
import { coldStart } from './cold-start'
import { customerPage } from './customer-page'
import { drain } from './drain'
import { exporting } from './export'
import { printed } from './figure'
import { firstLoad } from './first-load'
import { importing } from './importing'
import { messages } from './messages'
import { month } from './month'
import { search } from './search'
import { selling } from './selling'
import { size } from './size'
import { slots } from './slots'
import { sync } from './sync'
import { typing } from './typing'

const benches: Record<string, () => Promise<void>> = {
  search,
  slots,
  typing,
  month,
  selling,
  'first-load': firstLoad,
  'cold-start': coldStart,
  'customer-page': customerPage,
  importing,
  sync,
  drain,
  messages,
  size,
  export: exporting,
}

// All benches, or those named: `npm run bench -- search sync`.
await main(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.filter(name => !(name in benches))
  if (unknown.length > 0)
    throw new Refusal(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`)
  for (const name of asked.length > 0 ? asked : Object.keys(benches)) await benches[name]!()
  console.log(`\n${printed().join('\n')}`)
  return 0
})
