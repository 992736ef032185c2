import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '@/supabase/local/refusal'
import { type Running, run } from './run'

/** What a build is made of. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.ts',
  'proxy.ts',
  'package.json',
  'package-lock.json',
]

const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

async function newestChange(): Promise<number> {
  const files = await Promise.all(
    sources.map(async source => {
      const inside = await readdir(source, { recursive: true }).catch(() => [])
      return [source, ...inside.map(file => join(source, file))]
    }),
  )
  return Math.max(...(await Promise.all(files.flat().map(changedAt))))
}

/**
 * Builds the app when there is no build, or one older than the sources: after a `git pull`, `npm start` must not show
 * yesterday's app.
 *
 * @param env what the app will run with
 * @param track is handed the running build, so that a Ctrl-C can stop it
 */
export async function buildIfStale(
  env: Record<string, string>,
  track: (build: Running) => void = () => {},
): Promise<void> {
  if ((await changedAt('.next/BUILD_ID')) >= (await newestChange())) return
  console.log('Building the app; this takes a minute or two the first time.')
  const begun = new Date()
  const build = run('next', ['build'], env)
  track(build)
  if (await build.exit) throw new Refusal('The app could not be built; the reason is above.')
  // As old as what it read: what was saved while it ran may not be in it.
  await utimes('.next/BUILD_ID', begun, begun)
}
