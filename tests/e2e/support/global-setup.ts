import { startApp } from '@/tests/support/app'
import { personalIn } from '@/tests/support/personal'

/**
 * One app for the whole run; each journey brings its own shop. What the journeys need to know stands in the environment. Whatever the app printed meanwhile
 * names nobody, or the run has failed.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const printed: string[] = []
  const { url, stack, stop } = await startApp(text => printed.push(text))
  Object.assign(process.env, {
    JOURNEYS_URL: url,
    JOURNEYS_DATA_DIR: stack.dataDir,
    JOURNEYS_SUPABASE_URL: stack.env.SUPABASE_URL,
    JOURNEYS_DATABASE_URL: stack.databaseUrl,
    JOURNEYS_CRON_SECRET: stack.env.CRON_SECRET,
  })
  return async () => {
    await stop()
    const personal = personalIn(printed.join(''))
    // Not what: it would be printed once more.
    if (personal.length > 0) throw new Error(`the app printed ${personal.length} times what names or quotes a customer`)
  }
}
