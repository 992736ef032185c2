import { duration } from '@/components/appointments/words'
import { MOST_SERVICES } from '@/lib/booking/asked'
import { onlineServices, type ShopBook } from '@/lib/booking/shop-book'
import { Say } from './page-frame'
import { SendButton } from './plain-button'
import { priceWords } from './words'

interface ChooseServicesProps {
  book: ShopBook
  slug: string
  /** The form was sent with nothing chosen. */
  none: boolean
}

/** What shall be done: one thing or several at once. */
export function ChooseServices({ book, slug, none }: ChooseServicesProps) {
  const services = onlineServices(book)
  if (services.length === 0) return <p>Bu dükkândan internetten randevu alınamıyor; arayın ya da uğrayın.</p>
  return (
    <form action={`/d/${slug}/randevu`} className="flex flex-1 flex-col gap-4">
      {none && <Say>En az bir hizmet seçin.</Say>}
      {services.length > 1 && (
        <p className="text-ink-soft">Birden çok seçebilirsiniz, en çok {MOST_SERVICES}; arka arkaya yapılır.</p>
      )}
      <ul className="-mx-gutter flex-1 border-line border-t">
        {services.map(({ id, name, minutes, price }) => (
          <li key={id} className="border-line border-b">
            <label className="flex min-h-16 flex-wrap items-center gap-x-4 px-gutter py-2 has-checked:bg-do-soft">
              <input type="checkbox" name="hizmet" value={id} className="size-6 shrink-0 accent-do" />
              <span className="min-w-0 flex-1 basis-28">
                <span className="block text-name">{name}</span>
                <span className="block text-ink-soft">{duration(minutes)}</span>
              </span>
              <span className="ml-auto text-name whitespace-nowrap">{priceWords(price)}</span>
            </label>
          </li>
        ))}
      </ul>
      <input type="hidden" name="secim" value="1" />
      <div className="sticky bottom-0 -mx-gutter border-line border-t bg-paper px-gutter pt-3 pb-3">
        <SendButton>Devam</SendButton>
      </div>
    </form>
  )
}
