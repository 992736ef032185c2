'use client'

import { later } from '@/components/shop/later'
import { navigate, useSearchParam } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { EmptyState } from '@/components/ui/empty-state'
import { TopBar } from '@/components/ui/top-bar'
import { closingOf } from '@/lib/cash/browser/closings'
import { knownTill } from '@/lib/cash/browser/known-till'
import { useOpenDay } from '../use-open-day'

const ClosedDay = later(() => import('./closed-day').then(module => module.ClosedDay))
const CloseDay = later(() => import('./close-day').then(module => module.CloseDay))

/** Gün sonu of one day (`?gunsonu=2026-11-25`): to be closed, or as it was closed. */
export function DayEndView() {
  const { shop, me } = useShop()
  const { today } = useOpenDay()
  const asked = useSearchParam('gunsonu')
  const day = asked && /^\d{4}-\d\d-\d\d$/.test(asked) && asked <= today ? asked : today
  const read = useLive(
    async database => {
      const closing = await closingOf(database, day)
      return { day, closing, till: closing ? null : await knownTill(database, day, shop.zone) }
    },
    [day, shop.zone],
  )
  return (
    <>
      <TopBar title="Gün sonu" back={() => navigate(`/kasa?gun=${day}`)} />
      <main className="flex w-full max-w-2xl flex-1 flex-col">
        {!me.seesTill && <EmptyState text="Gün sonunu dükkân sahibi görür." />}
        {me.seesTill && read?.day === day && read.closing && <ClosedDay key={day} closing={read.closing} />}
        {me.seesTill && me.role !== 'owner' && read && !read.closing && (
          <EmptyState text="Bu gün henüz kapanmadı. Günü dükkân sahibi kapatır." />
        )}
        {me.role === 'owner' && read?.day === day && read.till && <CloseDay key={day} day={day} till={read.till} />}
      </main>
    </>
  )
}
