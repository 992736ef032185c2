import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { lifeline } from './lifeline'
import { freePort } from './ports'
import { asPostgres, isRoot, programs, requirePostgresUser } from './programs'
import { explain, Refusal } from './refusal'

const run = promisify(execFile)
const patience = 60_000 // ms until a start is given up: crash recovery of a big folder takes its time

export interface Postgres {
  /** Connection string of the superuser, on loopback. */
  url: string
  port: number
  /** Ends every connection and waits until all is on disk. */
  stop(): Promise<void>
  /** Resolves with one sentence if the server ends without `stop()`. */
  ended: Promise<string>
}

/** Made beside its place and moved there when whole: an interrupted first start leaves nothing half-made behind. */
async function initialise(bin: string, cluster: string, password: string): Promise<void> {
  const draft = `${cluster}.draft`
  const secret = `${cluster}.secret`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  if (isRoot) await run('chown', ['postgres:postgres', draft])
  await writeFile(secret, password, { mode: 0o600 })
  await run(
    ...asPostgres(join(bin, 'initdb'), [
      `--pgdata=${draft}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${secret}`,
      '--data-checksums',
      '--encoding=UTF8',
      // Unicode rules built into Postgres itself: no locale need be installed, and no upgrade changes an index.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]),
    { env: { ...process.env, LC_ALL: 'C' } },
  ).finally(() => rm(secret, { force: true }))
  await rename(draft, cluster)
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The id of a Postgres that holds `cluster`. A lock whose number now belongs to another program counts for nothing. */
async function holderOf(cluster: string): Promise<number | null> {
  const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(lock, 10)
  if (!pid || !isAlive(pid)) return null
  const program = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(async () => {
    const { stdout } = await run('ps', ['-o', 'args=', '-p', String(pid)])
    return stdout
  })
  return program.includes('postgres') ? pid : null
}

/** Waits for the Postgres of a run that was killed: its lifeline is already stopping it. */
async function requireUnheld(cluster: string): Promise<void> {
  const deadline = Date.now() + 3_000
  while (await holderOf(cluster)) {
    if (Date.now() > deadline)
      throw new Refusal(
        `Another Siftah runs on ${dirname(cluster)} (database process ${await holderOf(cluster)}): stop it, or set SIFTAH_DATA_DIR to another folder.`,
      )
    await sleep(100)
  }
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

/** The server writes "ready" on the eighth line of its lock file once it takes connections. */
async function requireReady(server: ChildProcess, cluster: string): Promise<void> {
  const deadline = Date.now() + patience
  while (server.exitCode === null && server.signalCode === null) {
    const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
    const lines = lock.split('\n')
    if (Number(lines[0]) === server.pid && lines[7]?.startsWith('ready')) return
    if (Date.now() > deadline)
      throw new Refusal(
        `The database was not ready after ${patience / 1000} seconds: see postgres.log beside ${cluster}.`,
      )
    await sleep(25)
  }
}

/**
 * Starts the PostgreSQL server inside the project on loopback, making its data on first use.
 *
 * @param dataDir holds the data (`postgres/`) and the server's log (`postgres.log`); must exist
 * @param password of the superuser `postgres`; counts on first use and must stay the same after
 * @param port a free port when left out
 * @param durable `false` gives up safety against a power cut for speed: only for data that is thrown away
 * @throws Refusal with one sentence when the machine does not allow it
 */
export async function startPostgres(options: {
  dataDir: string
  password: string
  port?: number
  durable?: boolean
}): Promise<Postgres> {
  const { dataDir, password, durable = true } = options
  const cluster = join(dataDir, 'postgres')
  const logFile = join(dataDir, 'postgres.log')
  const bin = await programs()
  await requirePostgresUser()
  const exists = await access(cluster).then(
    () => true,
    () => false,
  )
  if (exists) await requireUnheld(cluster)
  else await initialise(bin, cluster, password)

  const port = options.port ?? (await freePort())
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 240,
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors quote the row they failed on, which is what people typed: they go to the caller, not to the log.
    log_min_messages: 'log',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(logFile, 'w', 0o600)
  // Detached: a Ctrl-C in the terminal reaches us alone, and we stop things in order.
  const server = spawn(...asPostgres(join(bin, 'postgres'), ['-D', cluster, ...flags]), {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(log)
  const exit = once(server, 'exit')
  await once(server, 'spawn')
  server.unref()
  const cut = lifeline(server.pid!, 'INT')
  const lastWords = async () => {
    const text = await readFile(logFile, 'utf8')
    return explain(text, dataDir) ?? `The database stopped by itself; its last words are in ${logFile}.`
  }

  let stopping = false
  const ended = new Promise<string>(resolve => {
    exit.then(async () => {
      cut()
      if (!stopping) resolve(await lastWords())
    })
  })
  await requireReady(server, cluster)
  if (server.exitCode !== null || server.signalCode !== null) throw new Refusal(await lastWords())

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    ended,
    async stop() {
      stopping = true
      server.ref()
      server.kill('SIGINT') // "fast": connections end, everything is written
      await exit
    },
  }
}
