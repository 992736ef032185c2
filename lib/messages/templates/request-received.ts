import { itsPage, type Template } from './template'

export const requestReceived: Template = {
  kind: 'request-received',
  version: 1,
  body: 'Merhaba, {shop} için {day} saat {time} randevu isteğinizi aldık. Onaylanınca size haber vereceğiz.',
  buttons: itsPage,
  sms: '{shop}: {day} {time} randevu isteğinizi aldık, onaylanınca haber vereceğiz.[ Tel: {phone}]',
}
