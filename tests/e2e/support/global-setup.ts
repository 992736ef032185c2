import { startApp } from '@/tests/support/app'

/** One app for the whole run; each journey brings its own shop. What the journeys need to know stands in the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { url, stack, stop } = await startApp()
  Object.assign(process.env, {
    JOURNEYS_URL: url,
    JOURNEYS_DATA_DIR: stack.dataDir,
    JOURNEYS_SUPABASE_URL: stack.env.SUPABASE_URL,
    JOURNEYS_DATABASE_URL: stack.databaseUrl,
    JOURNEYS_CRON_SECRET: stack.env.CRON_SECRET,
  })
  return stop
}
