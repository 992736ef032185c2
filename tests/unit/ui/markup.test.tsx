import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import LandingPage from '@/app/(public)/page'
import manifest from '@/app/manifest'
import { BottomBar } from '@/components/ui/bottom-bar'
import { Button } from '@/components/ui/button'
import { DayStrip } from '@/components/ui/day-strip'
import { CheckField, RadioGroup, TextField } from '@/components/ui/field'
import { TodayIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { Progress } from '@/components/ui/progress'

const html = (node: ReactNode) => renderToStaticMarkup(node)
const attribute = (markup: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(markup)?.[1]
const nothing = () => {}

describe('a field', () => {
  const markup = html(<TextField label="Telefon" hint="Cep numarası" error="Numara eksik." name="phone" />)

  test('is named by its label', () => {
    expect(attribute(markup, 'for')).toBe(attribute(/<input[^>]*>/.exec(markup)![0], 'id'))
  })

  test('reads its hint and its error out with it', () => {
    const ids = attribute(markup, 'aria-describedby')!.split(' ')
    expect(ids).toHaveLength(2)
    for (const id of ids) expect(markup).toContain(`<p id="${id}"`)
    expect(attribute(markup, 'aria-invalid')).toBe('true')
  })

  test('with nothing wrong claims nothing wrong', () => {
    expect(html(<TextField label="Ad" />)).not.toMatch(/aria-(invalid|describedby)=/)
  })
})

test('choices post with no script: real radio buttons under one name, the default one chosen', () => {
  const choices = [
    { value: 'cash', label: 'Nakit' },
    { value: 'card', label: 'Kart' },
  ] as const
  const markup = html(<RadioGroup label="Ödeme" name="method" choices={choices} defaultValue="card" />)
  expect(markup.match(/type="radio"[^>]*name="method"/g)).toHaveLength(2)
  expect(/<input[^>]*checked=""[^>]*>/.exec(markup)?.[0]).toContain('value="card"')
})

test('a consent is never ticked beforehand', () => {
  expect(html(<CheckField label="Hatırlatma mesajı istiyorum" name="reminders" />)).not.toContain('checked')
})

test('a pending button says that it is busy and keeps the focus', () => {
  const markup = html(<Button pending>Kaydediliyor</Button>)
  expect(attribute(markup, 'aria-busy')).toBe('true')
  expect(attribute(markup, 'aria-disabled')).toBe('true')
  expect(markup).not.toContain(' disabled=')
})

test('the open menu is told to a screen reader, and every menu has its word', () => {
  const items = ['Bugün', 'Müşteriler', 'Kasa'].map((label, i) => ({
    href: `/${i}`,
    label,
    icon: <TodayIcon />,
    active: i === 1,
  }))
  const links = html(<BottomBar items={items} />).match(/<a.*?<\/a>/g)!
  expect(links.map(link => link.replace(/<[^>]*>/g, ''))).toEqual(['Bugün', 'Müşteriler', 'Kasa'])
  expect(links.map(link => attribute(link, 'aria-current'))).toEqual([undefined, 'page', undefined])
})

describe('the day strip', () => {
  const strip = (day: string) => html(<DayStrip day={day} today="2026-11-22" onChange={nothing} />)

  test('names the day and its neighbours, over the end of a month too', () => {
    expect(strip('2026-11-30')).toMatch(
      /aria-label="29 Kasım Pazar".*aria-label="30 Kasım Pazartesi".*aria-label="1 Aralık Salı"/,
    )
  })

  test('offers the way back only from another day', () => {
    expect(strip('2026-11-22')).not.toContain('Bugüne dön')
    expect(strip('2026-11-23')).toContain('Bugüne dön')
  })
})

test('a record that is not sent yet says so in words', () => {
  expect(html(<ListRow title="Ayşe Yılmaz" pending />)).toContain('aria-label="gönderilmeyi bekliyor"')
  expect(html(<ListRow title="Ayşe Yılmaz" />)).not.toContain('gönderilmeyi bekliyor')
})

describe('progress', () => {
  test('shows its counts as they are written in Turkish', () => {
    expect(html(<Progress label="Müşteriler alınıyor" done={1240} total={5000} />)).toContain('1.240 / 5.000')
  })

  test('promises no end that is not known', () => {
    expect(html(<Progress label="Müşteriler alınıyor" done={1240} />)).not.toContain('<progress')
  })
})

test('the landing page lets one in with plain links', () => {
  const markup = html(<LandingPage />)
  for (const path of ['/kayit', '/giris', '/kvkk/aydinlatma']) expect(markup).toContain(`href="${path}"`)
})

test('every icon of the installed app is there in the size it claims', () => {
  const icons = manifest().icons ?? []
  expect(icons.map(icon => icon.purpose)).toContain('maskable')
  for (const { src, sizes } of icons) {
    // A PNG says its width and height in big-endian words at bytes 16 and 20.
    const png = readFileSync(`public${src}`)
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
  }
})
