import { randomBytes, randomInt } from 'node:crypto'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { type Owner, openShop } from './acts'
import { type Line, openLine } from './line'

/** Chromium says so of each request that did not get through; what the app makes of it is what the journeys look at. */
const OFFLINE =
  /net::ERR_(INTERNET_DISCONNECTED|EMPTY_RESPONSE|CONNECTION_RESET|NETWORK_IO_SUSPENDED|SOCKET_NOT_CONNECTED)/

interface Fixtures {
  /** Complaints on the console that belong to the journey, such as the refusal it provokes. */
  expectedErrors: RegExp
  /** Registers a new shop on `page` through the screens: its owner stands before an empty Bugün. */
  owner: Owner
  /** Another phone, with nothing on it. */
  newPhone: (options?: BrowserContextOptions) => Promise<Page>
  /** A line to the app that can be cut. */
  line: Line
  /** Fails the journey on a complaint of any of the context's pages. */
  watch: (context: BrowserContext) => void
}

/** Somebody nobody has heard of yet. */
export const newOwner = (name = 'Mehmet Usta', shop = 'Berber Mehmet'): Owner => ({
  name,
  shop,
  email: `${randomBytes(8).toString('hex')}@siftah.example`,
  password: 'siftah-deneme',
})

/** A journey of one or more people with phones. Nothing is shared with another journey but the server. */
export const test = base.extend<Fixtures>({
  expectedErrors: [/^$/, { option: true }],

  // Of its own: the limits of registrations and log-ins are counted by address.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
  extraHTTPHeaders: ({}, use) => use({ 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` }),

  watch: async ({ expectedErrors }, use) => {
    const complaints: string[] = []
    const complain = (text: string) => {
      if (!OFFLINE.test(text) && !expectedErrors.test(text)) complaints.push(text)
    }
    await use(context => {
      context.on('console', message => {
        if (message.type() === 'error') complain(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', error => complain(String(error.error().stack)))
    })
    expect(complaints, 'complaints on the console').toEqual([])
  },

  context: async ({ context, watch }, use) => {
    watch(context)
    await use(context)
  },

  newPhone: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async options => {
      const context = await browser.newContext(options)
      contexts.push(context)
      watch(context)
      return context.newPage()
    })
    await Promise.all(contexts.map(context => context.close()))
  },

  line: async ({ baseURL }, use) => {
    const line = await openLine(baseURL!)
    await use(line)
    line.close()
  },

  owner: async ({ page }, use) => {
    const owner = newOwner()
    await openShop(page, owner)
    await use(owner)
  },
})

export { expect }
