import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { migrate } from '@/supabase/local/migrate'
import { startPostgres } from '@/supabase/local/postgres'
import { main } from './main'

// Fetched when asked for: 142 MB that only whoever changes the schema needs.
const cli = 'supabase@3.1.0'
const target = 'lib/db/database.types.ts'

// Writes the types of the schema that the migrations make, as the Supabase CLI tells them.
await main(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'siftah-types-'))
  const postgres = await startPostgres({ dataDir, password: 'types', durable: false })
  try {
    await migrate(postgres.url, 'supabase/migrations')
    const remote = `--remote=${postgres.url}`
    const { stdout } = await promisify(execFile)(
      'npx',
      ['--yes', cli, 'gen', 'types', '--lang', 'typescript', '--schema', 'public', remote],
      {
        env: { ...process.env, PGSSLMODE: 'disable', DO_NOT_TRACK: '1' },
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    await writeFile(target, stdout)
    console.log(`Wrote ${target}.`)
    return 0
  } finally {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
