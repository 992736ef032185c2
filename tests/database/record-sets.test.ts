import { describe, expect, test } from 'vitest'
import { NAMES_A_ROW, PEOPLE } from '@/lib/archive/new-ids'
import { mirroredTables, recordSet, recordSets, type TableName } from '@/lib/db/record-sets'
import { MAX_AGE_MS } from '@/lib/sync/protocol'
import { connect } from '@/tests/support/database'

// lib/db/record-sets.ts says in TypeScript what the catalogue says in SQL.

const sql = connect()

const columns = await sql<{ table: string; column: string; type: string; domain: string | null }[]>`
  select table_name as table, column_name as column, data_type as type, domain_name as domain
  from information_schema.columns where table_schema = 'public'`

const camelCase = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
const fieldsOf = (table: string, is: (column: (typeof columns)[number]) => boolean) =>
  columns
    .filter(it => it.table === table && is(it))
    .map(it => camelCase(it.column))
    .sort()

test('the mirrored record sets are the tables whose changes phones are told', async () => {
  const mirrored = await sql`select table_name from private.mirrored order by 1`
  expect([...mirroredTables].sort()).toEqual(mirrored.map(row => row.table_name))
})

test('[AR1] the record sets are the tables that an archive holds, and each can be laid down behind what it points at', async () => {
  const order = await sql<{ name: string }[]>`select table_name as name from private.archived_order() order by place`
  expect(order.map(({ name }) => name).sort()).toEqual(Object.keys(recordSets).sort())
})

test('[AR2] whatever field of an archive holds an id is known to name a row or a person, and no other field is taken for one', () => {
  const archived = columns.filter(it => it.table in recordSets && it.column !== 'tenant_id')
  const ids = archived.filter(it => it.type === 'uuid').map(it => camelCase(it.column))
  // Who sits in which chair is not brought along.
  expect([...NAMES_A_ROW, ...PEOPLE, 'memberId'].sort()).toEqual([...new Set(ids)].sort())
  const texts = archived.filter(it => it.type !== 'uuid').map(it => camelCase(it.column))
  expect(texts.filter(field => NAMES_A_ROW.has(field))).toEqual([])
})

test('no table with a sealed column is forgotten', () => {
  const sealed = columns.filter(it => it.domain === 'sealed')
  expect(sealed.length).toBeGreaterThan(0)
  expect(sealed.filter(it => !(it.table in recordSets))).toEqual([])
})

describe.each(Object.keys(recordSets) as TableName[])('the record set %s', table => {
  const { sealed = {}, blindIndexes = {}, instants, internal = [], mirrored } = recordSet(table)

  test('names the columns that take only sealed text', () => {
    expect(Object.keys(sealed).sort()).toEqual(fieldsOf(table, it => it.domain === 'sealed'))
  })

  test('names every instant that reaches a phone', () => {
    // A row with `deleted_at` reaches a phone as nothing at all.
    const reaching = fieldsOf(table, it => it.type.startsWith('timestamp') && it.column !== 'deleted_at')
    expect([...instants].sort()).toEqual(reaching.filter(field => !internal.includes(field)))
  })

  test('says by what its rows grow old, where a new phone gets only the recent ones, and no phone keeps less than it gets', async () => {
    const [told] = await sql`select recent from private.mirrored where table_name = ${table}`
    const recent = /(\w+) > now\(\) - interval '(\d+) days'/.exec(told?.recent)
    expect(mirrored?.ages !== undefined).toBe(String(told?.recent).includes('now()'))
    if (!mirrored?.ages) return
    expect(mirrored.indexes).toContain(mirrored.ages)
    expect(Number(recent![2])).toBeLessThan(MAX_AGE_MS / 86_400_000)
  })

  test('names only columns that are there', () => {
    const wanted = [...(mirrored?.indexes ?? []), ...Object.entries(blindIndexes).flat(), ...internal]
    expect(fieldsOf(table, () => true)).toEqual(expect.arrayContaining(wanted))
  })
})
