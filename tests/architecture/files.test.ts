import { expect, test } from 'vitest'
import { filesIn, sourceFiles } from './source-files'

// A feature file much longer is usually two verbs.
const LONGEST = 250

test(`no file of the source is over ${LONGEST} lines`, () => {
  const long = sourceFiles.filter(file => file.text.split('\n').length > LONGEST + 1)
  expect(long.map(file => file.path)).toEqual([])
})

test('files and folders are named in kebab-case', () => {
  const everything = [...sourceFiles, ...filesIn('tests', /\.ts$/), ...filesIn('supabase/local', /\.ts$/)]
  const odd = everything.filter(
    ({ path }) =>
      !path
        // Next's own signs in the names of routes: (group), [parameter], [...rest], [[...rest]].
        .replaceAll(/(?<=^app\/.*)(\([a-z-]+\)|\[\[?(\.\.\.)?[a-z-]+\]\]?)(?=\/)/g, 'route')
        .split('/')
        .every(part => /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|d))?(\.tsx?)?$/.test(part)),
  )
  expect(odd.map(({ path }) => path)).toEqual([])
})
