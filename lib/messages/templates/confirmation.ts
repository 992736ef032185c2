import { type Template, yesOrNo } from './template'

export const confirmation: Template = {
  kind: 'confirmation',
  version: 1,
  body: 'Merhaba, {shop} randevunuz yazıldı: {day} saat {time}. Gelemeyecek olursanız lütfen haber verin.',
  buttons: yesOrNo,
  sms: '{shop}: {day} {time} randevunuz yazıldı.[ Değişiklik için: {phone}]',
}
