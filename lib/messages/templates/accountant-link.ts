import type { Template } from './template'

export const accountantLink: Template = {
  kind: 'accountant-link',
  version: 1,
  body: 'Merhaba, {shop} dükkânının gelir ve gider dökümü hazır. Sayfa yalnız size özeldir.',
  buttons: [{ title: 'Dökümü aç', page: 'm' }],
  sms: null,
}
