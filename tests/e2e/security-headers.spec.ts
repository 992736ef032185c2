import type { Page } from '@playwright/test'
import { keptOffline } from './support/acts'
import { expect, test } from './support/journey'

/** The sources of each directive of a policy. */
const read = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split(';').map(directive => {
      const [name, ...sources] = directive.trim().split(/\s+/)
      return [name, sources]
    }),
  )

function expectStrict(headers: Record<string, string>, address: string): string {
  const policy = read(headers['content-security-policy'] ?? '')
  expect(policy['frame-ancestors'], address).toEqual(["'none'"])
  expect(policy['base-uri'], address).toEqual(["'none'"])
  expect(policy['object-src'], address).toEqual(["'none'"])
  expect(policy['connect-src'], address).toEqual(["'self'"])
  const scripts = policy['script-src'] ?? []
  expect(scripts, address).not.toContain("'unsafe-inline'")
  expect(scripts, address).not.toContain("'unsafe-eval'")
  expect(headers['x-content-type-options'], address).toBe('nosniff')
  return scripts.find(source => source.startsWith("'nonce-"))!
}

/** Puts markup with script in it into the page, as somebody would through a name or a note, and tells whether any ran. */
async function runsInjectedMarkup(page: Page): Promise<boolean> {
  await page.evaluate(async () => {
    const box = document.body.appendChild(document.createElement('div'))
    const settled = new Promise(resolve => addEventListener('message', resolve, { once: true }))
    box.innerHTML = `
      <img src="/nothing.png" onerror="window.injected = true">
      <iframe srcdoc="<script>parent.injected = true</script>"></iframe>
      <a href="javascript:window.injected = true">x</a>`
    box.querySelector('a')!.click()
    box.querySelector('img')!.addEventListener('error', () => postMessage('settled'))
    await settled
  })
  await expect(page.frameLocator('iframe').locator('body')).toBeAttached()
  return page.evaluate(() => 'injected' in window)
}

test.use({ expectedErrors: /Content Security Policy|status of 404/ })

test('every document forbids inline scripts and frames, with a nonce of its own', async ({ page, owner: _ }) => {
  const nonces = new Set<string>()
  const addresses = [
    '/',
    '/giris',
    '/kayit',
    '/sifre',
    '/kvkk/aydinlatma',
    '/basla',
    '/hesap',
    '/ekip',
    '/bugun',
    '/yok-boyle-bir-sayfa',
  ]
  for (const address of addresses) {
    const response = await page.request.get(address)
    nonces.add(expectStrict(response.headers(), address))
  }
  expect(nonces.size).toBe(addresses.length)
})

test('the shell that the service worker keeps has its policy with it, and runs under it', async ({
  page,
  owner: _,
}) => {
  await keptOffline(page)
  const response = await page.goto('/kasa')
  expect(response!.fromServiceWorker()).toBe(true)
  const nonce = expectStrict(await response!.allHeaders(), 'the shell')
  const inShell = await page.evaluate(() =>
    [...document.scripts].filter(script => !script.src).map(script => `'nonce-${script.nonce}'`),
  )
  expect(new Set(inShell)).toEqual(new Set([nonce]))
  await expect(page.getByText('Bugün henüz para girmedi')).toBeVisible()
  expect(await runsInjectedMarkup(page)).toBe(false)
})

test('script hidden in markup does not run', async ({ page }) => {
  await page.goto('/giris')
  expect(await runsInjectedMarkup(page)).toBe(false)
})
