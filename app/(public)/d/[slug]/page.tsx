import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ShopFront } from '@/components/booking/shop-front'
import { asScriptText, shopData } from '@/lib/booking/json-ld'
import { unusualDays } from '@/lib/booking/opening-hours'
import { env } from '@/lib/env/server'
import { dayOf, toInstant } from '@/lib/kernel/zone'
import { trades } from '@/lib/tenants/trades'
import { Unreachable } from '../../unreachable'
import { shopAt } from './shop'

interface Props {
  params: Promise<{ slug: string }>
}

/** Days ahead in which unusual hours are worth knowing. */
const DAYS = 45

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shown = await shopAt(params)
  if (!shown) return {}
  const { book, url } = shown
  const { name, trade, address } = book.shop
  const title = `${name}: randevu`
  const description = [`${trades[trade]}.`, address && `${address}.`, 'Boş saatlere bakın, randevunuzu kendiniz alın.']
    .filter(Boolean)
    .join(' ')
  const image = { url: `${env.APP_URL}/paylasim.png`, width: 1200, height: 630, alt: 'Randevunuzu kendiniz alın' }
  return {
    title: { absolute: title },
    description,
    alternates: { canonical: url },
    openGraph: { type: 'website', locale: 'tr_TR', siteName: name, title, description, url, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}

export default async function ShopPage({ params }: Props) {
  const shown = await shopAt(params)
  if (!shown) return <Unreachable />
  const { book, slug, url } = shown
  const today = dayOf(toInstant(new Date()), book.shop.zone)
  const unusual = unusualDays(book, today, DAYS)
  return (
    <>
      <script
        type="application/ld+json"
        nonce={nonceOf((await headers()).get('content-security-policy'))}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: data, written so that it cannot end the element
        dangerouslySetInnerHTML={{ __html: asScriptText(shopData(book, url, unusual)) }}
      />
      <ShopFront book={book} slug={slug} today={today} unusual={unusual} />
    </>
  )
}

/** Data is not run, and needs no nonce; a browser that holds it for a script would complain without. */
const nonceOf = (policy: string | null) => policy?.match(/'nonce-([^']+)'/)?.[1]
