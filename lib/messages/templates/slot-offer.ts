import type { Template } from './template'

export const slotOffer: Template = {
  kind: 'slot-offer',
  version: 1,
  body: 'Merhaba, {shop} için {day} saat {time} boşaldı. Bu saati {until} olana kadar sizin için tutuyoruz.',
  buttons: [
    { title: 'Alıyorum', reply: 'accept' },
    { title: 'İstemiyorum', reply: 'decline' },
    { title: 'Randevumu gör', page: 'r' },
  ],
  sms: '{shop}: {day} {time} boşaldı, {until} olana kadar sizin için tutuyoruz.[ Almak için: {phone}]',
}
