import { z } from 'zod'

/** What each variable must be, as the second half of the sentence that refuses it. */
const word = (must: string) => z.string(must)
const address = (must: string) => z.url({ protocol: /^https?$/, error: must })
const number = (must: string) => z.string().regex(/^\+[1-9]\d{6,14}$/, must)
const lira = (must: string) => z.coerce.number(must).min(0, must).max(1000, must)
const port = (must: string) => z.coerce.number(must).int(must).min(1, must).max(65535, must)

const variables = z.object({
  SUPABASE_URL: address('must be the address of the Supabase project, like https://abc.supabase.co'),
  SUPABASE_PUBLISHABLE_KEY: word("must be the Supabase project's publishable key (sb_publishable_…)"),
  SUPABASE_SECRET_KEY: word("must be the Supabase project's secret key (sb_secret_…)"),
  // Paths are put behind it, and what providers sign is the exact address.
  APP_URL: address('must be the address people open Siftah at, like https://siftah.example').transform(url =>
    url.replace(/\/+$/, ''),
  ),
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
  CRON_SECRET: z
    .string()
    .min(16, 'must be a secret of at least 16 letters, known to whoever calls /api/cron/*')
    .optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'must be the Account SID of Twilio: AC and 32 digits')
    .optional(),
  TWILIO_AUTH_TOKEN: word('must be the auth token of the Twilio account').optional(),
  TWILIO_WHATSAPP_SENDER: number('must be the WhatsApp sender of the Twilio account, like +905321234567').optional(),
  TWILIO_SMS_SENDER: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|(?=.*[A-Za-z])[A-Za-z0-9 ]{3,11})$/,
      'must be the registered sender of text messages: 3 to 11 letters',
    )
    .optional(),
  TWILIO_API_URL: address('must be the address of a stand-in for Twilio, like http://localhost:4013').optional(),
  NETGSM_USER: word('must be the user of the Netgsm account').optional(),
  NETGSM_PASSWORD: word('must be the password of the Netgsm account').optional(),
  NETGSM_SENDER: word('must be the registered header of text messages at Netgsm').optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be the address of a mail server, like smtps://user:password@host:465' })
    .optional(),
  SMTP_FROM: word('must be the sender of e-mails, like Siftah <posta@siftah.example>').optional(),
  WHATSAPP_PRICE: lira('must be what one WhatsApp message costs, in lira, like 0.25').optional(),
  SMS_PRICE: lira('must be what one text message costs, in lira, like 0.40').optional(),
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
  if (production && !env.CRON_SECRET)
    problems.push('CRON_SECRET must be set in production: without it nobody can have the messages that are due sent.')
  for (const together of [
    ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
    ['NETGSM_USER', 'NETGSM_PASSWORD', 'NETGSM_SENDER'],
    ['SMTP_URL', 'SMTP_FROM'],
  ] as const) {
    const set = together.filter(name => env[name])
    if (set.length > 0 && set.length < together.length)
      problems.push(`${together.join(', ')} must be set together, or none of them.`)
  }
  if (env.TWILIO_API_URL && production && !env.SIFTAH_EMBEDDED)
    problems.push('TWILIO_API_URL must not be set in production: messages would go to a stand-in.')
  return problems
}
