import type { Slots } from '../render'
import { everyTemplate, providerNameOf } from './every-template'
import type { Slot, Template } from './template'

/** The slots of a text in the order in which they come, each once. */
const slotsIn = (text: string): Slot[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot as Slot))]

/** What stands for `{{1}}`, `{{2}}`, …: the slots in their order, and then the end of the page's address. */
export function variablesOf(template: Template, slots: Slots, token: string | null): Record<string, string> {
  const values = slotsIn(template.body).map(slot => slots[slot])
  if (hasPage(template)) values.push(token ?? '')
  return Object.fromEntries(values.map((value, i) => [String(i + 1), value]))
}

const hasPage = ({ buttons }: Template) => buttons.some(button => 'page' in button)

const samples: Record<Slot, string> = {
  shop: 'Berber Mehmet',
  phone: '0216 555 01 01',
  day: '25 Kasım Çarşamba',
  time: '14:30',
  until: '11:40',
  amount: '₺450,00',
  link: '',
}

/** Of no visit. */
const SAMPLE_TOKEN = 'ornek'

/** What Twilio's Content API takes to make a template that WhatsApp can approve: `POST https://content.twilio.com/v1/Content`. */
export function contentOf(template: Template, appUrl: string): Record<string, unknown> {
  const slots = slotsIn(template.body)
  const body = template.body.replace(/\{(\w+)\}/g, (_, slot: Slot) => `{{${slots.indexOf(slot) + 1}}}`)
  const actions = template.buttons.map(button =>
    'page' in button
      ? { type: 'URL', title: button.title, url: `${appUrl}/${button.page}/{{${slots.length + 1}}}` }
      : { type: 'QUICK_REPLY', title: button.title, id: button.reply },
  )
  return {
    friendly_name: providerNameOf(template),
    language: 'tr',
    variables: variablesOf(template, samples, SAMPLE_TOKEN),
    types: actions.length > 0 ? { 'whatsapp/card': { body, actions } } : { 'twilio/text': { body } },
  }
}

/** All of them, each with the request for approval that follows: `POST …/Content/{sid}/ApprovalRequests/whatsapp`. */
export const toSubmit = (appUrl: string) =>
  Object.values(everyTemplate).map(template => ({
    content: contentOf(template, appUrl),
    approval: { name: providerNameOf(template), category: 'UTILITY' },
  }))
