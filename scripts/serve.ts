import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import nextEnv from '@next/env'
import { parseEnv } from '@/lib/env/parse'
import { demoLogins, type Login } from '@/supabase/local/demo'
import { freePort, isFree } from '@/supabase/local/ports'
import { Refusal } from '@/supabase/local/refusal'
import { startStack } from '@/supabase/local/stack'
import { startTimer } from '@/supabase/local/timer'
import { buildIfStale } from './build'
import { run } from './run'

async function requirePort(wanted = process.env.PORT): Promise<number> {
  if (!wanted) return freePort(3000)
  const port = Number(wanted)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Refusal('PORT must be a port number, from 1 to 65535.')
  if (!(await isFree(port)))
    throw new Refusal(`The port ${port} is taken by another program: stop it, or set PORT to another number.`)
  return port
}

/** Waits until the app answers anything at all. */
async function untilAnswering(url: string): Promise<void> {
  while (
    !(await fetch(url, { redirect: 'manual' }).then(
      () => true,
      () => false,
    ))
  )
    await sleep(200)
}

const greeting = (url: string, dataDir: string | null, logins: Login[]) =>
  [
    '',
    `Siftah is open: ${url}`,
    ...logins.map(({ shop, email, password }) => `  ${shop.padEnd(16)} ${email}  ${password}`),
    dataDir
      ? `Everything runs on this machine; its data is in ${dataDir}.`
      : 'It works on the Supabase project of SUPABASE_URL.',
    'Stop it with Ctrl-C.',
    '',
  ].join('\n')

/**
 * Runs the product until it is told to stop: on the Supabase project that `SUPABASE_URL` names, or else on the
 * built-in stack with two demo shops.
 *
 * @param mode `start` serves a build, made when there is none; `dev` reloads while you type
 * @returns the exit code
 * @throws Refusal when it cannot be started
 */
export async function serve(mode: 'start' | 'dev'): Promise<number> {
  nextEnv.loadEnvConfig(process.cwd(), mode === 'dev', { info: () => {}, error: console.error })
  const parts: { stop(): Promise<void> }[] = []
  const stop = async () => {
    for (const part of parts.splice(0).reverse()) await part.stop()
  }
  let stopping: Promise<void> | undefined
  const stopAndExit = () => {
    stopping ??= stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAndExit)
  // An npm that was killed hard cannot pass anything on, but leaves us another parent.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || stopAndExit(), 1000).unref()

  try {
    const port = await requirePort()
    const appUrl = process.env.APP_URL || `http://localhost:${port}`
    const embedded = process.env.SUPABASE_URL
      ? null
      : await startStack({ dataDir: resolve(process.env.SIFTAH_DATA_DIR || '.siftah'), appUrl })
    if (embedded) parts.push(embedded)

    const env = { ...embedded?.env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' }
    const parsed = parseEnv({ ...process.env, ...env, NODE_ENV: mode === 'dev' ? 'development' : 'production' })
    if (!parsed.ok) throw new Refusal(parsed.problems.join('\n'))
    const logins = embedded ? await demoLogins(embedded) : []
    if (mode === 'start') await buildIfStale(env, build => parts.push(build))

    // The demo shops' passwords are printed above the counter, so to speak: only this machine may come in.
    const host = process.env.HOST || (embedded ? '127.0.0.1' : '0.0.0.0')
    const app = run('next', [mode, '--port', String(port), '--hostname', host], env)
    parts.push(app)
    const gone = app.exit.then(code => new Refusal(`The app ended by itself (exit code ${code}); the reason is above.`))
    const broken = embedded?.ended.then(sentence => new Refusal(sentence)) ?? gone
    const here = `http://${host.replace('0.0.0.0', '127.0.0.1')}:${port}`
    const failure = await Promise.race([gone, broken, untilAnswering(here)])
    if (failure) throw failure
    if (embedded) parts.push(startTimer({ url: here, secret: embedded.env.CRON_SECRET }))
    console.log(greeting(appUrl, embedded?.dataDir ?? null, logins))
    throw await Promise.race([gone, broken])
  } catch (error) {
    if (stopping) await stopping
    await stop()
    throw error
  }
}
