import { expect, test } from 'vitest'
import { everyCommand } from '@/lib/commands/every-command'
import { SEALED_PATTERN } from '@/lib/crypto/envelope'
import { rejections } from '@/lib/sync/protocol'
import { migrations } from './source-files'

const sql = migrations.map(file => file.text).join('\n')
const all = (pattern: RegExp) => [...new Set([...sql.matchAll(pattern)].map(([, word]) => word!))].sort()

// Raised by functions and triggers that no command reaches: never a command's answer.
const notOfCommands = new Map([['last-owner', 'members are changed by a Server Action']])

test('every command the server accepts is a function in the database, and the other way round', () => {
  expect(all(/create (?:or replace )?function commands\."([^"]+)"/g)).toEqual([...everyCommand.keys()].sort())
})

test('a command is named feature.verb@version', () => {
  const odd = [...everyCommand.keys()].filter(name => !/^[a-z]+\.[a-z]+(-[a-z]+)*@[1-9]\d*$/.test(name))
  expect(odd).toEqual([])
})

test('every reason the database can refuse a command for is a word of the protocol', () => {
  const raised = [...all(/private\.refuse\('([^']+)'\)/g), ...all(/\brefusal := '([^']+)'/g)]
  const strange = raised.filter(reason => !rejections.some(word => word === reason) && !notOfCommands.has(reason))
  expect(raised).toContain('slot-taken')
  expect(strange).toEqual([])
})

test('the database takes for sealed exactly what the server takes for sealed', () => {
  const [pattern] = all(/create domain private\.sealed as text[\s\S]*? value ~ '([^']+)'\)/g)
  expect(pattern).toBe(SEALED_PATTERN.source)
})
