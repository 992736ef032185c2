'use client'

import { useState } from 'react'
import { useLive, useSend, useShop, useUnconfirmed } from '@/components/shop/shop-context'
import { EmptyState } from '@/components/ui/empty-state'
import { OpenIcon } from '@/components/ui/icons'
import { PendingDot } from '@/components/ui/pending-dot'
import { Sheet } from '@/components/ui/sheet'
import { Switch } from '@/components/ui/switch'
import { bookingRules } from '@/lib/appointments/browser/chairs'
import { setBookingRules } from '@/lib/appointments/commands/set-booking-rules'
import { ChoiceList } from './choice-list'
import { answerOf, type Rule, ruleGroups } from './rules'

/** How customers may book by themselves: each rule a question with its answer, changed by a tap. */
export function RulesPage() {
  const { shop } = useShop()
  const send = useSend()
  const unconfirmed = useUnconfirmed()
  const [asked, setAsked] = useState<Rule | null>(null)
  const read = useLive(async database => ({ rules: await bookingRules(database, shop.id) }), [shop.id])
  if (!read) return null
  const { rules } = read
  if (!rules) return <EmptyState text="Kurallar henüz bu telefona inmedi. İnternete bağlanınca görünür." />
  return (
    <>
      <p className="text-ink-soft">
        Müşteriler internet sayfanızdan randevu alırken geçerlidir. Siz deftere istediğiniz zaman yazarsınız.{' '}
        {unconfirmed.has(`booking_rules/${rules.id}`) && <PendingDot />}
      </p>
      {ruleGroups.map(({ title, rules: group }) => (
        <section key={title} aria-label={title}>
          <h2 className="font-semibold">{title}</h2>
          <ul className="-mx-gutter">
            {group
              .filter(rule => rule.counts?.(rules) ?? true)
              .map(rule => (
                <li key={rule.name}>
                  <button
                    type="button"
                    onClick={() => setAsked(rule)}
                    className="flex min-h-16 w-full items-center gap-3 border-line border-b px-gutter py-2 text-left active:bg-do-soft"
                  >
                    <span className="min-w-0 flex-1">
                      <span className="block text-ink-soft">{rule.question}</span>
                      <span className="block text-name">{answerOf(rule, rules)}</span>
                    </span>
                    <OpenIcon className="shrink-0 text-ink-soft" />
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <Switch
        label="Müşteri “fark etmez” diyebilir"
        hint="Çalışan seçmezse, o gün işi en az olana yazılır."
        checked={rules.anyStaff}
        onChange={anyStaff => send(setBookingRules, { id: shop.id, anyStaff })}
      />
      {asked && (
        <Sheet open title={asked.question} onClose={() => setAsked(null)}>
          <ChoiceList
            choices={asked.choices}
            value={rules[asked.name]}
            onChoose={value => {
              setAsked(null)
              void send(setBookingRules, { id: shop.id, [asked.name]: value })
            }}
          />
        </Sheet>
      )}
    </>
  )
}
