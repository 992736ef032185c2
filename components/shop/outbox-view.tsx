'use client'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { TopBar } from '@/components/ui/top-bar'
import { dayOf, formatDay, formatTime } from '@/lib/kernel/zone'
import type { OutboxEntry } from '@/lib/sync/browser/database'
import { dismissRefused, refusedCommands, sendAgain, waitingCommands } from '@/lib/sync/browser/outbox'
import { commandWords, rejectionSentences } from './command-words'
import { navigate } from './router'
import { useLive, useShop, useTold } from './shop-context'

/** What has not reached the server: what, when, why, and what can be done. */
export function OutboxView() {
  const { database } = useShop()
  const told = useTold()
  const refused = useLive(refusedCommands)
  const waiting = useLive(waitingCommands)
  if (!refused || !waiting) return null

  return (
    <>
      <TopBar title="Gönderilecekler" back={() => navigate('/bugun')} />
      <main className="flex flex-col gap-4 p-4">
        {refused.map(entry => (
          <Notice
            key={entry.seq}
            tone="look"
            title={commandWords(entry.name, entry.args)}
            actions={
              <>
                <Button variant="do" onClick={() => told(() => sendAgain(database, entry.seq!))}>
                  Yeniden dene
                </Button>
                <Button onClick={() => told(() => dismissRefused(database, entry.seq!))}>Vazgeç</Button>
              </>
            }
          >
            <p>{entry.reason && rejectionSentences[entry.reason]}</p>
            <When entry={entry} />
          </Notice>
        ))}
        {waiting.length > 0 && (
          <section className="flex flex-col gap-2">
            <h2 className="font-semibold">{waiting.length} kayıt gönderilmeyi bekliyor</h2>
            <p className="text-ink-soft">Hepsi bu telefonda. Bağlantı gelince kendiliğinden gider.</p>
            <ul className="flex flex-col">
              {waiting.map(entry => (
                <li key={entry.seq} className="border-line border-b py-3">
                  <p>{commandWords(entry.name, entry.args)}</p>
                  <When entry={entry} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {refused.length + waiting.length === 0 && (
          <EmptyState text="Bekleyen bir şey yok. Bütün kayıtlarınız sunucuda." />
        )}
      </main>
    </>
  )
}

function When({ entry }: { entry: OutboxEntry }) {
  const { shop } = useShop()
  return (
    <p className="text-ink-soft text-small">
      {formatDay(dayOf(entry.eventAt, shop.zone))} {formatTime(entry.eventAt, shop.zone)}
    </p>
  )
}
