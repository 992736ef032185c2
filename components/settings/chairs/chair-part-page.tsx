'use client'

import type { ComponentType } from 'react'
import { useLive } from '@/components/shop/shop-context'
import { everyChair } from '@/lib/appointments/browser/chairs'
import { SpecialHoursList } from '../hours/special-hours-list'
import { TimeOffList } from '../hours/time-off-list'
import { SettingsPage } from '../settings-page'
import { ChairServices } from './chair-services'
import { ChairShare } from './chair-share'

const UP = '/ayarlar/calisanlar'

const parts = {
  isler: { title: 'Yaptığı işler', Content: ChairServices },
  saatler: { title: 'Farklı saatler', Content: SpecialHoursList },
  hakedis: { title: 'Hakediş', Content: ChairShare },
  izin: { title: 'İzin', Content: TimeOffList },
} satisfies Record<string, { title: string; Content: ComponentType<{ staffId: string }> }>

type ChairPart = keyof typeof parts

export const isChairPart = (name: string): name is ChairPart => Object.hasOwn(parts, name)

/** One of the things in which a chair differs. */
export function ChairPartPage({ id, part }: { id: string; part: ChairPart }) {
  const chairs = useLive(everyChair)
  const chair = chairs?.find(one => one.id === id && !one.archivedAt)
  const { title, Content } = parts[part]
  if (!chairs) return null
  if (!chair)
    return (
      <SettingsPage title={title} up={UP}>
        Bu çalışan artık listede değil.
      </SettingsPage>
    )
  return (
    <SettingsPage title={title} up={`${UP}/${id}`}>
      <p className="text-name">{chair.name}</p>
      <Content staffId={id} />
    </SettingsPage>
  )
}
