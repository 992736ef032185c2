import 'server-only'
import { parseEnv } from './parse'

const parsed = parseEnv(process.env)
if (!parsed.ok) throw new Error(parsed.problems.join('\n'))

/** The server's environment, parsed once; the program does not start with a wrong one. */
export const env = parsed.env
