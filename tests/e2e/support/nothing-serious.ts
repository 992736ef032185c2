import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Axe finds nothing serious on what is shown, in the light and in the dark. */
export async function expectNothingSerious(page: Page, screen: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  const inLight = await new AxeBuilder({ page }).setLegacyMode().analyze()
  // In the dark only the colours are others.
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast']).analyze()
  const found = [...inLight.violations, ...inDark.violations]
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
  expect(found, screen).toEqual([])
}
