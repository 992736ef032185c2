import type { Template } from './template'

export const kvkkLink: Template = {
  kind: 'kvkk-link',
  version: 1,
  body: 'Merhaba, {shop} dükkânının sizinle ilgili tuttuğu bilgileri görmek ve silmek için sayfanız hazır. Sayfa yalnız size özeldir.',
  buttons: [{ title: 'Bilgilerimi gör', page: 'kvkk' }],
  sms: null,
}
