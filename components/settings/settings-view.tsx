'use client'

import { type ComponentType, Fragment } from 'react'
import { InstallHint } from '@/components/shop/install-hint'
import { LogOut } from '@/components/shop/log-out'
import { navigate, ShopLink, usePath } from '@/components/shop/router'
import { useShop } from '@/components/shop/shop-context'
import { useOnline } from '@/components/shop/use-online'
import { LaterIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { TopBar } from '@/components/ui/top-bar'
import type { Me } from '@/lib/sync/protocol'
import { ChairPage } from './chairs/chair-page'
import { ChairPartPage, isChairPart } from './chairs/chair-part-page'
import { ChairsPage } from './chairs/chairs-page'
import { ClosedDaysPage } from './hours/closed-days-page'
import { MyTimeOffPage } from './hours/my-time-off-page'
import { MessagesPage } from './messages/messages-page'
import { PhonePage } from './phone-page'
import { RulesPage } from './rules-page'
import { ServicesPage } from './services/services-page'
import { SettingsPage } from './settings-page'
import { ShopPage } from './shop-page'

interface Page {
  title: string
  Content: ComponentType<{ id: string }>
  /** Who finds it in the menu; left out: everybody. */
  isFor?: (me: Me) => boolean
}

const owners = (me: Me) => me.role === 'owner'

// In the order in which a shop comes to need them.
const pages: Record<string, Page> = {
  hizmetler: { title: 'Hizmetler', Content: ServicesPage, isFor: owners },
  calisanlar: { title: 'Çalışanlar ve saatler', Content: ChairsPage, isFor: owners },
  izinlerim: { title: 'İzinlerim', Content: MyTimeOffPage, isFor: me => me.role === 'staff' && Boolean(me.staffId) },
  'kapali-gunler': { title: 'Kapalı günler ve tatiller', Content: ClosedDaysPage, isFor: owners },
  kurallar: { title: 'Randevu kuralları', Content: RulesPage, isFor: owners },
  mesajlar: { title: 'Mesajlar', Content: MessagesPage, isFor: owners },
  dukkan: { title: 'Dükkân', Content: ShopPage },
  telefon: { title: 'Telefondaki kayıtlar', Content: PhonePage },
  cikis: { title: 'Çıkış yap', Content: LogOut },
}

const maySee = (page: Page, me: Me) => page.isFor?.(me) ?? true

/** Ayarlar, and the pages behind it: `/ayarlar/calisanlar`, `/ayarlar/calisanlar/<id>`, `/ayarlar/calisanlar/<id>/izin`. */
export function SettingsView() {
  const { me } = useShop()
  const [, , name = '', id = '', part = ''] = usePath()?.split('/') ?? []
  const page = pages[name]
  if (!page || !maySee(page, me)) return <Menu />
  if (name === 'calisanlar' && isChairPart(part)) return <ChairPartPage key={id} id={id} part={part} />
  if (name === 'calisanlar' && id !== '') return <ChairPage key={id} id={id} />
  return (
    <SettingsPage title={page.title}>
      <page.Content id={id} />
    </SettingsPage>
  )
}

function Menu() {
  const { shop, me } = useShop()
  const offline = !useOnline()
  const shown = Object.entries(pages).filter(([, page]) => maySee(page, me))
  const later = <LaterIcon className="text-ink-soft" />
  return (
    <>
      <TopBar title="Ayarlar" back={() => navigate('/bugun')} />
      <main className="flex w-full max-w-2xl flex-col">
        <p className="px-gutter py-3 text-ink-soft">
          {shop.name} · {me.name}
        </p>
        <ul className="border-line border-t">
          {shown.map(([name, page]) => (
            <Fragment key={name}>
              {name === 'dukkan' && me.role !== 'staff' && (
                <li>
                  <a href={`/muhasebe?dukkan=${shop.id}`} className="block active:bg-do-soft">
                    <ListRow title="Muhasebe" detail={offline ? 'internet gerekir' : undefined} value={later} />
                  </a>
                </li>
              )}
              {name === 'telefon' && me.role === 'owner' && (
                <li>
                  <a href={`/veriler?dukkan=${shop.id}`} className="block active:bg-do-soft">
                    <ListRow title="Verilerim" detail={offline ? 'internet gerekir' : 'hepsini indir'} value={later} />
                  </a>
                </li>
              )}
              {name === 'dukkan' && me.role === 'owner' && (
                <li>
                  <a href={`/sayfa?dukkan=${shop.id}`} className="block active:bg-do-soft">
                    <ListRow
                      title="İnternet sayfanız"
                      detail={offline ? 'internet gerekir' : shop.slug ? 'açık' : 'kapalı'}
                      value={later}
                    />
                  </a>
                </li>
              )}
              <li>
                <ShopLink href={`/ayarlar/${name}`} className="block active:bg-do-soft">
                  <ListRow title={page.title} value={later} />
                </ShopLink>
              </li>
            </Fragment>
          ))}
        </ul>
        <div className="p-gutter empty:hidden">
          <InstallHint />
        </div>
      </main>
    </>
  )
}
