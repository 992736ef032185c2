'use client'

import type { ComponentType } from 'react'
import { InstallHint } from '@/components/shop/install-hint'
import { LogOut } from '@/components/shop/log-out'
import { navigate, ShopLink, usePath } from '@/components/shop/router'
import { useShop } from '@/components/shop/shop-context'
import { LaterIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { TopBar } from '@/components/ui/top-bar'
import { ChairPage } from './chair-page'
import { ChairsPage } from './chairs-page'
import { PhonePage } from './phone-page'
import { ServicesPage } from './services-page'
import { SettingsPage } from './settings-page'
import { ShopPage } from './shop-page'

interface Page {
  title: string
  Content: ComponentType<{ id: string }>
  ownerOnly?: boolean
}

const pages: Record<string, Page> = {
  hizmetler: { title: 'Hizmetler', Content: ServicesPage, ownerOnly: true },
  calisanlar: { title: 'Çalışanlar ve saatler', Content: ChairsPage, ownerOnly: true },
  dukkan: { title: 'Dükkân', Content: ShopPage },
  telefon: { title: 'Telefondaki kayıtlar', Content: PhonePage },
  cikis: { title: 'Çıkış yap', Content: LogOut },
}

/** Ayarlar, and the pages behind it: `/ayarlar/calisanlar`, `/ayarlar/calisanlar/<id>`. */
export function SettingsView() {
  const { me } = useShop()
  const [, , name = '', id = ''] = usePath()?.split('/') ?? []
  const page = pages[name]
  if (!page || (page.ownerOnly && me.role !== 'owner')) return <Menu />
  if (name === 'calisanlar' && id !== '') return <ChairPage key={id} id={id} />
  return (
    <SettingsPage title={page.title}>
      <page.Content id={id} />
    </SettingsPage>
  )
}

function Menu() {
  const { shop, me } = useShop()
  const shown = Object.entries(pages).filter(([, page]) => !page.ownerOnly || me.role === 'owner')
  return (
    <>
      <TopBar title="Ayarlar" back={() => navigate('/bugun')} />
      <main className="flex w-full max-w-2xl flex-col">
        <p className="px-gutter py-3 text-ink-soft">
          {shop.name} · {me.name}
        </p>
        <ul className="border-line border-t">
          {shown.map(([name, page]) => (
            <li key={name}>
              <ShopLink href={`/ayarlar/${name}`} className="block active:bg-do-soft">
                <ListRow title={page.title} value={<LaterIcon className="text-ink-soft" />} />
              </ShopLink>
            </li>
          ))}
        </ul>
        <div className="p-gutter empty:hidden">
          <InstallHint />
        </div>
      </main>
    </>
  )
}
