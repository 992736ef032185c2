import { type Template, yesOrNo } from './template'

export const moved: Template = {
  kind: 'moved',
  version: 1,
  body: 'Merhaba, {shop} randevunuzun zamanı değişti. Yeni zaman: {day} saat {time}. Uymazsa lütfen haber verin.',
  buttons: yesOrNo,
  sms: '{shop}: randevunuzun yeni zamanı {day} {time}.[ Uymazsa: {phone}]',
}
