import { expect, test } from 'vitest'
import type { Rpc } from '@/lib/db/server/rpc'
import { newId } from '@/lib/kernel/id'
import { type Settled, settler } from '@/lib/messages/server/settler'

const ended = (): Settled => ({ id: newId(), lease: newId(), outcome: 'sent' })

test('[ME4] what could not be written down keeps nothing else from being written down', async () => {
  const written: string[] = []
  let isBroken = true
  const rpc = (async (_: string, { p_results }: { p_results: Settled[] }) => {
    if (isBroken) throw new Error('broken')
    written.push(...p_results.map(({ id }) => id))
  }) as Rpc
  const settle = settler(rpc, null)
  await expect(settle(ended())).rejects.toThrow('broken')
  isBroken = false
  const [first, second] = [ended(), ended()]
  await Promise.all([settle(first), settle(second)])
  expect(written).toEqual([first.id, second.id])
})
