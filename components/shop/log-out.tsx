'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { saveFile } from '@/lib/files/browser/save-file'
import { logOut, unsentAsFile, unsentOf } from '@/lib/tenants/browser/log-out'
import { ShopLink } from './router'
import { useLive, useShop } from './shop-context'

/** Logging out wipes the phone. With something unsent it is refused, and the two ways to keep it are offered. */
export function LogOut() {
  const { shop, me } = useShop()
  const unsent = useLive(() => unsentOf(me.userId), [me.userId])
  const [kept, setKept] = useState(false)
  if (unsent === undefined) return null

  const leave = async () => {
    await logOut(me.userId)
    location.replace('/giris')
  }

  if (unsent.length === 0) {
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

  const elsewhere = unsent.filter(({ tenantId }) => tenantId !== shop.id)
  return (
    <Notice
      tone="look"
      title={`${unsent.reduce((sum, { commands }) => sum + commands, 0)} kayıt henüz gönderilmedi`}
      actions={
        <>
          {elsewhere.length < unsent.length && (
            <ShopLink
              href="/gonderilecekler"
              className="inline-flex min-h-target items-center rounded-control border border-do bg-do px-4 font-semibold text-do-ink"
            >
              Gönder
            </ShopLink>
          )}
          {elsewhere.map(({ tenantId, shopName }) => (
            <ButtonLink key={tenantId} href={`/basla?dukkan=${tenantId}`} prefetch={false}>
              {shopName} dükkânını aç
            </ButtonLink>
          ))}
          <Button
            onClick={async () => {
              saveFile(await unsentAsFile(me.userId), 'siftah-gonderilmeyenler.json')
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
      {elsewhere.map(({ tenantId, shopName, commands }) => (
        <p key={tenantId}>
          {commands} tanesi {shopName} dükkânında. Göndermek için o dükkânı açın.
        </p>
      ))}
    </Notice>
  )
}
