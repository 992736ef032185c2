import { expect, test } from 'vitest'
import { isPerson } from '@/lib/accounting/asked-by'
import { monthOf, parsePeriod, periodWords, usualPeriods } from '@/lib/accounting/period'

const today = '2026-11-25'

test('[CA50] a period has a first and a last day, is a year at most, and has begun', () => {
  const error = (from: unknown, to: unknown) => {
    const parsed = parsePeriod(from, to, today)
    return parsed.ok ? null : parsed.error
  }
  expect(error('2026-11-01', '2026-11-30')).toBeNull()
  expect(error('2024-01-01', '2024-12-31')).toBeNull() // 366 days
  expect(error('2024-01-01', '2025-01-01')).toBe('too-long')
  expect(error('1926-11-25', '2026-11-25')).toBe('too-early')
  expect(error('2000-01-01', '2100-01-01')).toBe('too-long')
  expect(error('2026-11-30', '2026-11-01')).toBe('end-before-start')
  expect(error('2026-12-01', '2026-12-31')).toBe('not-yet')
  for (const nonsense of ['', '2026-02-30', '01.11.2026', '9999999999-01-01', undefined, ['2026-11-01'], "'; --"])
    expect(error(nonsense, '2026-11-30')).toBe('not-a-day')
})

test('periods are called what they are', () => {
  expect(periodWords(monthOf('2028-02-10'))).toBe('Şubat 2028')
  expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(periodWords({ from: '2026-01-01', to: '2026-12-31' })).toBe('2026')
  expect(periodWords({ from: '2026-11-03', to: '2026-11-15' })).toBe('3 Kasım 2026 – 15 Kasım 2026')
  expect(usualPeriods('2026-01-15').map(({ period }) => periodWords(period))).toEqual([
    'Ocak 2026',
    'Aralık 2025',
    '2026',
    '2025',
  ])
})

test('[CA55] a program that fetches a link to show a picture of it is no accountant', () => {
  for (const program of [
    'WhatsApp/2.23.20.0',
    'TelegramBot (like TwitterBot)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  ])
    expect(isPerson(program), program).toBe(false)
})

test('[CA55] whoever opens a link inside the app by which he was sent it is one', () => {
  const android = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36'
  for (const person of [
    null,
    android,
    `${android} Telegram-Android/11.2.0 (Xiaomi 2201117TY; Android 15; SDK 35; AVERAGE)`,
    `${android} [FB_IAB/WhatsApp;FBAV/2.25.1;]`,
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Electron/38.0 Safari/537.36 Slack_SSB/4.46',
    'Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; Android 10; CUBOT_NOTE_20) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36',
  ])
    expect(isPerson(person), String(person)).toBe(true)
})
