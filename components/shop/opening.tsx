'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import type { OpeningState } from './use-open-shop'

/** What stands where the view will be, until the shop is open. */
export function Opening({ opening }: { opening: Exclude<OpeningState, { phase: 'open' }> }) {
  return (
    <main className="flex flex-1 flex-col justify-center gap-4 p-4">
      {opening.phase === 'no-storage' && (
        <Notice
          tone="look"
          title="Bu tarayıcı kayıt tutmuyor"
          actions={<Button onClick={() => location.reload()}>Yeniden dene</Button>}
        >
          <p>Gizli pencereden çıkın ya da telefonda yer açın. Sunucudaki kayıtlarınız yerinde duruyor.</p>
        </Notice>
      )}
      {opening.phase === 'logged-out' && (
        <Notice title="Giriş için internet gerekiyor">
          <p>Bağlantı gelince giriş sayfası kendiliğinden açılır.</p>
        </Notice>
      )}
      {opening.phase === 'downloading' && opening.trouble === 'none' && (
        <Progress label="Dükkânınız telefona iniyor" done={opening.rows} />
      )}
      {opening.phase === 'downloading' && opening.trouble === 'unreachable' && (
        <Notice title="İnternet bekleniyor">
          <p>
            İlk açılışta dükkânınız telefona iner. Bağlantı gelince kendiliğinden sürer; sonra internetsiz de
            çalışırsınız.
          </p>
        </Notice>
      )}
      {opening.phase === 'downloading' && opening.trouble === 'not-logged-in' && (
        <Notice title="Oturumunuz kapanmış" actions={<ButtonLink href="/giris">Giriş yap</ButtonLink>} />
      )}
    </main>
  )
}
