import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfStale } from '@/scripts/build'
import { run } from '@/scripts/run'
import { freePort } from '@/supabase/local/ports'
import { type Stack, startStack } from '@/supabase/local/stack'

export interface App {
  url: string
  stack: Stack
  stop(): Promise<void>
}

/** Serves the build, made when there is none, on a stack of its own that is thrown away after. `heard` hears what the app prints. */
export async function startApp(heard?: (text: string) => void): Promise<App> {
  const dataDir = await mkdtemp(join(tmpdir(), 'siftah-app-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const stack = await startStack({ dataDir, appUrl: url, durable: false, print: () => {} })
  const parts: { stop(): Promise<void> }[] = [stack]
  const stop = async () => {
    for (const part of parts.splice(0).reverse()) await part.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const env = { ...stack.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await buildIfStale(env)
    const app = run('next', ['start', '--port', String(port), '--hostname', '127.0.0.1'], env, heard)
    parts.push(app)
    await Promise.race([
      untilAnswering(`${url}/api/health`),
      app.exit.then(code => {
        throw new Error(`the app ended by itself (exit code ${code})`)
      }),
    ])
    return { url, stack, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function untilAnswering(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
}
