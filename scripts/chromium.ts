import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { Refusal } from '@/supabase/local/refusal'
import { run } from './run'

const system = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
/** Debian, Fedora, Alpine. */
const managers: Record<string, string[][]> = {
  'apt-get': [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']],
  dnf: [['install', '--assumeyes', 'chromium']],
  apk: [['add', 'chromium']],
}

/** A browser that is there but lacks a library of the system does not even tell its version. */
const starts = (path: string): Promise<boolean> =>
  promisify(execFile)(path, ['--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  )

async function pathOf(program: string): Promise<string | null> {
  const found = await promisify(execFile)('/bin/sh', ['-c', `command -v ${program}`]).catch(() => null)
  return found?.stdout.trim() || null
}

async function found(): Promise<string | null> {
  for (const path of [process.env.CHROMIUM_PATH, chromium.executablePath()])
    if (path && (await starts(path))) return path
  for (const program of system) {
    const path = await pathOf(program)
    if (path && (await starts(path))) return path
  }
  return null
}

async function installed(): Promise<string | null> {
  const isRoot = process.getuid?.() === 0
  console.log('No Chromium on this machine: asking Playwright to install one.')
  if (!(await run('playwright', ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium']).exit)) return found()
  if (!isRoot) return null
  for (const [manager, steps] of Object.entries(managers)) {
    const path = await pathOf(manager)
    if (!path) continue
    console.log(`Playwright could not: installing the package chromium with ${manager}.`)
    for (const step of steps) await once(spawn(path, step, { stdio: 'inherit' }), 'exit')
  }
  return found()
}

/**
 * A Chromium that starts: `CHROMIUM_PATH`, Playwright's own, the system's, or one installed now with the means at hand.
 * Says on the terminal which it is.
 *
 * @returns the path of the program
 * @throws Refusal when there is none and none can be had
 */
export async function requireChromium(): Promise<string> {
  const path = (await found()) ?? (await installed())
  if (!path)
    throw new Refusal(
      'There is no Chromium and none could be installed: install Chromium or Chrome and run npm test again.',
    )
  console.log(`The journeys run in ${path}.`)
  return path
}
