import 'client-only'

/** Whose copy of which shop this phone shows. Not a secret: the right to it is in the cookie that scripts cannot read. */
export interface LocalSession {
  tenantId: string
  userId: string
}

const KEY = 'siftah.session'

/** The session this phone was left in, or null. */
export function localSession(): LocalSession | null {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return typeof stored?.tenantId === 'string' && typeof stored?.userId === 'string' ? stored : null
  } catch {
    return null // storage forbidden or scribbled over: log in again
  }
}

/** Opens a shop on this phone, after a log-in. */
export function enterShop(session: LocalSession): void {
  localStorage.setItem(KEY, JSON.stringify(session))
  location.replace('/bugun')
}

export function leaveShop(): void {
  localStorage.removeItem(KEY)
}

/** Tells when another tab has left the shop, so that this one closes it too. Returns a function that stops listening. */
export function onLeaveElsewhere(left: () => void): () => void {
  const listener = (event: StorageEvent) => {
    if (event.key === KEY && event.newValue === null) left()
  }
  addEventListener('storage', listener)
  return () => removeEventListener('storage', listener)
}
