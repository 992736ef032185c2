/** So often the built-in stack looks whether there is something to send. */
const EVERY_MS = 5_000

/** Takes the place of pg_cron: calls the app's cron handlers again and again until it is stopped. A call that is under way is not joined by another. */
export function startTimer({ url, secret }: { url: string; secret: string }): { stop(): Promise<void> } {
  let under: Promise<unknown> | null = null
  const call = () => {
    under ??= fetch(`${url}/api/cron/messages`, { method: 'POST', headers: { authorization: `Bearer ${secret}` } })
      // The app is starting, or going down: the next call finds it, or nobody calls any more.
      .catch(() => {})
      .finally(() => {
        under = null
      })
  }
  const timer = setInterval(call, EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      await under
    },
  }
}
