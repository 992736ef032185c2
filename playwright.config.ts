import { defineConfig } from '@playwright/test'

/** The journeys: the built app on a stack of its own, in a real Chromium, as a phone in a shop. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/global-setup.ts',
  // A machine of two cores also runs the app and the database.
  workers: 2,
  fullyParallel: true,
  retries: 0, // one that fails sometimes is a fault to be found
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    baseURL: process.env.JOURNEYS_URL,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--no-sandbox', // containers give Chromium no namespaces of its own, and it sees our pages only
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      use: {
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
        locale: 'tr-TR',
        timezoneId: 'Europe/Istanbul',
        contextOptions: { reducedMotion: 'reduce' },
      },
    },
  ],
})
