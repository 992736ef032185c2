import type { Template } from './template'

export const offerGone: Template = {
  kind: 'offer-gone',
  version: 1,
  body: 'Merhaba, {shop} için {day} saat {time} bu arada doldu. Bekleme listesindeki yeriniz duruyor.',
  buttons: [],
  sms: '{shop}: {day} {time} bu arada doldu, bekleme listesindeki yeriniz duruyor.[ Tel: {phone}]',
}
