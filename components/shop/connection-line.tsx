'use client'

import type { Standing } from '@/lib/sync/browser/database'
import { ShopLink } from './router'
import { useLive } from './shop-context'
import { useOnline } from './use-online'

/** One quiet line, only when it matters; tapping it tells what waits. */
export function ConnectionLine() {
  const online = useOnline()
  const standing = useLive(database => database.standings.get('standing'))
  const waiting = useLive(database => database.outbox.where('status').equals('pending').count()) ?? 0
  const refused = useLive(database => database.outbox.where('status').equals('rejected').count()) ?? 0

  if (standing?.trouble === 'not-logged-in') {
    return (
      <a href="/giris" className={lineClass}>
        Oturumunuz kapandı — kayıtlarınız telefonda. <b>Giriş yapın</b>
      </a>
    )
  }
  const text = sentence({ online, waiting, refused, trouble: standing?.trouble ?? null })
  return (
    <div role="status">
      {text && (
        <ShopLink href="/gonderilecekler" className={lineClass}>
          {text}
        </ShopLink>
      )}
    </div>
  )
}

const lineClass =
  'flex min-h-10 items-center justify-center border-line border-b bg-card px-4 py-1.5 text-center text-small text-ink'

function sentence(at: {
  online: boolean
  waiting: number
  refused: number
  trouble: Standing['trouble']
}): string | null {
  if (at.refused > 0) return at.refused === 1 ? 'Bir kayıt sizi bekliyor' : `${at.refused} kayıt sizi bekliyor`
  if (at.trouble === 'protocol-too-old') return 'Siftah yenilendi — sayfayı yenileyin, kayıtlarınız telefonda'
  if (at.trouble === 'phone-fault') return 'Telefonda yer kalmamış olabilir — yer açıp uygulamayı yeniden açın'
  if (!at.online || at.trouble === 'unreachable') {
    return at.waiting > 0
      ? `Çevrimdışı — ${at.waiting} kayıt telefonda, gönderilmeyi bekliyor`
      : 'Çevrimdışı — kayıtlarınız telefonda'
  }
  if (at.trouble) return 'Sunucu hazırlanıyor — kayıtlarınız telefonda'
  // One or two are on their way within a blink; a line that flashes at every tap says nothing.
  return at.waiting > 2 ? `${at.waiting} kayıt gönderiliyor` : null
}
