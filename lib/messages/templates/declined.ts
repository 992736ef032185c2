import type { Template } from './template'

export const declined: Template = {
  kind: 'declined',
  version: 1,
  body: 'Merhaba, {shop} için {day} saat {time} randevu isteğinize bu kez yer ayıramadık. Başka bir zaman için bize yazabilirsiniz.',
  buttons: [],
  sms: '{shop}: {day} {time} randevu isteğinize bu kez yer ayıramadık.[ Tel: {phone}]',
}
