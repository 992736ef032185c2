'use client'

import { ShopLink } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { LaterIcon } from '@/components/ui/icons'
import { closingOf } from '@/lib/cash/browser/closings'
import { readSummary } from '@/lib/cash/day-closing'
import { formatMonth, monthOf } from '@/lib/cash/month'
import { type Day, formatDay } from '@/lib/kernel/zone'
import { differenceWords } from './evening/day-words'
import { useOpenDay } from './use-open-day'

/** The ways from the till of a day: to its end, and to its month. */
export function DayDoors({ day }: { day: Day }) {
  const { me } = useShop()
  const { today } = useOpenDay()
  const read = useLive(async database => ({ day, closing: await closingOf(database, day) }), [day])
  if (read?.day !== day) return null
  const { closing } = read
  return (
    <nav aria-label="Gün sonu ve ay" className="-mx-gutter border-line border-t">
      {day > today && (
        <Door
          href={`/kasa?gunsonu=${today}`}
          word={`${formatDay(today)} kapandı`}
          value="Şimdi alınan para bu güne yazılır"
        />
      )}
      {day <= today && closing && (
        <Door
          href={`/kasa?gunsonu=${closing.day}`}
          word="Gün kapandı"
          value={`Fark: ${differenceWords(readSummary(closing).cash)}`}
        />
      )}
      {day <= today && !closing && me.role === 'owner' && <Door href={`/kasa?gunsonu=${day}`} word="Günü kapat" />}
      <Door href={`/kasa?ay=${monthOf(day)}`} word="Ay ve raporlar" value={formatMonth(monthOf(day))} />
    </nav>
  )
}

const Door = ({ href, word, value }: { href: string; word: string; value?: string }) => (
  <ShopLink
    href={href}
    className="flex min-h-target items-center gap-3 border-line border-b px-gutter py-2 active:bg-do-soft"
  >
    <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-3">
      <span>{word}</span>
      {value && <span className="text-ink-soft">{value}</span>}
    </span>
    <LaterIcon aria-hidden className="size-5 shrink-0" />
  </ShopLink>
)
