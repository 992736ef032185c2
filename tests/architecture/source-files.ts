import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export const root = process.cwd()

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  path: string
  text: string
}

/** Every file of a folder with one of these extensions, deep. */
export function filesIn(folder: string, extensions: RegExp): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && extensions.test(entry.name))
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export const sourceFiles = ['lib', 'components', 'app'].flatMap(folder => filesIn(folder, /\.(ts|tsx)$/))

export const migrations = filesIn('supabase/migrations', /\.sql$/)

const importing =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]|\bnew URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g

/** What a file imports from this repository (statically, dynamically, as a worker), as paths from the root without extension. */
export function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(importing)]
    .map(([, from, dynamic, worker]) => from ?? dynamic ?? worker ?? '')
    .filter(target => target.startsWith('@/') || target.startsWith('.'))
    .map(target => (target.startsWith('@/') ? target.slice(2) : posix.join(posix.dirname(path), target)))
}
