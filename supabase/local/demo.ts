import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Stack } from './stack'

/** A way into one of the demo shops. */
export interface Login {
  shop: string
  email: string
  password: string
}

const isEmpty = async (databaseUrl: string): Promise<boolean> => {
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    const [found] = await sql`select exists (select from public.tenants) as shop`
    return !found?.shop
  } finally {
    await sql.end()
  }
}

/**
 * Opens the two demo shops when the stack holds no shop yet.
 *
 * @returns the ways in, as kept in `demo.json` since the day they were made; none for data that began without them
 */
export async function demoLogins({ env, databaseUrl, dataDir }: Stack): Promise<Login[]> {
  const file = join(dataDir, 'demo.json')
  if (await isEmpty(databaseUrl)) {
    Object.assign(process.env, env)
    const { seed } = await import('./seed')
    const { logins } = await seed(env)
    await writeFile(file, JSON.stringify(logins, null, 2), { mode: 0o600 })
  }
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : []
}
