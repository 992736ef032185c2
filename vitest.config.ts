import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const empty = `${root}tests/support/empty.ts`

// `server-only` and `client-only` throw outside a bundler; here they are just first lines.
const resolve = { alias: { '@': root.slice(0, -1), 'server-only': empty, 'client-only': empty } }

const project = (name: string, include: string[], extra: object = {}) => ({
  resolve,
  test: { name, include, setupFiles: ['tests/support/fail-on-console-error.ts'], ...extra },
})

export default defineConfig({
  test: {
    // The races open fifty connections each, all to one Postgres.
    maxWorkers: 4,
    projects: [
      // No test measures time; the limit is only for one that hangs.
      project('unit', ['tests/unit/**/*.test.{ts,tsx}'], { testTimeout: 120_000 }),
      project('architecture', ['tests/architecture/**/*.test.ts'], { testTimeout: 120_000 }),
      // One real Postgres for all of these, started by the global setup; each file makes its own shops.
      project('database', ['tests/database/**/*.test.ts', 'tests/integration/**/*.test.ts'], {
        globalSetup: ['tests/support/postgres.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
    ],
  },
})
