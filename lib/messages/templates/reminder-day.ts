import { type Template, yesOrNo } from './template'

export const reminderDay: Template = {
  kind: 'reminder-day',
  version: 1,
  body: 'Hatırlatma: {shop} sizi {day} saat {time} randevunuza bekliyor. Gelemeyecek olursanız lütfen haber verin.',
  buttons: yesOrNo,
  sms: '{shop}: {day} {time} randevunuzu hatırlatırız.[ Değişiklik için: {phone}]',
}
