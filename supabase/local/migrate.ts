import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getAuthSchemaSql } from '@supabase/lite'
import postgres from 'postgres'
import { Refusal } from './refusal'

/** `20261122000010_ground.sql`, as the Supabase CLI names them. */
const fileName = /^(?<version>\d+)_(?<name>.+)\.sql$/

interface Migration {
  version: string
  name: string
  text: string
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async file => {
      const { version, name } = fileName.exec(file)?.groups ?? {}
      if (!version || !name) throw new Refusal(`The migration ${file} must be named like 20261122000010_customers.sql.`)
      return { version, name, text: await readFile(join(folder, file), 'utf8') }
    }),
  )
}

/**
 * What a hosted Supabase project has before its first migration: roles, extensions, and the schema `auth`. The
 * default privileges of `public` are Supabase's open ones, given once: a migration that forgets to revoke shows here too.
 */
async function layGround(sql: postgres.Sql): Promise<void> {
  const platform = await readFile(new URL('platform.sql', import.meta.url), 'utf8')
  await sql.begin(async tx => {
    await tx.unsafe(getAuthSchemaSql())
    await tx.unsafe(platform)
    const [found] = await tx`select to_regclass('supabase_migrations.schema_migrations') as history`
    if (found?.history) return
    await tx.unsafe(`
      alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
      alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
      alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
      create schema supabase_migrations;
      create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
    `)
  })
}

async function apply(sql: postgres.Sql, { version, name, text }: Migration): Promise<void> {
  try {
    await sql.begin(async tx => {
      await tx.unsafe(text)
      await tx`insert into supabase_migrations.schema_migrations ${tx({ version, name, statements: [text] })}`
    })
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error
    const line = error.position ? ` (line ${text.slice(0, Number(error.position)).split('\n').length})` : ''
    throw new Refusal(`The migration ${version}_${name}.sql failed${line}: ${error.message}.`)
  }
}

/**
 * Brings a database to the newest schema: lays Supabase's ground, then applies what is new in `folder` in the order
 * of the names, each file in its own transaction, recorded as the Supabase CLI records it.
 *
 * @returns the versions applied now
 * @throws Refusal when an applied file was changed or is gone, or when a file fails
 */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    await layGround(sql)
    const migrations = await migrationsIn(folder)
    const applied = await sql<{ version: string; name: string; statements: string[] }[]>`
      select version, name, statements from supabase_migrations.schema_migrations order by version`
    for (const { version, name, statements } of applied) {
      const file = migrations.find(migration => migration.version === version)
      if (!file)
        throw new Refusal(
          `The data was written by a newer Siftah (it has the migration ${version}_${name}): update the program.`,
        )
      if (file.text !== statements[0])
        throw new Refusal(
          `The migration ${version}_${name}.sql was changed after it was applied: put it back and write a new one.`,
        )
    }
    const known = new Set(applied.map(({ version }) => version))
    const news = migrations.filter(({ version }) => !known.has(version))
    for (const migration of news) await apply(sql, migration)
    return news.map(({ version }) => version)
  } finally {
    await sql.end()
  }
}
