import 'server-only'
import type { KeyService } from '@/lib/crypto/server/key-service'
import { localKeyService } from '@/lib/crypto/server/local-key-service'
import { env } from '@/lib/env/server'

let service: Promise<KeyService> | undefined

/** The key service that the environment names. Throws with the name of one that this version cannot speak to. */
export function keyService(): Promise<KeyService> {
  service ??= choose()
  return service
}

async function choose(): Promise<KeyService> {
  if (env.KEY_SERVICE !== 'local') {
    throw new Error(`KEY_SERVICE is ${env.KEY_SERVICE}, which this version of Siftah does not have: set it to local.`)
  }
  // lib/env refuses the local service in production, but for the embedded stack, whose data lies on the same disk anyway.
  return localKeyService({ path: env.KEY_FILE!, production: false })
}
