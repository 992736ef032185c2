'use client'

import { useLive, useShop } from '@/components/shop/shop-context'
import { formatMoney } from '@/lib/kernel/money'
import { dayOf, type Instant, instantAt } from '@/lib/kernel/zone'
import { messagesSince } from '@/lib/messages/browser/own-messages'
import type { ChannelsHere } from '@/lib/messages/channels-here'
import { costOfAppointment, formatCost, spent } from '@/lib/messages/costs'
import { type MessageSettings, plans } from '@/lib/messages/message'
import { planWords } from './message-words'

interface MessageCostsProps {
  settings: MessageSettings
  here: ChannelsHere | null
  now: Instant
}

/** What messages would cost by each way, before it is chosen; and what this month's have cost. */
export function MessageCosts({ settings, here, now }: MessageCostsProps) {
  const { shop } = useShop()
  const since = instantAt(`${dayOf(now, shop.zone).slice(0, 8)}01`, 0, shop.zone)
  const sent = useLive(db => messagesSince(db, since), [since])
  const month = sent && spent(sent)
  return (
    <section aria-label="Ücret">
      <h2 className="font-semibold">Ücret</h2>
      {here && (
        <table className="w-full">
          <caption className="pb-1 text-left text-ink-soft">Bir randevu, seçtiğiniz hatırlatmalarla en çok:</caption>
          <tbody>
            {plans
              .filter(plan => plan !== 'none')
              .map(plan => (
                <tr key={plan} className="border-line border-b">
                  <th scope="row" className="py-2 text-left font-normal">
                    {planWords[plan]}
                  </th>
                  <td className="py-2 text-right whitespace-nowrap">
                    {priceOf(costOfAppointment(plan, settings, here.prices))}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {month && (
        <p className="pt-3">
          Bu ay {month.paid} ücretli mesaj gitti, {month.byHand} mesajı siz gönderdiniz.{' '}
          {month.sums.size > 0 && (
            <>Ücreti: {[...month.sums].map(([currency, sum]) => formatCost(sum, currency)).join(' + ')}.</>
          )}
          {month.open > 0 && <span className="text-ink-soft"> {month.open} mesajın ücreti henüz bildirilmedi.</span>}
        </p>
      )}
    </section>
  )
}

function priceOf(cost: ReturnType<typeof costOfAppointment>): string {
  if (!cost) return 'henüz belli değil'
  if (cost.most === 0) return 'ücretsiz'
  return formatMoney(Math.ceil(cost.most))
}
