import 'server-only'
import { createHash } from 'node:crypto'

/** SHA-256 in hex: what the database keeps of a link's token. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
