// Programs that send or index a link open it for a picture or a line of text; the accountant has not seen it yet. They go by names that begin the line or end in
// "bot", "crawler" or "preview". The browser inside an app names the app behind its engine ("… Safari/537.36 Telegram-Android/11.2"): that is a person, and so
// is who holds a phone of the make Cubot.
const PREVIEW =
  /^(WhatsApp|TelegramBot|Slack-ImgProxy|Viber|Signal)\b|facebookexternalhit|facebookcatalog|(?<!\bcu)bot\b|crawler|spider|preview/i

/** Whether a person asks, as far as his browser tells. Only to be asked where nothing was taken: a name is easily said. */
export const isPerson = (userAgent: string | null): boolean => !PREVIEW.test(userAgent ?? '')
