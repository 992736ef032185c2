'use client'

import { useEffect, useState } from 'react'
import { ShopLink } from '@/components/shop/router'
import { useLive, useShop } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { LaterIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { Notice } from '@/components/ui/notice'
import { dayOf, formatDay, formatTime, toInstant } from '@/lib/kernel/zone'
import { waitingCommands } from '@/lib/sync/browser/outbox'

/** What this phone keeps, what it has not sent, and whether the browser may throw it away. */
export function PhonePage() {
  const { shop } = useShop()
  const waiting = useLive(waitingCommands)
  const heardAt = useLive(database => database.standings.get('standing'))?.heardAt
  const heard = heardAt ? toInstant(new Date(heardAt)) : null
  return (
    <>
      <ul className="-mx-gutter">
        <li>
          <ListRow
            title="Sunucudan son haber"
            detail={heard ? `${formatDay(dayOf(heard, shop.zone))} ${formatTime(heard, shop.zone)}` : 'henüz yok'}
          />
        </li>
        <li>
          <ShopLink href="/gonderilecekler" className="block active:bg-do-soft">
            <ListRow
              title="Gönderilecekler"
              detail={waiting && waiting.length > 0 ? `${waiting.length} kayıt bekliyor` : 'bekleyen kayıt yok'}
              value={<LaterIcon className="text-ink-soft" />}
            />
          </ShopLink>
        </li>
      </ul>
      <Persistence />
    </>
  )
}

/** Browsers may clear what pages keep, unless they have promised not to. */
function Persistence() {
  const [state, setState] = useState<'asking' | 'kept' | 'may-go' | 'refused'>('asking')
  useEffect(() => {
    navigator.storage.persisted().then(kept => setState(kept ? 'kept' : 'may-go'), reportError)
  }, [])

  const ask = async () => setState((await navigator.storage.persist()) ? 'kept' : 'refused')
  if (state === 'asking') return null
  if (state === 'kept') return <p>Telefon bu kayıtları kendiliğinden silmez.</p>
  return (
    <Notice
      title="Telefon yer açmak için kopyayı silebilir"
      actions={state === 'may-go' && <Button onClick={ask}>Kalıcı yap</Button>}
    >
      <p>
        {state === 'may-go'
          ? 'Gönderilmiş kayıtlarınız sunucudadır, onlara bir şey olmaz.'
          : 'Tarayıcı şimdilik söz vermedi. Uygulamayı ana ekrana kurarsanız kopyayı korur.'}
      </p>
    </Notice>
  )
}
