import 'server-only'
import { type Env, parseEnv } from './parse'

/** The server's environment, parsed once; instrumentation.ts reads it first, so that no server starts with a wrong one. */
export const env = readEnv()

function readEnv(): Env {
  // A build loads every module and serves nobody: it needs no secrets, and gets none.
  if (process.env.NEXT_PHASE === 'phase-production-build') return {} as Env
  const parsed = parseEnv(process.env)
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  return parsed.env
}
