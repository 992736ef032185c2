/** Runs once when a server starts, before it answers anybody. What is wrong with the environment or the key service is said now. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keyService } = await import('@/lib/tenants/server/key-service')
  await keyService()
}
