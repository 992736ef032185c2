import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { createClient } from '@supabase/supabase-js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import { mailTo } from '@/supabase/local/mail'
import { migrate } from '@/supabase/local/migrate'
import { type Stack, startStack } from '@/supabase/local/stack'

const appUrl = 'http://localhost:3000'
const notes = `
  create table public.notes (id int primary key, owner uuid not null default auth.uid() references auth.users (id), text text);
  revoke all on public.notes from anon, authenticated;
  grant select, insert on public.notes to authenticated;
  alter table public.notes enable row level security;
  create policy "People see their own notes" on public.notes for select to authenticated using (owner = (select auth.uid()));
  create policy "People write their own notes" on public.notes for insert to authenticated with check (owner = (select auth.uid()));
`

let home: string
let migrations: string
let stack: Stack

const start = () => startStack({ dataDir: join(home, 'data'), appUrl, migrations, durable: false, print: () => {} })
const client = (key = stack.env.SUPABASE_PUBLISHABLE_KEY) =>
  createClient(stack.env.SUPABASE_URL, key, {
    auth: { persistSession: false },
    realtime: { transport: WebSocket as never },
  })

/** A client in which one person is logged in. */
async function signUp(email: string) {
  const session = client()
  const { error } = await session.auth.signUp({ email, password: 'gizli-şifre' })
  expect(error).toBeNull()
  return session
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'siftah-stack-'))
  migrations = await mkdtemp(join(home, 'migrations-'))
  await writeFile(join(migrations, '20260101000000_notes.sql'), notes)
  stack = await start()
})

afterAll(async () => {
  await stack.stop()
  await rm(home, { recursive: true, force: true })
})

describe('the REST door', () => {
  test('a new account is logged in at once and sees only its own rows', async () => {
    const mehmet = await signUp('mehmet@example.com')
    const ayse = await signUp('ayse@example.com')
    expect((await mehmet.from('notes').insert({ id: 1, text: 'tarak' })).error).toBeNull()
    expect((await mehmet.from('notes').select('text')).data).toEqual([{ text: 'tarak' }])
    expect((await ayse.from('notes').select('text')).data).toEqual([])
  })

  test('what the migrations do not grant stays closed after requests have been served', async () => {
    const mehmet = await signUp('mehmet2@example.com')
    await mehmet.from('notes').select()
    expect((await mehmet.from('notes').update({ text: 'x' }).eq('id', 1)).error?.code).toBe('42501')
    expect((await client().from('notes').select()).error?.code).toBe('42501')
    vi.mocked(console.error).mockClear()
  })

  test('a refusal of the database is printed without the row it was about', async () => {
    const server = client(stack.env.SUPABASE_SECRET_KEY)
    const { error } = await server.from('notes').insert({ id: 2, owner: null, text: 'gizli' })
    expect(error?.details).toContain('gizli')
    const printed = vi.mocked(console.error).mock.calls.map(([error]) => inspect(error))
    expect(printed).toEqual([expect.stringMatching(/^REST: 23502 ((?!gizli).)*$/)])
    vi.mocked(console.error).mockClear()
  })

  test('the secret key passes every policy, and a wrong key is refused', async () => {
    expect((await client(stack.env.SUPABASE_SECRET_KEY).from('notes').select('id')).data).toEqual([{ id: 1 }])
    expect((await client('sb_publishable_wrong').from('notes').select('id')).status).toBe(401)
  })
})

test("a forgotten password is reset through the link in the e-mail, which leads to the app's own page", async () => {
  await signUp('unutkan@example.com')
  expect((await client().auth.resetPasswordForEmail('unutkan@example.com')).error).toBeNull()

  const [mail] = await mailTo(stack.dataDir, 'unutkan@example.com')
  const link = new URL(mail?.link ?? '')
  expect(`${link.origin}${link.pathname}`).toBe(`${appUrl}/sifre/yeni`)

  const reader = client()
  const { data } = await reader.auth.verifyOtp({
    type: 'recovery',
    token_hash: link.searchParams.get('token_hash') ?? '',
  })
  expect(data.user?.email).toBe('unutkan@example.com')
  expect((await reader.auth.updateUser({ password: 'yeni-gizli-şifre' })).error).toBeNull()
  expect(
    (await client().auth.signInWithPassword({ email: 'unutkan@example.com', password: 'yeni-gizli-şifre' })).error,
  ).toBeNull()
})

test('a second start finds its data, its keys and its sessions again', async () => {
  const mehmet = await signUp('mehmet3@example.com')
  const { data } = await mehmet.auth.getSession()
  const { SUPABASE_SECRET_KEY } = stack.env
  await stack.stop()
  stack = await start()

  expect(stack.env.SUPABASE_SECRET_KEY).toBe(SUPABASE_SECRET_KEY)
  const { data: user } = await client().auth.getUser(data.session?.access_token)
  expect(user.user?.email).toBe('mehmet3@example.com')
})

describe('a start that cannot be', () => {
  test('damaged data is refused in one sentence and nothing is left running', async () => {
    const dataDir = join(home, 'damaged')
    const whole = await startStack({ dataDir, appUrl, migrations, durable: false })
    await whole.stop()
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), 'x')
    await expect(startStack({ dataDir, appUrl, migrations, durable: false })).rejects.toThrow(
      /damaged: .*aside to start empty\.$/,
    )
  })

  test('a folder whose keys are gone is refused rather than locked for ever', async () => {
    const dataDir = join(home, 'keyless')
    const whole = await startStack({ dataDir, appUrl, migrations, durable: false })
    await whole.stop()
    await rm(join(dataDir, 'keys.json'))
    await expect(startStack({ dataDir, appUrl, migrations, durable: false })).rejects.toThrow(/keys\.json is gone/)
  })

  test('a second run on the same folder is refused while the first goes on', async () => {
    await expect(start()).rejects.toThrow(/Another Siftah runs on .*: stop it/)
    expect((await client(stack.env.SUPABASE_SECRET_KEY).from('notes').select('id')).error).toBeNull()
  })
})

describe('migrations', () => {
  test('run once each, in the order of their names', async () => {
    await writeFile(join(migrations, '20260103000000_late.sql'), 'insert into public.steps values (2);')
    await writeFile(
      join(migrations, '20260102000000_steps.sql'),
      'create table public.steps (n int); insert into public.steps values (1);',
    )
    expect(await migrate(stack.databaseUrl, migrations)).toEqual(['20260102000000', '20260103000000'])
    expect(await migrate(stack.databaseUrl, migrations)).toEqual([])
  })

  test('that fail leave nothing behind and say where', async () => {
    const file = join(migrations, '20260104000000_broken.sql')
    await writeFile(file, 'create table public.half (n int);\n\nselect nothing from nowhere;')
    await expect(migrate(stack.databaseUrl, migrations)).rejects.toThrow(
      /20260104000000_broken\.sql failed \(line 3\): .*nowhere/,
    )
    const sql = postgres(stack.databaseUrl)
    expect(await sql`select to_regclass('public.half') as half`).toEqual([{ half: null }])
    await sql.end()
    await rm(file)
  })

  test('that were applied must not change afterwards, nor vanish', async () => {
    const file = join(migrations, '20260101000000_notes.sql')
    await writeFile(file, `${notes}-- changed`)
    await expect(migrate(stack.databaseUrl, migrations)).rejects.toThrow(/20260101000000_notes\.sql was changed/)
    await rm(file)
    await expect(migrate(stack.databaseUrl, migrations)).rejects.toThrow(/newer Siftah/)
    await writeFile(file, notes)
  })
})
