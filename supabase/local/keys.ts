import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateApiKey } from '@supabase/lite'
import { z } from 'zod'
import { Refusal } from './refusal'

const shape = z.object({
  databasePassword: z.string().min(1),
  jwtSecret: z.string().min(32),
  publishableKey: z.string().startsWith('sb_publishable_'),
  secretKey: z.string().startsWith('sb_secret_'),
})

/** The secrets of one data folder. */
export type Keys = z.infer<typeof shape>

/**
 * The secrets kept in `keys.json`, made when the folder has none yet. Readable by their owner only.
 *
 * @throws Refusal when the file is damaged, or gone while the data is there: new secrets would not open it
 */
export async function readKeys(dataDir: string): Promise<Keys> {
  const file = join(dataDir, 'keys.json')
  if (!existsSync(file)) {
    if (existsSync(join(dataDir, 'postgres')))
      throw new Refusal(
        `${file} is gone, and without it the data beside it cannot be opened: restore it from a backup.`,
      )
    const keys: Keys = {
      databasePassword: randomBytes(24).toString('base64url'),
      jwtSecret: randomBytes(48).toString('base64url'),
      publishableKey: (await generateApiKey('publishable')).key,
      secretKey: (await generateApiKey('secret')).key,
    }
    writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
    return keys
  }
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError)
      throw new Refusal(`${file} is damaged: restore it from a backup, or move ${dataDir} aside to start empty.`)
    throw cause
  }
}
