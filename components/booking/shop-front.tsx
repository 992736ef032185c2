import { duration } from '@/components/appointments/words'
import { hoursWords } from '@/components/settings/hours/hours-words'
import { askedPath } from '@/lib/booking/asked'
import { hoursOn, type UnusualDay, usualWeek } from '@/lib/booking/opening-hours'
import { onlineServices, type ShopBook } from '@/lib/booking/shop-book'
import { type Day, formatDay } from '@/lib/kernel/zone'
import { trades } from '@/lib/tenants/trades'
import { WaysToShop } from './page-frame'
import { PlainLink, TextLink } from './plain-button'
import { PlainOnIcon } from './plain-icons'
import { holidaysWords, priceWords, weekWords } from './words'

interface ShopFrontProps {
  book: ShopBook
  slug: string
  today: Day
  /** Coming days that are not like any such weekday, today perhaps among them. */
  unusual: readonly UnusualDay[]
}

const MOST_DAYS = 6

/** What hangs in the shop's window: who it is, what it does for how much, when it is open, and the way to an appointment. */
export function ShopFront({ book, slug, today, unusual }: ShopFrontProps) {
  const { shop } = book
  const services = onlineServices(book)
  const bookable = services.length > 0 && book.staff.length > 0
  return (
    <div className="mx-auto flex min-h-dvh max-w-lg flex-col px-gutter lg:max-w-4xl">
      <header className="flex flex-col gap-1 pt-7 pb-5">
        <h1 className="text-number font-bold tracking-tight text-balance">{shop.name}</h1>
        <p className="text-ink-soft">{trades[shop.trade]}</p>
        {shop.address && <p>{shop.address}</p>}
        <p className="pb-3">
          <Today book={book} today={today} unusual={unusual} />
        </p>
        <WaysToShop shop={shop} />
      </header>

      <main className="flex flex-1 flex-col gap-8 lg:grid lg:grid-cols-2 lg:items-start lg:gap-12">
        <section aria-labelledby="hizmetler">
          <h2 id="hizmetler" className="pb-1 text-name font-semibold">
            Hizmetler
          </h2>
          <ul className="-mx-gutter border-line border-t lg:mx-0">
            {services.map(({ id, name, minutes, price }) => (
              <li key={id} className="border-line border-b">
                <a
                  href={askedPath(slug, { serviceIds: [id] })}
                  className="flex min-h-16 flex-wrap items-center gap-x-3 px-gutter py-2 active:bg-do-soft"
                >
                  <span className="min-w-0 flex-1 basis-28">
                    <span className="block text-name">{name}</span>
                    <span className="block text-ink-soft">{duration(minutes)}</span>
                  </span>
                  <span className="ml-auto text-name whitespace-nowrap">{priceWords(price)}</span>
                  <span className="-mr-1.5 text-ink-soft">
                    <PlainOnIcon />
                  </span>
                </a>
              </li>
            ))}
          </ul>
          {!bookable && <p className="pt-3">Bu dükkândan internetten randevu alınamıyor; arayın ya da uğrayın.</p>}
        </section>

        <section aria-labelledby="saatler" className="flex flex-col gap-3">
          <h2 id="saatler" className="text-name font-semibold">
            Çalışma saatleri
          </h2>
          <Lines lines={weekWords(usualWeek(book)).map(({ days, hours }) => [days, hours])} />
          {unusual.some(({ day }) => day !== today) && (
            <>
              <h3 className="pt-1 font-semibold">Farklı günler</h3>
              <Lines
                lines={unusual
                  .filter(({ day }) => day !== today)
                  .slice(0, MOST_DAYS)
                  .map(one => [
                    [formatDay(one.day), holidaysWords(one)].filter(Boolean).join(', '),
                    hoursWords(one.ranges),
                  ])}
              />
            </>
          )}
        </section>
      </main>

      <footer className="flex flex-wrap items-center justify-between gap-x-6 pt-6 text-small text-ink-soft">
        <TextLink href={`/d/${slug}/aydinlatma`}>Kişisel verileriniz</TextLink>
        <p className="py-3">Randevu defteri: Siftah</p>
      </footer>
      {/* Under the thumb however far one reads. */}
      {bookable && (
        <nav
          aria-label="Randevu"
          className="sticky bottom-0 -mx-gutter border-line border-t bg-paper px-gutter pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
        >
          <PlainLink href={askedPath(slug, {})} variant="do" full>
            Randevu al
          </PlainLink>
        </nav>
      )}
    </div>
  )
}

function Today({ book, today, unusual }: Pick<ShopFrontProps, 'book' | 'today' | 'unusual'>) {
  const hours = hoursOn(book, today)
  const why = unusual.find(({ day }) => day === today)
  const holiday = why && holidaysWords(why)
  return (
    <>
      <strong className="font-semibold">Bugün {hoursWords(hours)}</strong>
      {holiday && ` (${holiday})`}
    </>
  )
}

const Lines = ({ lines }: { lines: readonly (readonly [string, string])[] }) => (
  <dl className="flex flex-col gap-1.5">
    {lines.map(([what, when]) => (
      <div key={what} className="flex flex-wrap justify-between gap-x-4">
        <dt>{what}</dt>
        <dd className="text-ink-soft">{when}</dd>
      </div>
    ))}
  </dl>
)
