import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { run } from '@/scripts/run'
import { freePort } from '@/supabase/local/ports'
import { answering } from './server'

const files = {
  'package.json': '{ "private": true }',
  // The packages are ours, by a link; without this Next would not follow it out of the folder.
  'next.config.mjs': "export default { turbopack: { root: '/' }, outputFileTracingRoot: '/' }",
  'app/layout.jsx': 'export default ({ children }) => <html lang="tr"><body>{children}</body></html>',
  'app/page.jsx': 'export default () => <main>Siftah</main>',
}

/** Builds and serves a Next app with nothing in it, of our own versions of Next and React, for as long as `work` takes. */
export async function withEmptyNext<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'siftah-empty-'))
  try {
    await mkdir(join(folder, 'app'))
    await symlink(resolve('node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text)
    const next = resolve('node_modules/next/dist/bin/next')
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
    await promisify(execFile)(process.execPath, [next, 'build', folder], { env })
    const port = await freePort(3200)
    const server = run('next', ['start', folder, '--port', String(port), '--hostname', '127.0.0.1'])
    try {
      await answering(`http://127.0.0.1:${port}`, server.exit)
      return await work(`http://127.0.0.1:${port}`)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
