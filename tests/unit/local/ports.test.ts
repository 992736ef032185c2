import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, isFree } from '@/supabase/local/ports'

test('a taken port is passed over for the next free one', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  try {
    expect(await isFree(port)).toBe(false)
    const found = await freePort(port)
    expect(found).not.toBe(port)
    expect(await isFree(found)).toBe(true)
  } finally {
    taken.close()
  }
})
