import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { lifeline } from '@/supabase/local/lifeline'

export interface Running {
  /** The exit code; 1 when a signal ended it. */
  exit: Promise<number>
  /** Asks the program and all it started to end, and after five seconds makes them. */
  stop(): Promise<void>
}

const commands = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url))

/**
 * Runs a command of an installed package, such as `next`, in its own process group, printing where we print. It does not outlive this process, and a
 * Ctrl-C in the terminal reaches it only through `stop`.
 *
 * @param heard hears what it prints, too
 */
export function run(
  command: string,
  args: string[],
  env: Record<string, string | undefined> = {},
  heard?: (text: string) => void,
): Running {
  const child = spawn(process.execPath, [join(commands, command), ...args], {
    env: { ...process.env, ...env },
    stdio: heard ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (piece: Buffer) => {
      process[name].write(piece)
      heard?.(String(piece))
    })
  }
  const group = -(child.pid ?? 0)
  const cut = lifeline(group, 'TERM')
  const exit = once(child, 'exit').then(([code]) => {
    cut()
    return (code as number | null) ?? 1
  })
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(group, name)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // already gone
    }
  }
  return {
    exit,
    async stop() {
      signal('SIGTERM')
      await Promise.race([exit, sleep(5_000, null, { ref: false })])
      signal('SIGKILL')
      await exit
    },
  }
}
