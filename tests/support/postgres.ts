import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/supabase/local/migrate'
import { startPostgres } from '@/supabase/local/postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the superuser of the one database all tests of a run share. */
    databaseUrl: string
  }
}

/** Starts a throw-away Postgres with the project's migrations applied, for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'siftah-test-'))
  const postgres = await startPostgres({ dataDir, password: 'test', durable: false })
  const teardown = async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await migrate(postgres.url, resolve('supabase/migrations'))
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('databaseUrl', postgres.url)
  return teardown
}
