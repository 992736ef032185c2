import { setTimeout as sleep } from 'node:timers/promises'
import type { Keyring } from '@/lib/crypto/server/data-key'
import { serviceClient, serviceRpc } from '@/lib/db/server/service-client'
import type { Id } from '@/lib/kernel/id'
import { newId } from '@/lib/kernel/id'
import type { Channel } from '@/lib/messages/server/channels/channel'
import { work } from '@/lib/messages/server/work'
import { keyringOf } from '@/lib/tenants/server/keyring'

// A worker as a process of its own, with a provider that takes 50 ms over each message. Told `go` it sends what is due, told `tick` it does so every five seconds
// until it is ended, as the built-in stack's timer has it.

const PROVIDER_MS = 50
const AT_ONCE = 20
const EVERY_MS = 5_000

const provider: Channel = {
  provider: 'stub',
  async send() {
    await sleep(PROVIDER_MS)
    return { outcome: 'sent', providerId: newId() }
  },
  find: async () => [],
  look: async () => null,
}

const keyrings = new Map<Id, Promise<Keyring>>()
const run = () =>
  work({
    rpc: serviceRpc,
    channels: new Map([['whatsapp', provider]]),
    atOnce: AT_ONCE,
    budgetMs: 120_000,
    now: null,
    tenantId: null,
    keyring: id => {
      const keyring = keyrings.get(id) ?? keyringOf(serviceClient(), id)
      keyrings.set(id, keyring)
      return keyring
    },
  })

process.on('message', async order => {
  if (order === 'go') {
    const { sent = 0 } = await run()
    process.send!({ sent })
  }
  while (order === 'tick') {
    await Promise.all([run(), sleep(EVERY_MS)])
  }
})
process.on('disconnect', () => process.exit())
// The first call opens the connections and compiles the code.
await run()
process.send!('ready')
