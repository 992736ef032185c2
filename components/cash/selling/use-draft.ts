'use client'

import { useState } from 'react'
import { useLiveFor } from '@/components/shop/use-live-for'
import type { Draft, Ware } from '@/lib/cash/compose-sale'
import type { WayKind } from '@/lib/cash/movement'
import type { Customer } from '@/lib/customers/customer'
import type { Id } from '@/lib/kernel/id'
import type { Kurus } from '@/lib/kernel/money'
import { mirror, type ShopDatabase } from '@/lib/sync/browser/database'
import { useMoney } from '../use-money'

/** Who buys; without an id he can owe nothing. */
export interface Buyer {
  id: Id | null
  name: string | null
}

/** The ways that somebody types an amount for. */
export type SplitKind = Exclude<WayKind, 'kapora'>

export interface DraftStart {
  wares: readonly Ware[]
  buyer: Buyer
  appointmentId: Id | null
}

/** A sale while it is made up. */
export function useDraft({ wares: first, buyer: who, appointmentId }: DraftStart) {
  const [wares, setWares] = useState(first)
  const [typed, setTyped] = useState<Kurus | null>(null)
  const [extra, setExtra] = useState<'price' | 'tip'>('price')
  const [buyer, setBuyer] = useState(who)
  const [withKapora, setWithKapora] = useState(true)
  const [note, setNote] = useState<string | null>(null)
  const [split, setSplit] = useState<Partial<Record<SplitKind, string>>>({})
  const money = useMoney(buyer.id)
  const limit = useLiveFor(buyer.id, limitOf)

  const sum = wares.reduce((total, { price }) => total + price, 0)
  const amount = typed ?? sum
  const chair = wares.find(({ staffId }) => staffId)?.staffId ?? null
  const inKapora = Math.max(0, money?.kapora ?? 0)
  const kapora = withKapora ? Math.min(inKapora, amount) : 0
  return {
    wares,
    sum,
    amount,
    setAmount: setTyped,
    /** What is above the prices can be a tip only where somebody served. */
    extra: chair ? extra : 'price',
    setExtra,
    canTip: chair !== null,
    buyer,
    setBuyer,
    /** What the buyer has paid ahead and may owe is known: before that no way to pay can be right. */
    isReady: money !== undefined && limit !== undefined,
    inKapora,
    withKapora,
    setWithKapora,
    /** What of it the kapora pays. */
    kapora,
    /** What is left to pay. */
    rest: amount - kapora,
    /** Null: the member is not told. */
    owed: money?.owed ?? null,
    /** What would be owed then is more than it should be. */
    isOver: (more: Kurus) => !!money && typeof limit === 'number' && money.owed + more > limit,
    limit: limit ?? null,
    note,
    setNote,
    /** Paid in several ways: what is typed for each. */
    split,
    setSplit,

    /** The amount follows: who has typed a discount has still given it. */
    addWare(ware: Ware) {
      setWares([...wares, ware])
      if (typed !== null) setTyped(typed + ware.price)
    },
    removeWare(index: number) {
      setWares(wares.toSpliced(index, 1))
      setTyped(null)
    },
    /** One ware that costs what is typed. */
    setOnly(ware: Ware) {
      setWares([ware])
      setTyped(ware.price)
    },
    draft: (ways: Partial<Record<WayKind, Kurus>>): Draft => ({
      customerId: buyer.id,
      appointmentId,
      wares,
      amount,
      tipTo: chair && extra === 'tip' ? chair : null,
      note,
      ways: { kapora, ...ways },
    }),
  }
}

export type SaleDraft = ReturnType<typeof useDraft>

const limitOf = async (database: ShopDatabase, customerId: Id | null) =>
  (await mirror<Customer>(database, 'customers').get(customerId ?? ''))?.veresiyeLimit ?? null
