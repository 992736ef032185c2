import { expect, test } from 'vitest'
import { importsOf, sourceFiles } from './source-files'

const environmentOf = (path: string) => /\/(server|browser)\//.exec(`/${path}`)?.[1]
const libFiles = sourceFiles.filter(file => file.path.startsWith('lib/'))

const firstLines = { server: "import 'server-only'\n", browser: "import 'client-only'\n" }

test.each(['server', 'browser'] as const)('files in %s/ say so in their first line', environment => {
  const silent = libFiles
    .filter(file => environmentOf(file.path) === environment)
    .filter(file => !file.text.startsWith(firstLines[environment]))
  expect(silent.map(file => file.path)).toEqual([])
})

test('server and browser never import each other, and shared files import neither', () => {
  const crossings = libFiles.flatMap(file =>
    importsOf(file)
      .filter(target => {
        const there = environmentOf(target)
        return there !== undefined && there !== environmentOf(file.path)
      })
      .map(target => `${file.path} imports ${target}`),
  )
  expect(crossings).toEqual([])
})
