import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Palette = Record<string, string>

const css = readFileSync('app/globals.css', 'utf8')
const coloursIn = (block = ''): Palette =>
  Object.fromEntries([...block.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]))

const light = coloursIn(/@theme \{[^}]*\}/.exec(css)?.[0])
const dark = coloursIn(/prefers-color-scheme: dark\) \{[^}]*\}/.exec(css)?.[0])

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(palette: Palette, text: string, ground: string): number {
  const [darker = 0, lighter = 0] = [text, ground].map(name => luminance(palette[name]!)).sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['paper', 'card', 'do-soft', 'look-soft']
const pairs = (texts: string[], on: string[]) => texts.flatMap(text => on.map(ground => [text, ground] as const))

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s', (_, palette) => {
  test.each([
    ...pairs(['ink'], grounds),
    // A debt is written in brick, an income in turquoise, and a button may carry the sum.
    ...pairs(['do', 'look'], ['paper', 'card']),
    ['do-ink', 'do'] as const,
    ['look-ink', 'look'] as const,
    ['paper', 'ink'] as const,
  ])('names, times and money are readable in sunlight: %s on %s is at least 7:1', (text, ground) => {
    expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(7)
  })

  test.each(pairs(['ink-soft', 'do', 'look'], grounds))('%s on %s is at least 4.5:1', (text, ground) => {
    expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(pairs(['edge', 'do'], grounds))(
    'what can be touched is outlined: %s on %s is at least 3:1',
    (text, ground) => {
      expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(3)
    },
  )
})

test('every colour has a dark twin', () => {
  expect(Object.keys(light)).not.toEqual([])
  expect(Object.keys(dark)).toEqual(Object.keys(light))
})

test('the phone’s own bars are painted in the colour of the paper', () => {
  const layout = readFileSync('app/layout.tsx', 'utf8')
  const manifest = readFileSync('app/manifest.ts', 'utf8')
  expect(layout).toContain(`light)', color: '${light.paper}'`)
  expect(layout).toContain(`dark)', color: '${dark.paper}'`)
  expect(manifest).toContain(`background_color: '${light.paper}'`)
})
