import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readKeys } from './keys'
import { migrate } from './migrate'
import { freePort } from './ports'
import { startPostgres } from './postgres'
import { asRefusal } from './refusal'
import { startRest } from './rest'

export interface Stack {
  /** What the app needs to run on the stack, for `process.env`; see .env.example. */
  env: {
    SIFTAH_EMBEDDED: '1'
    SIFTAH_DATA_DIR: string
    CRON_SECRET: string
    SUPABASE_URL: string
    SUPABASE_PUBLISHABLE_KEY: string
    SUPABASE_SECRET_KEY: string
    APP_URL: string
    KEY_SERVICE: 'local'
    KEY_FILE: string
    OPERATOR_NAME: string
    OPERATOR_ADDRESS: string
    OPERATOR_EMAIL: string
  }
  /** Connection string of the superuser, for migrations, seeds, tests and benches. */
  databaseUrl: string
  dataDir: string
  stop(): Promise<void>
  /** Resolves with one sentence if the database ends without `stop()`. */
  ended: Promise<string>
}

/**
 * Starts everything Siftah otherwise rents: a Postgres brought to the newest schema and Supabase's REST and auth
 * APIs over it, on loopback, on free ports, with its data and secrets in one folder.
 *
 * @param dataDir made when it is not there
 * @param appUrl where the app will answer: links in e-mails lead there
 * @param migrations the folder to migrate from; the project's own when left out
 * @param durable see `startPostgres`
 * @param print shows e-mails; the terminal when left out
 * @throws Refusal with one sentence when the machine or the data does not allow it; nothing is left running then
 */
export async function startStack(options: {
  dataDir: string
  appUrl: string
  migrations?: string
  durable?: boolean
  print?: (text: string) => void
}): Promise<Stack> {
  const { dataDir, appUrl, durable = true, print = console.log } = options
  const migrations = options.migrations ?? fileURLToPath(new URL('../migrations', import.meta.url))
  const started: { stop(): Promise<void> }[] = []
  const stop = async () => {
    for (const part of started.splice(0).reverse()) await part.stop()
  }
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const keys = await readKeys(dataDir)
    // The ports of the Supabase CLI when they are free, so that a database tool set up once keeps working.
    const ports = durable ? { rest: 54321, database: 54322 } : { rest: 0, database: 0 }
    const postgres = await startPostgres({
      dataDir,
      durable,
      password: keys.databasePassword,
      port: await freePort(ports.database),
    })
    started.push(postgres)
    const databaseUrl = postgres.url
    await migrate(databaseUrl, migrations)
    const rest = await startRest({ dataDir, databaseUrl, keys, appUrl, print, port: await freePort(ports.rest) })
    started.push(rest)
    return {
      env: {
        SIFTAH_EMBEDDED: '1',
        SIFTAH_DATA_DIR: dataDir,
        // Of this run: app and timer are started together.
        CRON_SECRET: randomBytes(24).toString('base64url'),
        SUPABASE_URL: rest.url,
        SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
        SUPABASE_SECRET_KEY: keys.secretKey,
        APP_URL: appUrl,
        KEY_SERVICE: 'local',
        KEY_FILE: join(dataDir, 'key-service.json'),
        OPERATOR_NAME: process.env.OPERATOR_NAME || 'Siftah deneme kurulumu',
        OPERATOR_ADDRESS: process.env.OPERATOR_ADDRESS || 'Bu bilgisayar',
        OPERATOR_EMAIL: process.env.OPERATOR_EMAIL || 'deneme@siftah.example',
      },
      databaseUrl,
      dataDir,
      stop,
      ended: postgres.ended,
    }
  } catch (error) {
    await stop()
    throw asRefusal(error, dataDir)
  }
}
