import { expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { personalIn } from '@/tests/support/personal'

// What the journeys' app prints is read by this: it must see what there would be to see, and cry no wolf.

test.each([
  'sent to +905320000101',
  'whatsapp:0532 000 01 01 refused',
  'to=5320000101',
  '{"phones":["+90 532 000 01 01"]}',
  'no such customer: FATMA DEMİR',
  'body: Merhaba, Berber Mehmet randevunuz yazıldı',
])('somebody is seen in “%s”', text => expect(personalIn(text)).not.toEqual([]))

test('nobody is seen in ids, times and figures', () => {
  const innocent = ['2026-11-25T05:32:00.001Z', '1764055320000', '5320ms', 'shop 5320000101ab', '✓ Ready in 532ms']
  for (let i = 0; i < 500; i++) innocent.push(newId())
  expect(innocent.filter(text => personalIn(text).length > 0)).toEqual([])
})
