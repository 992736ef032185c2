import { resolve } from 'node:path'
import { demoLogins } from '@/supabase/local/demo'
import { startStack } from '@/supabase/local/stack'
import { main } from './main'

// Opens the demo shops on the built-in stack without starting the app, and prints the ways in.
await main(async () => {
  const stack = await startStack({
    dataDir: resolve(process.env.SIFTAH_DATA_DIR || '.siftah'),
    appUrl: 'http://localhost:3000',
  })
  try {
    for (const { shop, email, password } of await demoLogins(stack))
      console.log(`${shop.padEnd(16)} ${email}  ${password}`)
    return 0
  } finally {
    await stack.stop()
  }
})
