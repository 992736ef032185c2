import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { createAdaptorServer } from '@hono/node-server'
import { App } from '@supabase/lite'
import { createPostgresConnection } from '@supabase/lite/postgres'
import type { Keys } from './keys'
import { mailbox } from './mail'

/** The same error, which prints as one line without the values in its detail. */
function withoutRow<T>(error: T): T {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? error.code : error.name
  return Object.assign(error, { [inspect.custom]: () => `REST: ${code} ${error.message}` })
}

// Lite hands JSON arguments of functions over as text; its own serializer would write that text once more, as a JSON string.
const jsonb = {
  to: 3802,
  from: [3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string) => JSON.parse(text),
}

/** Who calls, as Lite tells its connection. */
interface CallContext {
  auth?: { role?: string; uid?: string; jwt?: object }
}
type Kysely = ReturnType<typeof createPostgresConnection>['kysely']

/** Sets settings for the transaction that `call` runs in, all by one statement. */
const set = (call: Kysely, settings: Record<string, string>) =>
  call
    .selectNoFrom(({ fn, val, lit }) =>
      Object.entries(settings).map(([name, value]) => fn('set_config', [val(name), val(value), lit(true)]).as(name)),
    )
    .execute()

/**
 * Serves Supabase's REST and auth APIs over a database, on loopback, with the settings of supabase/config.toml.
 * The schema is read once, at start: migrate first.
 *
 * @param appUrl where links in e-mails lead
 * @param print shows an e-mail to whoever started the stack
 */
export async function startRest(options: {
  dataDir: string
  databaseUrl: string
  keys: Keys
  appUrl: string
  port: number
  print: (text: string) => void
}): Promise<{ url: string; stop(): Promise<void> }> {
  process.env.DO_NOT_TRACK = '1'
  const { dataDir, databaseUrl, keys, appUrl, port, print } = options
  const connection = createPostgresConnection({
    url: databaseUrl,
    postgresOptions: { max: 20, onnotice: () => {}, types: { jsonb } },
  })
  const normalize = connection.normalizeDbError.bind(connection)
  Object.assign(connection, {
    // Lite grants every table of a schema with RLS to anon and authenticated on the first request, which would undo the
    // grants our migrations chose. Told that this is done, it leaves them as they are.
    rlsState: 'active',
    // Lite prints each error with the row it failed on; what people typed stays out of the terminal.
    normalizeDbError: (error: unknown) => withoutRow(normalize(error)),
    // Lite sends each of these settings as a statement of its own, over a quarter of what a call cost.
    applyJwtSessionContext: (call: Kysely, { auth }: CallContext) =>
      set(call, {
        role: auth?.role ?? 'anon',
        'request.jwt.claim.sub': auth?.uid ?? '',
        'request.jwt.claim.role': auth?.role ?? 'anon',
        'request.jwt.claims': JSON.stringify(auth?.jwt ?? {}),
      }),
    // Method, path and headers of the request: no function of ours asks for them.
    applyRpcRequestGucs: async () => {},
  })

  const app = new App({
    connection,
    api: { schemas: ['public'] },
    auth: {
      enabled: true,
      site_url: appUrl,
      additional_redirect_urls: [],
      jwt_secret: keys.jwtSecret,
      jwt_expiry: 600,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      minimum_password_length: 8,
      email: {
        enable_confirmations: false,
        template: {
          recovery: {
            subject: 'Siftah şifrenizi yenileyin',
            content_path: fileURLToPath(new URL('mail/recovery.html', import.meta.url)),
          },
        },
      },
    },
    options: {
      server: { disableStudio: true, admin: false },
      drivers: { email: mailbox(dataDir, print) },
    },
  })
  await app.init()

  const server = createAdaptorServer({ fetch: request => app.fetch(request), createServer }) as Server
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await connection.close()
    },
  }
}
