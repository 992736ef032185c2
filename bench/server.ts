import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '@/scripts/run'
import type { Login } from '@/supabase/local/demo'
import { readKeys } from '@/supabase/local/keys'
import { freePort } from '@/supabase/local/ports'
import { Refusal } from '@/supabase/local/refusal'

export interface Server {
  url: string
  logins: Login[]
  /** Connection string of the superuser. */
  databaseUrl: string
}

/** Runs the product as `npm start` does, on data made for this and thrown away, for as long as `work` takes. */
export async function withServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'siftah-bench-'))
  const port = await freePort(3100)
  const url = `http://localhost:${port}`
  const env = { PORT: String(port), APP_URL: url, SIFTAH_DATA_DIR: dataDir, SUPABASE_URL: '' }
  const server = run('tsx', ['--conditions=react-server', 'scripts/start.ts'], env)
  try {
    await answering(`${url}/api/health`, server.exit)
    const logins = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8'))
    return await work({ url, logins, databaseUrl: await databaseUrlOf(dataDir) })
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Waits until there is an answer at `url`, or throws when its server has ended. */
export async function answering(url: string, exit: Promise<number>): Promise<void> {
  let ended = false
  void exit.then(() => {
    ended = true
  })
  while (
    !(await fetch(url).then(
      response => response.ok,
      () => false,
    ))
  ) {
    if (ended) throw new Refusal('The server to be measured ended by itself; the reason is above.')
    await sleep(200)
  }
}

/** Postgres writes its port on the fourth line of its lock file. */
async function databaseUrlOf(dataDir: string): Promise<string> {
  const [, , , port] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  const { databasePassword } = await readKeys(dataDir)
  return `postgres://postgres:${databasePassword}@127.0.0.1:${port}/postgres`
}

/**
 * CPU milliseconds that all programs started by this one have used so far: the app, the REST layer, Postgres and its backends.
 * From the scheduler's own count in /proc, so on Linux only.
 */
export async function cpuOfServer(): Promise<number> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map(pid => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  // The name stands in brackets and may hold anything; behind it come state and parent.
  const processes = stats.map(stat => ({
    pid: Number.parseInt(stat, 10),
    parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]),
  }))
  const below = (pid: number): number[] =>
    processes.filter(({ parent }) => parent === pid).flatMap(child => [child.pid, ...below(child.pid)])
  const used = await Promise.all(below(process.pid).map(cpuOf))
  return used.reduce((sum, each) => sum + each, 0)
}

/** Over all threads; nothing when the process has just ended. */
async function cpuOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const used = await Promise.all(
    threads.map(thread => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0')),
  )
  return used.reduce((sum, each) => sum + Number.parseInt(each, 10) / 1e6, 0)
}
