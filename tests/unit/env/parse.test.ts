import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { names, parseEnv } from '@/lib/env/parse'

const whole = {
  NODE_ENV: 'production',
  SUPABASE_URL: 'https://abc.supabase.co',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
  SUPABASE_SECRET_KEY: 'sb_secret_x',
  APP_URL: 'https://siftah.example',
  KEY_SERVICE: 'aws-kms',
  CRON_SECRET: 'a secret of many letters',
  OPERATOR_NAME: 'Siftah Yazılım',
  OPERATOR_ADDRESS: 'Çarşı Cad. 1, İzmir',
  OPERATOR_EMAIL: 'kvkk@siftah.example',
}

const problemsWith = (changes: Record<string, string | undefined>) => {
  const parsed = parseEnv({ ...whole, ...changes })
  return parsed.ok ? [] : parsed.problems
}

test('.env.example names the variables the program reads, no more and no less', () => {
  const example = readFileSync('.env.example', 'utf8')
  const named = [...example.matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name)
  expect(named.toSorted()).toEqual(names.toSorted())
})

test('a whole environment is accepted', () => {
  expect(parseEnv(whole)).toMatchObject({ ok: true, env: { KEY_SERVICE: 'aws-kms' } })
})

test('an address with a slash behind it is the address without', () => {
  const parsed = parseEnv({ ...whole, APP_URL: 'https://siftah.example/' })
  expect(parsed).toMatchObject({ ok: true, env: { APP_URL: 'https://siftah.example' } })
})

test.each([
  'SUPABASE_URL',
  'SUPABASE_PUBLISHABLE_KEY',
  'SUPABASE_SECRET_KEY',
  'APP_URL',
  'KEY_SERVICE',
  'OPERATOR_NAME',
  'OPERATOR_ADDRESS',
  'OPERATOR_EMAIL',
])('%s is refused by name when missing, and empty counts as missing', name => {
  for (const value of [undefined, '', '  ']) {
    expect(problemsWith({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} must .*; it is not set\\.$`)),
    ])
  }
})

test('every wrong variable is named at once', () => {
  expect(problemsWith({ SUPABASE_URL: 'abc', APP_URL: 'ftp://x', PORT: '99999' })).toEqual([
    expect.stringMatching(/^SUPABASE_URL must /),
    expect.stringMatching(/^APP_URL must /),
    expect.stringMatching(/^PORT must /),
  ])
})

test('a refusal never repeats the value, which may be a secret', () => {
  const problems = problemsWith({ SUPABASE_URL: 'sb_secret_pasted_in_the_wrong_line', KEY_SERVICE: 'sb_secret_too' })
  expect(problems).toHaveLength(2)
  expect(problems.join()).not.toContain('sb_secret')
})

describe('the key service', () => {
  test('local is refused in production', () => {
    expect(problemsWith({ KEY_SERVICE: 'local', KEY_FILE: 'key.json' })).toEqual([
      expect.stringMatching(/^KEY_SERVICE must not be local/),
    ])
  })

  test('local is accepted in development and on the built-in stack', () => {
    expect(problemsWith({ KEY_SERVICE: 'local', KEY_FILE: 'key.json', NODE_ENV: 'development' })).toEqual([])
    expect(problemsWith({ KEY_SERVICE: 'local', KEY_FILE: 'key.json', SIFTAH_EMBEDDED: '1' })).toEqual([])
  })

  test('local needs its file', () => {
    expect(problemsWith({ KEY_SERVICE: 'local', SIFTAH_EMBEDDED: '1' })).toEqual([
      expect.stringMatching(/^KEY_FILE must/),
    ])
  })
})

test("Google's id and secret come together or not at all", () => {
  expect(problemsWith({ GOOGLE_CLIENT_ID: 'id' })).toEqual([expect.stringMatching(/^GOOGLE_CLIENT_ID and/)])
  expect(problemsWith({ GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' })).toEqual([])
})

describe('what is due', () => {
  test('[ME4] cannot be left lying in production: the secret of whoever has it sent is refused by name when missing', () => {
    expect(problemsWith({ CRON_SECRET: undefined })).toEqual([
      expect.stringMatching(/^CRON_SECRET must be set in production/),
    ])
    expect(problemsWith({ CRON_SECRET: 'short' })).toEqual([
      expect.stringMatching(/^CRON_SECRET must be a secret of at least 16/),
    ])
    expect(problemsWith({ CRON_SECRET: undefined, NODE_ENV: 'development' })).toEqual([])
  })

  test('goes by accounts that are named whole or not at all', () => {
    const sid = `AC${'0'.repeat(32)}`
    expect(problemsWith({ TWILIO_ACCOUNT_SID: sid })).toEqual([
      expect.stringContaining('TWILIO_AUTH_TOKEN must be set'),
    ])
    expect(problemsWith({ NETGSM_USER: '850', NETGSM_SENDER: 'SIFTAH' })).toEqual([
      expect.stringContaining('NETGSM_PASSWORD'),
    ])
    expect(problemsWith({ SMTP_URL: 'smtps://posta.ornek.com' })).toEqual([expect.stringContaining('SMTP_FROM')])
    expect(problemsWith({ TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: 'x' })).toEqual([])
  })

  test('does not go to a stand-in in production', () => {
    expect(problemsWith({ TWILIO_API_URL: 'http://localhost:4013' })).toEqual([
      expect.stringMatching(/^TWILIO_API_URL must not/),
    ])
  })
})
