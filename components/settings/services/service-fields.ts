// What a service's fields may hold, and what is said when they hold something else. The same bounds stand in lib/appointments/commands/save-service.ts.

/** What most services take; any other length is typed. */
export const usualMinutes = ['15', '20', '30', '45', '60', '90']

export const isLength = (text: string) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 5 && Number(text) <= 720
export const lengthSentence = 'Dakika olarak yazın: 5 ile 720 arasında (12 saat).'

/** Minutes before or after; nothing typed is none. */
export const isBesides = (text: string) => /^\d{0,3}$/.test(text.trim()) && Number(text) <= 120
export const besidesSentence = 'Dakika olarak yazın: 0 ile 120 arasında.'

export const priceSentence = 'Ücreti yazın: 250 ya da 1.250,50 gibi.'
