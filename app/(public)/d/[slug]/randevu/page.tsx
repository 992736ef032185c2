import { cookies } from 'next/headers'
import { duration } from '@/components/appointments/words'
import { ChooseServices } from '@/components/booking/choose-services'
import { ChooseTime } from '@/components/booking/choose-time'
import { ChooseWho } from '@/components/booking/choose-who'
import { PageFrame, Say, WaysToShop } from '@/components/booking/page-frame'
import { priceWords } from '@/components/booking/words'
import { ANYBODY, type Asked, askedPath, nextQuestion, type Question, readAsked } from '@/lib/booking/asked'
import { keptBy, newToken } from '@/lib/booking/server/hold-time'
import { type TimesToChoose, timesToChoose } from '@/lib/booking/server/times-to-choose'
import type { ShopBook } from '@/lib/booking/shop-book'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { orElse } from '../../../post'
import { newsOf } from '../../../sentences'
import { Unreachable } from '../../../unreachable'
import { KEPT } from '../kept'
import { shopAt } from '../shop'

export const metadata = { title: 'Randevu al', robots: { index: false } }

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const titles = { services: 'Ne yaptıracaksınız?', who: 'Kime?', when: 'Ne zaman?', nobody: 'Bunlar birlikte olmuyor' }

/** What, by whom, when: one question at a time, and the answers so far in the address. */
export default async function BookPage({ params, searchParams }: Props) {
  const shown = await shopAt(params)
  if (!shown) return <Unreachable />
  const { book, slug } = shown
  const query = await searchParams
  const asked = readAsked(name => [query[name] ?? []].flat(), book)
  const question = nextQuestion(asked, book)
  const news = newsOf(query.haber, book.shop)
  return (
    <PageFrame shop={book.shop} back={backOf(slug, asked, question, book)} title={titles[question.ask]}>
      {news && <Say>{news}</Say>}
      {question.ask !== 'services' && <Chosen book={book} asked={asked} />}
      {question.ask === 'services' && <ChooseServices book={book} slug={slug} none={query.secim === '1'} />}
      {question.ask === 'who' && <ChooseWho book={book} slug={slug} asked={asked} {...question} />}
      {question.ask === 'when' && <When book={book} slug={slug} asked={asked} parts={question.parts} />}
      {question.ask === 'nobody' && (
        <>
          <p>Seçtiklerinizin hepsini yapan biri yok. Ayrı ayrı randevu alın ya da dükkânı arayın.</p>
          <WaysToShop shop={book.shop} />
        </>
      )}
    </PageFrame>
  )
}

/** The question before this one that had more than one answer. */
function backOf(slug: string, asked: Asked, question: Question, book: ShopBook): string {
  if (question.ask === 'services') return `/d/${slug}`
  const unsaid = { ...asked, who: null, day: null }
  if (question.ask === 'when' && nextQuestion(unsaid, book).ask === 'who') return askedPath(slug, unsaid)
  return askedPath(slug, {})
}

/** The answers so far, in one line. */
function Chosen({ book, asked: { serviceIds, who } }: { book: ShopBook; asked: Asked }) {
  const services = book.services.filter(({ id }) => serviceIds.includes(id))
  const chair = book.staff.find(({ id }) => id === who)?.name ?? (who === ANYBODY && 'Fark etmez')
  const [only] = services
  return (
    <p className="text-ink-soft">
      {[
        services.map(({ name }) => name).join(', '),
        services.length === 1 && who === null && duration(only!.minutes),
        services.length === 1 && who === null && priceWords(only!.price),
        chair,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}

type WhenProps = { book: ShopBook; slug: string; asked: Asked } & Pick<Extract<Question, { ask: 'when' }>, 'parts'>

async function When({ book, slug, asked, parts }: WhenProps) {
  const now = toInstant(new Date())
  const kept = (await cookies()).get(KEPT)?.value ?? null
  const times = await orElse<TimesToChoose | null>(
    async () => timesToChoose(book, { parts, now, own: await keptBy(kept, book) }, asked.day),
    () => null,
  )
  if (!times) return <Unreachable />
  const [{ staffId: chair } = { staffId: null }] = parts
  return (
    <ChooseTime
      book={book}
      times={times}
      today={dayOf(now, book.shop.zone)}
      dayPath={day => askedPath(slug, { ...asked, day })}
      action={`/d/${slug}/tut`}
    >
      {asked.serviceIds.map(id => (
        <input key={id} type="hidden" name="hizmet" value={id} />
      ))}
      <input type="hidden" name="kim" value={chair ?? ANYBODY} />
      <input type="hidden" name="anahtar" value={newToken()} />
    </ChooseTime>
  )
}
