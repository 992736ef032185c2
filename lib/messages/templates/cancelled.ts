import type { Template } from './template'

export const cancelled: Template = {
  kind: 'cancelled',
  version: 1,
  body: 'Merhaba, {shop} için {day} saat {time} randevunuz iptal edildi. Sorunuz olursa bize yazabilirsiniz.',
  buttons: [],
  sms: '{shop}: {day} {time} randevunuz iptal edildi.[ Tel: {phone}]',
}
