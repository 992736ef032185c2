'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { outboxAsFile } from '@/lib/sync/browser/outbox'
import { logOut, unsentOf } from '@/lib/tenants/browser/log-out'
import { ShopLink } from './router'
import { useLive, useShop } from './shop-context'

/** Logging out wipes the phone. With something unsent it is refused, and the two ways to keep it are offered. */
export function LogOut() {
  const { database, me } = useShop()
  const unsent = useLive(() => unsentOf(me.userId), [me.userId])
  const [kept, setKept] = useState(false)
  if (unsent === undefined) return null

  const leave = async () => {
    await logOut(me.userId)
    location.replace('/giris')
  }

  if (unsent === 0) {
    return (
      <Notice
        title="Çıkış yapılsın mı?"
        actions={
          <Button variant="do" onClick={leave}>
            Çıkış yap
          </Button>
        }
      >
        <p>Kayıtlarınızın bu telefondaki kopyası silinir. Hepsi sunucuda; yeniden girince geri gelir.</p>
      </Notice>
    )
  }

  return (
    <Notice
      tone="look"
      title={`${unsent} kayıt henüz gönderilmedi`}
      actions={
        <>
          <ShopLink
            href="/gonderilecekler"
            className="inline-flex min-h-target items-center rounded-control border border-do bg-do px-4 font-semibold text-do-ink"
          >
            Gönder
          </ShopLink>
          <Button
            onClick={async () => {
              saveAs(await outboxAsFile(database), 'siftah-gonderilmeyenler.json')
              setKept(true)
            }}
          >
            Dosyaya kaydet
          </Button>
          {kept && (
            <Button variant="look" onClick={leave}>
              Dosya bende, yine de çık
            </Button>
          )}
        </>
      }
    >
      <p>Şimdi çıkarsanız bu kayıtlar kaybolur. Önce gönderin ya da dosyaya kaydedin.</p>
    </Notice>
  )
}

function saveAs(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}
