// Programs that send or index a link open it for a picture or a line of text; the accountant has not seen it yet.
const PREVIEW = /bot\b|bot\/|crawl|spider|preview|whatsapp|facebookexternalhit|telegram|skype|slack|discord/i

/** Whether a person asks, as far as his browser tells. */
export const isPerson = (userAgent: string | null): boolean => !PREVIEW.test(userAgent ?? '')
