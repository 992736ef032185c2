import type { Kind } from '../message'
import { accountantLink } from './accountant-link'
import { cancelled } from './cancelled'
import { confirmation } from './confirmation'
import { declined } from './declined'
import { kvkkLink } from './kvkk-link'
import { moved } from './moved'
import { offerGone } from './offer-gone'
import { reminderDay } from './reminder-day'
import { reminderHours } from './reminder-hours'
import { requestReceived } from './request-received'
import { slotOffer } from './slot-offer'
import { statement } from './statement'
import type { Template } from './template'
import { tooLate } from './too-late'

/** What is said of each kind, in the version that is sent today. */
export const everyTemplate: Record<Kind, Template> = {
  'request-received': requestReceived,
  confirmation,
  'reminder-day': reminderDay,
  'reminder-hours': reminderHours,
  moved,
  cancelled,
  declined,
  'slot-offer': slotOffer,
  'too-late': tooLate,
  'offer-gone': offerGone,
  statement,
  'kvkk-link': kvkkLink,
  'accountant-link': accountantLink,
}

/** `confirmation@1`: as a message remembers what it said. */
export const nameOf = ({ kind, version }: Template): string => `${kind}@${version}`

/** `siftah_confirmation_1`: as the provider knows it; lower case and underscores, as WhatsApp wants its names. */
export const providerNameOf = ({ kind, version }: Template): string => `siftah_${kind.replaceAll('-', '_')}_${version}`
