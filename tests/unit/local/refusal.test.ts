import { expect, test } from 'vitest'
import { asRefusal, explain, Refusal } from '@/supabase/local/refusal'

const where = '/srv/siftah'

// What initdb, Postgres 17 and Node print.
test.each([
  ['setpriv: activate capabilities: Operation not permitted', /as an ordinary user/],
  ['initdb: error: could not write to file "pg_wal/xlogtemp.16": No space left on device', /is full/],
  ['PANIC:  could not write to file "pg_wal/xlogtemp.99": No space left on device', /is full/],
  [
    'initdb: error: could not change permissions of directory "/srv/siftah/postgres": Permission denied',
    /may not read and write/,
  ],
  ['FATAL:  data directory "/srv/siftah/postgres" has wrong ownership', /may not read and write/],
  ['initdb: error: could not create directory "/srv/siftah/postgres": Read-only file system', /read-only/],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', /took the port/],
  ['FATAL:  lock file "postmaster.pid" already exists', /Another Siftah runs/],
  ['FATAL:  "/srv/siftah/postgres" is not a valid data directory', /is damaged/],
  ['PANIC:  could not locate a valid checkpoint record at 0/1A57CB8', /is damaged/],
  ['FATAL:  could not open file "global/pg_filenode.map": No such file or directory', /is damaged/],
  ['DETAIL:  The data directory was initialized by PostgreSQL version 15', /another version/],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /too little memory/],
])('%s is said in one plain sentence', (said, sentence) => {
  expect(explain(said, where)).toMatch(sentence)
  expect(explain(said, where)).toMatch(/^[^\n]+\.$/)
})

test("Node's own errors are understood by their code", () => {
  const error = Object.assign(new Error('open failed'), { code: 'ENOSPC' })
  expect(asRefusal(error, where)).toEqual(
    new Refusal(`The disk that holds ${where} is full: free some space and start again.`),
  )
})

test('a fault of the program is not dressed up as a fault of the machine', () => {
  const fault = new TypeError("Cannot read properties of undefined (reading 'port')")
  expect(asRefusal(fault, where)).toBe(fault)
})
