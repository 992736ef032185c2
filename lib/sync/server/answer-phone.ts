import 'server-only'
import type { Keyring } from '@/lib/crypto/server/data-key'
import type { Rpc } from '@/lib/db/server/rpc'
import { toInstant } from '@/lib/kernel/zone'
import type { CommandDefinition } from '../command'
import {
  type Answer,
  type Change,
  type Command,
  incompatibility,
  MAX_AGE_MS,
  MAX_CLOCK_AHEAD_MS,
  PAGE_ROWS,
  PROTOCOL,
  type Refusal,
  type Rejection,
  type Result,
} from '../protocol'
import { commandSchema, requestSchema } from '../request'
import { openRow } from './open-row'
import { sealArgs } from './seal-args'

export interface Exchange {
  userId: string
  /** Runs a database function as the user who asks. */
  rpc: Rpc
  /** The keys of a shop; fetched as the user who asks, so a stranger gets none. */
  keyring: (tenantId: string) => Promise<Keyring>
  /** Every command this server knows, by name. */
  commands: ReadonlyMap<string, CommandDefinition>
  now: Date
  /** The protocol this server speaks; given in tests of a deploy. */
  protocol?: number
}

/**
 * Takes a phone's commands and answers with their results and everything the phone has not seen (SPEC SY1–SY9).
 * @throws DbError with a passing fault, so that the phone sends the same again
 */
export async function answerPhone(body: unknown, on: Exchange): Promise<{ answer: Answer } | { refusal: Refusal }> {
  const version = (body as { protocol?: unknown } | null)?.protocol
  if (typeof version === 'number') {
    const behind = incompatibility(version, on.protocol ?? PROTOCOL)
    if (behind) return { refusal: behind }
  }
  const request = requestSchema.safeParse(body)
  if (!request.success) return { refusal: 'malformed' }
  const { tenantId, userId, deviceId, cursor, commands } = request.data
  if (userId !== on.userId) return { refusal: 'not-logged-in' }

  const heard = commands.map(command => hear(command, on))
  const results: Result[] = []
  if (heard.length > 0) {
    const keyring = await on.keyring(tenantId)
    const sound = heard.flatMap(it =>
      'command' in it ? [{ ...it.command, args: sealArgs(it.definition, it.command.args, tenantId, keyring) }] : [],
    )
    const applied = await on.rpc<{ results: Result[] } | { refused: 'not-a-member' }>('apply_commands', {
      p_tenant: tenantId,
      p_device: deviceId,
      p_commands: sound,
    })
    if ('refused' in applied) return { refusal: applied.refused }
    const refused = heard.flatMap(it =>
      'reason' in it ? [{ id: it.id, status: 'rejected' as const, rev: 0, reason: it.reason }] : [],
    )
    results.push(...applied.results, ...refused)
  }

  const changes = await on.rpc<Omit<Answer, 'results'> | { refused: 'not-a-member' }>('changes_since', {
    p_tenant: tenantId,
    p_cursor: cursor,
    p_limit: PAGE_ROWS,
  })
  if ('refused' in changes) return { refusal: changes.refused }
  const opened = await openChanges(changes.changes, tenantId, on)
  return { answer: { ...changes, results, changes: opened, now: toInstant(on.now) } }
}

type Heard = { command: Command; definition: CommandDefinition } | { id: string; reason: Rejection }

/** Parses one command. What cannot be understood is refused by name, so that those behind it go on (SPEC SY5, SY7). */
function hear(raw: unknown, on: Exchange): Heard {
  const parsed = commandSchema.safeParse(raw)
  if (!parsed.success) return { id: String((raw as { id?: unknown } | null)?.id), reason: 'malformed' }
  const { id, name, eventAt, args } = parsed.data
  const definition = on.commands.get(name)
  if (!definition) return { id, reason: 'unknown-command' }
  const age = on.now.getTime() - Date.parse(eventAt)
  if (age < -MAX_CLOCK_AHEAD_MS) return { id, reason: 'future-dated' }
  if (age > MAX_AGE_MS) return { id, reason: 'past-dated' }
  const sound = definition.args.safeParse(args)
  return sound.success ? { command: { id, name, eventAt, args: sound.data }, definition } : { id, reason: 'malformed' }
}

async function openChanges(changes: Change[], tenantId: string, on: Exchange): Promise<Change[]> {
  if (changes.length === 0) return changes
  const keyring = await on.keyring(tenantId)
  return changes.map(change => openRow(change, tenantId, keyring))
}
