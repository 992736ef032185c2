'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { keptForDebts } from '@/lib/cash/browser/own-transfers'
import { openShopDatabase, type ShopDatabase } from '@/lib/sync/browser/database'
import { httpTransport } from '@/lib/sync/browser/http-transport'
import { keepInSync } from '@/lib/sync/browser/keep-in-sync'
import { type LocalSession, leaveShop, localSession, onLeaveElsewhere } from '@/lib/tenants/browser/session'
import type { OpenShop } from './shop-context'

export type OpeningState =
  | { phase: 'starting' }
  /** The first download: how many customers and appointments have come so far. */
  | { phase: 'downloading'; rows: number; trouble: 'none' | 'unreachable' | 'not-logged-in' }
  /** The browser keeps nothing (private window, storage forbidden or full). */
  | { phase: 'no-storage' }
  /** Nobody is logged in, and there is no network to log in over. */
  | { phase: 'logged-out' }
  | { phase: 'open'; shop: OpenShop }

/** Opens the shop this phone was left in and keeps it in sync; without one it goes to the log-in. */
export function useOpenShop(): OpeningState {
  const [session, setSession] = useState<LocalSession>()
  const [database, setDatabase] = useState<ShopDatabase>()
  const [failed, setFailed] = useState(false)
  const [loggedOut, setLoggedOut] = useState(false)

  useEffect(() => {
    const found = localSession()
    if (found) {
      setSession(found)
      return onLeaveElsewhere(() => location.reload())
    }
    // Offline there is no log-in to go to, and the shell would only come back here, round and round.
    const goIn = () => location.replace('/basla')
    if (navigator.onLine) goIn()
    else {
      setLoggedOut(true)
      addEventListener('online', goIn)
      return () => removeEventListener('online', goIn)
    }
  }, [])

  useEffect(() => {
    if (!session) return
    const opened = openShopDatabase(session.tenantId, session.userId)
    opened.open().then(
      () => setDatabase(opened),
      () => setFailed(true),
    )
    return () => opened.close()
  }, [session])

  useEffect(() => {
    if (!database || !session) return
    void navigator.storage?.persist?.() // so that the browser does not clear a shop's day when space is short
    return keepInSync(database, session, {
      transport: httpTransport,
      keeps: keptForDebts,
      onRefusal: refusal => {
        if (refusal !== 'not-a-member') return
        leaveShop()
        void database.delete().finally(() => location.replace('/basla?neden=cikarildi'))
      },
    })
  }, [database, session])

  const standing = useLiveQuery(async () => database?.standings.get('standing'), [database])
  const rows = useLiveQuery(
    async () =>
      database ? (await database.table('customers').count()) + (await database.table('appointments').count()) : 0,
    [database],
  )

  if (failed) return { phase: 'no-storage' }
  if (loggedOut) return { phase: 'logged-out' }
  if (!database || !standing) return { phase: 'starting' }
  const { cursor, me, shop, trouble } = standing
  if (me && shop && cursor && cursor.at >= cursor.bootstrap) return { phase: 'open', shop: { database, shop, me } }
  const known = trouble === 'not-logged-in' ? trouble : trouble ? 'unreachable' : 'none'
  return { phase: 'downloading', rows: rows ?? 0, trouble: known }
}
