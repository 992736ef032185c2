import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importsOf, type SourceFile, sourceFiles } from './source-files'

/** The table in lib/README.md: folder → rung. */
const ladder = new Map(
  [...readFileSync('lib/README.md', 'utf8').matchAll(/^\| *(\d+) *\| *(\S+) *\|/gm)].map(([, rung, folder]) => [
    folder!,
    Number(rung),
  ]),
)

/** `lib/customers/add-customer.ts` stands in `lib/customers`, all of `components` and `app` are one folder each. */
const folderOf = (path: string) =>
  path.startsWith('lib/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]!

const mayImport = (from: string, to: string) => from === to || ladder.get(to)! < ladder.get(from)!

const climbs = (file: SourceFile) =>
  importsOf(file)
    .filter(target => /^(lib|components|app)\//.test(target) && !mayImport(folderOf(file.path), folderOf(target)))
    .map(target => `${file.path} imports ${target}`)

test('every folder of the source stands on the ladder', () => {
  const folders = new Set(sourceFiles.map(file => folderOf(file.path)))
  expect([...folders].filter(folder => !ladder.has(folder))).toEqual([])
})

test('every import goes down the ladder or stays in its folder', () => {
  expect(sourceFiles.flatMap(climbs)).toEqual([])
})

test('the source knows nothing of its tests, its scripts and the local stack', () => {
  const outside = sourceFiles.flatMap(file =>
    importsOf(file)
      .filter(target => /^(tests|scripts|supabase)\//.test(target))
      .map(target => `${file.path} imports ${target}`),
  )
  expect(outside).toEqual([])
})

test.each([
  ['up the ladder', 'lib/kernel/money.ts', "import { open } from '@/lib/crypto/server/open'"],
  ['across a rung', 'lib/cash/transfer.ts', "import type { Customer } from '@/lib/customers/customer'"],
  [
    'across a rung by a relative path',
    'lib/cash/transfer.ts',
    "import type {\n  Customer,\n} from '../customers/customer'",
  ],
  ['up, re-exported', 'lib/db/record-sets.ts', "export * from '@/lib/sync/protocol'"],
  ['up, when it is needed', 'lib/sync/command.ts', "const later = await import('@/components/ui/button')"],
  ['up, for its effects', 'lib/sync/command.ts', "import '@/app/layout'"],
])('an import %s is caught', (_, path, text) => {
  expect(climbs({ path, text })).toHaveLength(1)
})
