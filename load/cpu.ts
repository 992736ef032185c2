import { readdir, readFile } from 'node:fs/promises'
import { cpus } from 'node:os'

/** The kernel's unit in /proc. */
const TICKS_PER_SECOND = 100

/** CPU seconds used so far, by what uses them. */
export type CpuTimes = Record<'machine' | 'app' | 'rest' | 'postgres', number>

/**
 * What the whole machine has used, and what of it the product: the app, its REST layer (which lives in this process) and Postgres.
 * The product's parts are read from /proc: elsewhere than on Linux they stay zero.
 */
export async function cpuTimes(): Promise<CpuTimes> {
  const machine = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000
  const own = process.cpuUsage()
  const times: CpuTimes = { machine, app: 0, rest: (own.user + own.system) / 1e6, postgres: 0 }
  for (const { name, seconds } of await descendants()) {
    if (name.startsWith('next')) times.app += seconds
    if (name === 'postgres') times.postgres += seconds
  }
  return times
}

async function descendants(): Promise<{ name: string; seconds: number }[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map(pid => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  const processes = stats.map(stat => {
    // The name stands in brackets and may hold anything; behind it come state, parent, … user and system time.
    const [name, rest] = [
      stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
      stat.slice(stat.lastIndexOf(')') + 2),
    ]
    const fields = rest.split(' ').map(Number)
    return {
      pid: Number.parseInt(stat, 10),
      parent: fields[1],
      name,
      seconds: (fields[11]! + fields[12]!) / TICKS_PER_SECOND,
    }
  })
  const below = (pid: number): typeof processes =>
    processes.filter(({ parent }) => parent === pid).flatMap(child => [child, ...below(child.pid)])
  return below(process.pid)
}
