import { callTheShop } from '@/components/booking/page-frame'
import type { PublicShop } from '@/lib/booking/shop-book'

/** What may stand in an address as `haber`, and what it tells. */
const news = {
  dolu: () => 'Bu saat artık boş değil. Lütfen başka bir saat seçin.',
  arayin: callTheShop,
  baglanti: () => 'Şu an bağlanamadık. Biraz sonra yeniden deneyin.',
  gec: () => 'Bunun için artık geç; lütfen dükkânı arayın.',
  kapali: () => 'Bu yapılamadı: randevunuz artık değiştirilemiyor.',
  'tanitim-yok': () => 'Kaydettik: size tanıtım mesajı gönderilmeyecek.',
} as const satisfies Record<string, (shop: PublicShop) => string>

export type News = keyof typeof news

/** The sentence of a page that was led to by a form; undefined: none. */
export const newsOf = (word: unknown, shop: PublicShop): string | undefined =>
  typeof word === 'string' && Object.hasOwn(news, word) ? news[word as News](shop) : undefined

export const isGoodNews = (word: unknown) => word === 'tanitim-yok'
