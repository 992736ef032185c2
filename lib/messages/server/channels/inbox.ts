import 'server-only'
import { toInstant } from '@/lib/kernel/zone'
import { everyTemplate } from '../../templates/every-template'
import { type Landed, land, landedIn } from '../inbox-store'
import type { Channel, Letter } from './channel'

/** To whom people answer there: nobody's number. */
export const INBOX_NUMBER = '+905000000000'

/** Numbers that end so have no WhatsApp, so that the way on by text message can be tried too. */
export const NO_WHATSAPP = /99$/

/**
 * Takes the place of every provider where nobody has an account: messages are kept, to be read on a page that looks like the customer's phone.
 * Never made in production (channels-of-env.ts).
 */
export function inboxChannel(name: Landed['channel'], dataDir: string): Channel {
  return {
    provider: 'inbox',
    async send(letter) {
      if (name === 'whatsapp' && NO_WHATSAPP.test(letter.to))
        return { outcome: 'next-channel', reason: 'no-whatsapp', block: 'no-whatsapp' }
      const id = `${letter.messageId}/${name}`
      const { to, shop, text } = letter
      const buttons = name === 'whatsapp' ? buttonsOf(letter) : []
      await land(dataDir, { id, channel: name, to, shop, text, buttons, at: toInstant(new Date()) })
      return { outcome: 'sent', providerId: id, heard: { state: 'delivered', cost: 0, currency: 'TRY' } }
    },
    async find({ to, text }, since) {
      const landed = await landedIn(dataDir)
      return landed
        .filter(one => one.channel === name && one.to === to && one.text === text && one.at >= since)
        .map(({ id }) => id)
    },
    async look(providerId) {
      const landed = await landedIn(dataDir)
      return landed.some(({ id }) => id === providerId) ? { state: 'delivered', cost: 0, currency: 'TRY' } : null
    },
  }
}

const buttonsOf = ({ kind, href }: Letter): Landed['buttons'] =>
  everyTemplate[kind].buttons.map(button => ({
    title: button.title,
    reply: 'reply' in button ? button.reply : null,
    href: 'page' in button ? href : null,
  }))
