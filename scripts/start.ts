import { main } from './main'
import { serve } from './serve'

await main(() => serve('start'))
