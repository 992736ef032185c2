import { expect, test } from 'vitest'
import { readZip } from '@/lib/import/read-zip'
import { zip } from './make-files'

test('what nobody reads of a zip may be as large as it is; what is read may not, and may not lie either', async () => {
  const [records, tables] = [
    { name: 'kayitlar.json', content: '[1,2,3]' },
    { name: 'tablolar.xlsx', content: '', claimedSize: 4e9 },
  ]
  const [wanted, tooLarge] = [(name: string) => name === records.name, { ok: false, error: 'too-large-inside' }]
  const read = await readZip(zip([records, tables]), wanted, 7)
  expect(read.ok && [...read.value.keys()]).toEqual([records.name])
  expect(await readZip(zip([records, tables]), wanted, 6)).toEqual(tooLarge)
  expect(await readZip(zip([{ ...records, claimedSize: 1 }]), wanted, 6)).toEqual(tooLarge)
})
