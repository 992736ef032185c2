import { z } from 'zod'

/** What each variable must be, as the second half of the sentence that refuses it. */
const word = (must: string) => z.string(must)
const address = (must: string) => z.url({ protocol: /^https?$/, error: must })
const port = (must: string) => z.coerce.number(must).int(must).min(1, must).max(65535, must)

const variables = z.object({
  SUPABASE_URL: address('must be the address of the Supabase project, like https://abc.supabase.co'),
  SUPABASE_PUBLISHABLE_KEY: word("must be the Supabase project's publishable key (sb_publishable_…)"),
  SUPABASE_SECRET_KEY: word("must be the Supabase project's secret key (sb_secret_…)"),
  APP_URL: address('must be the address people open Siftah at, like https://siftah.example'),
  KEY_SERVICE: z.enum(
    ['local', 'aws-kms', 'supabase-vault'],
    'must name who keeps the keys of personal data: local, aws-kms or supabase-vault',
  ),
  KEY_FILE: word('must name the file that the local key service keeps its key in').optional(),
  GOOGLE_CLIENT_ID: word('must be the client id of the Google project').optional(),
  GOOGLE_CLIENT_SECRET: word('must be the client secret of the Google project').optional(),
  OPERATOR_NAME: word('must be the name of the person or company that runs this Siftah'),
  OPERATOR_ADDRESS: word('must be the postal address of whoever runs this Siftah'),
  OPERATOR_EMAIL: z.email('must be the e-mail address of whoever runs this Siftah'),
  OPERATOR_MERSIS: z
    .string()
    .regex(/^\d{16}$/, 'must be a MERSİS number: 16 digits')
    .optional(),
  PORT: port('must be a port number, from 1 to 65535').optional(),
  HOST: word('must be the network address to listen on, like 0.0.0.0').optional(),
  SIFTAH_DATA_DIR: word('must be the folder that the built-in stack keeps its data in').optional(),
  SIFTAH_EMBEDDED: z.literal('1', 'is set by npm start and by nobody else').optional(),
})

/** The environment, parsed. */
export type Env = z.output<typeof variables>

/** The names of all variables Siftah reads, as `.env.example` lists them. */
export const names: readonly string[] = Object.keys(variables.shape)

/**
 * Reads the environment. An empty variable counts as not set, as it does in a `.env` file.
 *
 * @returns the environment, or one sentence for each variable that is missing or wrong, beginning with its name; a
 * value is never repeated, for it may be a secret
 */
export function parseEnv(
  source: Record<string, string | undefined>,
): { ok: true; env: Env } | { ok: false; problems: string[] } {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(set)
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0])
        return `${name} ${message}${name in set ? '' : '; it is not set'}.`
      }),
    }
  const problems = conflicts(parsed.data, source.NODE_ENV === 'production')
  return problems.length ? { ok: false, problems } : { ok: true, env: parsed.data }
}

function conflicts(env: Env, production: boolean): string[] {
  const problems: string[] = []
  if (env.KEY_SERVICE === 'local' && !env.KEY_FILE) problems.push('KEY_FILE must be set when KEY_SERVICE is local.')
  if (env.KEY_SERVICE === 'local' && production && !env.SIFTAH_EMBEDDED)
    problems.push('KEY_SERVICE must not be local in production: the key would lie beside the data it protects.')
  if (!env.GOOGLE_CLIENT_ID !== !env.GOOGLE_CLIENT_SECRET)
    problems.push('GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET must be set together, or neither.')
  return problems
}
