'use client'

import { useState } from 'react'
import { useNow } from '@/components/appointments/use-now'
import { useLive, useSend, useShop, useUnconfirmed } from '@/components/shop/shop-context'
import { EmptyState } from '@/components/ui/empty-state'
import { OpenIcon } from '@/components/ui/icons'
import { PendingDot } from '@/components/ui/pending-dot'
import { Sheet } from '@/components/ui/sheet'
import { Switch } from '@/components/ui/switch'
import { messageSettings } from '@/lib/messages/browser/own-messages'
import { setMessageRules } from '@/lib/messages/set-rules'
import { ChoiceList } from '../choice-list'
import { MessageCosts } from './message-costs'
import { caps, planChoices, planHint, planWords } from './message-words'
import { useChannelsHere } from './use-channels-here'

/** How the shop writes to its customers: by what, when it reminds, and what it may cost in a month. */
export function MessagesPage() {
  const { shop } = useShop()
  const send = useSend()
  const now = useNow()
  const unconfirmed = useUnconfirmed()
  const here = useChannelsHere()
  const [asked, setAsked] = useState<'plan' | 'cap' | null>(null)
  const read = useLive(async db => ({ settings: await messageSettings(db, shop.id) }), [shop.id])
  if (!read) return null
  const { settings } = read
  if (!settings) return <EmptyState text="Mesaj ayarları henüz bu telefona inmedi. İnternete bağlanınca görünür." />
  const change = (changed: object) => send(setMessageRules, { id: shop.id, ...changed })
  const paid = settings.plan !== 'own' && settings.plan !== 'none'
  return (
    <>
      <p className="text-ink-soft">
        Randevu alan müşteriye haber gider: yazıldı, değişti, iptal oldu. Yalnız randevu ve borç bilgisi gönderilir,
        tanıtım gönderilmez. Akşam 21.00 ile sabah 09.00 arasında kimseye yazılmaz.{' '}
        {unconfirmed.has(`message_settings/${settings.id}`) && <PendingDot />}
      </p>
      <ul className="-mx-gutter">
        <Asked question="Mesajlar nasıl gitsin?" answer={planWords[settings.plan]} onOpen={() => setAsked('plan')} />
        {paid && (
          <Asked
            question="Ayda en çok kaç ücretli mesaj?"
            answer={`${settings.monthlyCap} mesaj`}
            onOpen={() => setAsked('cap')}
          />
        )}
      </ul>
      <p className="text-ink-soft">{planHint(settings.plan, here)}</p>
      <section aria-label="Hatırlatma">
        <h2 className="font-semibold">Hatırlatma</h2>
        <Switch
          label="Randevudan 1 gün önce"
          checked={settings.remindDayBefore}
          onChange={remindDayBefore => void change({ remindDayBefore })}
        />
        <Switch
          label="Randevudan 2 saat önce"
          checked={settings.remindTwoHours}
          onChange={remindTwoHours => void change({ remindTwoHours })}
        />
      </section>
      <MessageCosts settings={settings} here={here} now={now} />
      {here?.inbox && (
        <a href="/gelen-kutusu" className="flex min-h-target items-center text-do underline underline-offset-4">
          Deneme gelen kutusunu aç
        </a>
      )}
      {asked === 'plan' && (
        <Sheet open title="Mesajlar nasıl gitsin?" onClose={() => setAsked(null)}>
          <ChoiceList
            choices={planChoices(here, settings.plan)}
            value={settings.plan}
            onChoose={plan => {
              setAsked(null)
              void change({ plan })
            }}
          />
        </Sheet>
      )}
      {asked === 'cap' && (
        <Sheet open title="Ayda en çok kaç ücretli mesaj?" onClose={() => setAsked(null)}>
          <ChoiceList
            choices={caps}
            value={settings.monthlyCap}
            onChoose={monthlyCap => {
              setAsked(null)
              void change({ monthlyCap })
            }}
          />
        </Sheet>
      )}
    </>
  )
}

function Asked({ question, answer, onOpen }: { question: string; answer: string; onOpen: () => void }) {
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-16 w-full items-center gap-3 border-line border-b px-gutter py-2 text-left active:bg-do-soft"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-ink-soft">{question}</span>
          <span className="block text-name">{answer}</span>
        </span>
        <OpenIcon className="shrink-0 text-ink-soft" />
      </button>
    </li>
  )
}
