// Turkish landlines and 444 numbers have no WhatsApp; of foreign numbers nobody here can tell.
const mayHaveWhatsApp = (e164: string) => /^\+(?!90)|^\+905/.test(e164)

/** Opens a chat from the owner's own WhatsApp, with the text ready to send where there is one; null for a number that has none. */
export function whatsAppHref(phone: string | undefined, text?: string): string | null {
  if (!phone || !mayHaveWhatsApp(phone)) return null
  return `https://wa.me/${phone.slice(1)}${text ? `?text=${encodeURIComponent(text)}` : ''}`
}
