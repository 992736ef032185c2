import * as z from 'zod/mini'
import { instant, id as uuid } from '@/lib/kernel/fields'
import { type Command, type Cursor, MAX_COMMANDS } from './protocol'

// What a phone's words must look like for the server to hear them. Apart from the protocol, so that a phone can speak without this.

export const commandSchema: z.ZodMiniType<Command> = z.object({
  id: uuid,
  name: z.string(),
  eventAt: instant,
  args: z.unknown(),
})

const cursorSchema: z.ZodMiniType<Cursor> = z.object({ view: z.string(), at: z.int(), bootstrap: z.int() })

export const requestSchema = z.object({
  protocol: z.int(),
  tenantId: uuid,
  userId: uuid,
  deviceId: uuid,
  cursor: z.nullable(cursorSchema),
  // One by one, so that those behind a bad one go on (SPEC SY5).
  commands: z.array(z.unknown()).check(z.maxLength(MAX_COMMANDS)),
})
