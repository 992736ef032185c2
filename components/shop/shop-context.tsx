'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { useSnackbar } from '@/components/ui/snackbar'
import { inOneTransaction, type ShopDatabase } from '@/lib/sync/browser/database'
import { unconfirmedRows } from '@/lib/sync/browser/outbox'
import { send } from '@/lib/sync/browser/send'
import type { CommandDefinition } from '@/lib/sync/command'
import type { Me, Shop } from '@/lib/sync/protocol'
import { isNotDownloaded } from './is-not-downloaded'

/** What every view of the shop stands on. */
export interface OpenShop {
  database: ShopDatabase
  shop: Shop
  me: Me
}

const ShopContext = createContext<OpenShop | null>(null)

export function ShopProvider({ value, children }: { value: OpenShop; children: ReactNode }) {
  return <ShopContext value={value}>{children}</ShopContext>
}

export function useShop(): OpenShop {
  const open = useContext(ShopContext)
  if (!open) throw new Error('useShop outside of an open shop')
  return open
}

/** Runs what a person asked for. When it fails he is told so, and it rejects: nothing of it happened. */
export function useTold() {
  const snackbar = useSnackbar()
  return useCallback(
    async <T,>(act: () => Promise<T>): Promise<T> => {
      try {
        return await act()
      } catch (error) {
        const text = isNotDownloaded(error)
          ? 'Bu henüz telefona inmedi. İnternet gelince yeniden deneyin.'
          : 'Kaydedilemedi. Telefonda yer açıp yeniden deneyin.'
        snackbar.show({ text })
        throw error
      }
    },
    [snackbar],
  )
}

/**
 * Does what a person asked, at once and offline (SPEC SY10). Resolves when it is safe on the phone. When the phone cannot hold it (its
 * storage is full), the person is told so, and it rejects.
 */
export function useSend() {
  const { database } = useShop()
  const told = useTold()
  return useCallback(
    <Args,>(command: CommandDefinition<Args>, args: Args) => told(() => send(database, command, args)),
    [database, told],
  )
}

/**
 * Does several things, all or none; told like `useSend`. What is sent inside resolves before it is safe: a full phone may say no only when
 * the whole is to be kept.
 */
export function useTogether() {
  const { database } = useShop()
  const told = useTold()
  return useCallback(
    <T,>(work: () => Promise<T>): Promise<T> => told(() => inOneTransaction(database, work)),
    [database, told],
  )
}

/** A live view of the phone's copy: runs again whenever the rows it read change, in this tab or another. Undefined until first read. */
export function useLive<T>(query: (database: ShopDatabase) => Promise<T>, deps: unknown[] = []): T | undefined {
  const { database } = useShop()
  return useLiveQuery(() => query(database), [database, ...deps])
}

/** Keys (`table/id`) of the rows the server has not confirmed yet: they carry the small dot. */
export const useUnconfirmed = (): ReadonlySet<string> => useLive(unconfirmedRows) ?? new Set()
