import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readKeys } from '@/supabase/local/keys'
import { expect, test } from './support/journey'

test('nothing a browser is given names the database, its address or its keys', async ({ page }) => {
  const keys = await readKeys(process.env.JOURNEYS_DATA_DIR!)
  const secrets = [
    ...Object.values(keys),
    'service_role',
    'sb_secret_',
    'sb_publishable_',
    process.env.JOURNEYS_SUPABASE_URL!,
  ]
  const files = await readdir('.next/static', { recursive: true, withFileTypes: true })
  const bundle = await Promise.all(
    files.filter(file => file.isFile()).map(file => readFile(join(file.parentPath, file.name), 'utf8')),
  )
  expect(bundle.length).toBeGreaterThan(20)
  const documents = await Promise.all(
    ['/', '/giris', '/kayit', '/bugun', '/serwist/sw.js'].map(async address =>
      (await page.request.get(address)).text(),
    ),
  )
  for (const secret of secrets) {
    expect(
      [...bundle, ...documents].filter(text => text.includes(secret)),
      secret.slice(0, 12),
    ).toEqual([])
  }
})
