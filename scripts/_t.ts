import { startStack } from '/work/main/supabase/local/stack'
import { createClient } from '@supabase/supabase-js'
const t = Date.now()
const stack = await startStack({ dataDir: process.argv[2]!, appUrl: 'http://localhost:3000' })
console.log('up', Date.now() - t, 'ms', stack.env, stack.databaseUrl.replace(/:[^:@]+@/, ':…@'))
if (process.argv[3] === 'hold') { console.log('holding', process.pid); stack.ended.then(w => console.log('ENDED', w)); setInterval(() => {}, 1000) } else { await stack.stop(); console.log('stopped', Date.now() - t) }
