'use client'

import { ShopLink } from '@/components/shop/router'
import { useLive, useShop, useUnconfirmed } from '@/components/shop/shop-context'
import { Button, ButtonLink } from '@/components/ui/button'
import { LaterIcon, LockIcon, ShareIcon, WhatsAppIcon } from '@/components/ui/icons'
import { type DayClosing, readSummary } from '@/lib/cash/day-closing'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import { mirror, rowKey } from '@/lib/sync/browser/database'
import { MoneyRows } from '../money-rows'
import { chairWords, closingMessage, daysWords, differenceWords, expectedRows, otherRows, salesRows } from './day-words'
import { RefusedClosings } from './refused-closings'

/** A closed day as it was written, on one screen and as one message. */
export function ClosedDay({ closing }: { closing: DayClosing }) {
  const { shop } = useShop()
  const unconfirmed = useUnconfirmed().has(rowKey('day_closings', closing.id))
  const summary = readSummary(closing)
  const { cash, staff, late } = summary
  const text = closingMessage(shop.name, summary, closing.reason)
  const share = () => navigator.share({ text }).catch(() => {}) // closed again without sending: nothing to say
  return (
    <div className="flex flex-1 flex-col gap-5 px-gutter py-4">
      <RefusedClosings />
      <div>
        <h2 className="text-name font-semibold">{daysWords(summary)}</h2>
        <p className="flex items-start gap-1.5 text-ink-soft">
          <LockIcon aria-hidden className="mt-1 size-4 shrink-0" />
          <span>
            {formatDay(dayOf(closing.eventAt, shop.zone))} {formatTime(closing.eventAt, shop.zone)} kapandı
            {unconfirmed && '; internet gelince kesinleşir'}
          </span>
        </p>
      </div>
      <section aria-label="Satış ve gider">
        <MoneyRows rows={[...salesRows(summary), ...otherRows(summary)]} />
        {late > 0 && <p className="mt-1 text-ink-soft">{late} kayıt kapanmış günlerden sonradan geldi.</p>}
      </section>
      <section aria-label="Kasa sayımı" className="border-line border-t pt-4">
        <MoneyRows rows={[...expectedRows(summary), { word: 'Sayılan', amount: cash.counted }]} />
        <p
          className={`my-2 rounded-control px-3 py-2 font-semibold ${cash.difference === 0 ? 'bg-do-soft' : 'bg-look-soft'}`}
        >
          Fark: {differenceWords(cash)}
          {closing.reason && <span className="block font-normal">{closing.reason}</span>}
        </p>
        <MoneyRows
          rows={[
            { word: 'Kasadan alınan', amount: cash.taken },
            { word: 'Yarına kalan', amount: cash.left },
          ]}
        />
      </section>
      {staff.length > 0 && (
        <section aria-label="Hakediş" className="border-line border-t pt-4">
          <h3 className="font-semibold">Hakediş</h3>
          <ul>
            {staff.map(chair => (
              <li key={chair.id} className="py-1">
                {chair.name}: {chairWords(chair)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="text-ink-soft">Kapanan gün değişmez. Bir yanlış varsa düzeltmesi açık güne yazılır.</p>
      <div className="flex flex-col gap-2">
        <ButtonLink
          href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          target="_blank"
          rel="noopener"
          variant="do"
          full
          icon={<WhatsAppIcon />}
        >
          WhatsApp’tan gönder
        </ButtonLink>
        {'share' in navigator && (
          <Button full icon={<ShareIcon />} onClick={share}>
            Başka yolla paylaş
          </Button>
        )}
      </div>
      <Earlier closing={closing} />
    </div>
  )
}

/** The closed days before this one. */
function Earlier({ closing: { day } }: { closing: DayClosing }) {
  const earlier = useLive(
    database => mirror<DayClosing>(database, 'day_closings').where('day').below(day).reverse().limit(30).toArray(),
    [day],
  )
  if (!earlier || earlier.length === 0) return null
  return (
    <details className="border-line border-t">
      <summary className="flex min-h-target cursor-pointer items-center">Önceki gün sonları</summary>
      <ul className="-mx-gutter">
        {earlier.map(closing => {
          const { cash } = readSummary(closing)
          return (
            <li key={closing.id}>
              <ShopLink
                href={`/kasa?gunsonu=${closing.day}`}
                className="flex min-h-target items-center gap-3 border-line border-b px-gutter py-2 active:bg-do-soft"
              >
                <span className="min-w-0 flex-1">
                  {formatDay(closing.day)}
                  <span className="block text-small text-ink-soft">Fark: {differenceWords(cash)}</span>
                </span>
                <span className="font-semibold">{formatMoney(cash.counted)}</span>
                <LaterIcon aria-hidden className="size-5 shrink-0" />
              </ShopLink>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
