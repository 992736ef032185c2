import { expect, test } from 'vitest'
import { inTurn } from '@/lib/archive/server/in-turn'

test('[AR10] archives are laid down one after the other, however the one before ended', async () => {
  const heard: string[] = []
  let fail = () => {}
  const first = inTurn(() => {
    heard.push('first begins')
    return new Promise<never>((_, reject) => {
      fail = () => reject(new Error('damaged'))
    })
  })
  const second = inTurn(async () => heard.push('second begins'))
  const ended = first.catch(({ message }) => heard.push(message))
  await Promise.resolve()
  fail()
  await Promise.all([ended, second])
  expect(heard).toEqual(['first begins', 'damaged', 'second begins'])
})
