'use client'

import type { ReactNode } from 'react'
import { navigate } from '@/components/shop/router'
import { TopBar } from '@/components/ui/top-bar'

interface SettingsPageProps {
  title: string
  /** Where "Geri" goes. */
  up?: string
  children: ReactNode
}

/** The frame of a page behind Ayarlar. */
export function SettingsPage({ title, up = '/ayarlar', children }: SettingsPageProps) {
  return (
    <>
      <TopBar title={title} back={() => navigate(up)} />
      <main className="flex w-full max-w-2xl flex-1 flex-col gap-4 px-gutter py-4">{children}</main>
    </>
  )
}
